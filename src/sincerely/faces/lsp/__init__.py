"""For editors: marks and quick fixes in letters, over the Language Server Protocol."""

from sincerely.faces.lsp.server import serve

__all__ = ["serve"]
