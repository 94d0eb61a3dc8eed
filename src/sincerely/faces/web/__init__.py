"""The web desk: pages on this machine, for its owner alone."""

from sincerely.faces.web.serving import serve

__all__ = ["serve"]
