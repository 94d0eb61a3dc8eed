"""What can be asked for and done, a file for each noun."""
