"""Rules of the way `pressure`, one file each."""
