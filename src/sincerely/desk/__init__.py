"""The desk: the only package that knows the database."""
