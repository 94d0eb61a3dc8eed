"""Makes the tables of spelling and of confused words."""
