"""Rules of the way `professional`, one file each."""
