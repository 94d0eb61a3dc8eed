"""The web desk for many: accounts at the door, organisations, and what is shared with a coach."""
