"""Language: what proof knows of names, spelling and grammar."""
