"""Checkers, one file each: see ../README.md."""
