"""The words of English, names of people and places, and known misspellings: what is right, how common, what was meant."""
