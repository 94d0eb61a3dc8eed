"""Sincerely: the follow-up desk for people who look for work."""

__version__ = "0.1.0"
