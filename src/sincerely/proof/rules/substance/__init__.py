"""Rules of the way `substance`, one file each."""
