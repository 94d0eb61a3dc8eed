"""Rules that tell what kind of mail has come in: one file for each nature."""
