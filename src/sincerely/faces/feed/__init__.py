"""The desk's calendar by HTTP, for the calendar program on this machine."""

from sincerely.faces.feed.server import server

__all__ = ["server"]
