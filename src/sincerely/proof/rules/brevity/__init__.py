"""Rules of the way `brevity`, one file each."""
