"""Rules of the way `hostility`, one file each."""
