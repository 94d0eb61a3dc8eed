"""`sincerely lsp`: marks and quick fixes in an editor."""

from importlib import import_module

from sincerely.faces.cli.failure import Failure


def lsp() -> None:
    """Mark letters in your editor as you type, over the Language Server Protocol.

    Your editor starts this by itself; docs/editors.md says what to put into its settings.
    Needs no desk, and keeps nothing.

    \b
    Example:
      sincerely lsp
    """
    try:
        # Not by the project's settings, which would make a home for a desk: none is needed.
        face = import_module("sincerely.faces.lsp")
    except ImportError:
        raise Failure("The language server is not installed. To have it: pip install 'sincerely[editor]'.") from None
    face.serve()
