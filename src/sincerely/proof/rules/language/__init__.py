"""Rules of the way `language`, one file each."""
