"""Capitals: where English asks for one, and where it has no place."""
