"""A CV, read once to see that it can be, and kept as it is."""

from pathlib import Path


def read_checked(path: Path) -> str:
    """The text of a CV (JSON Resume or plain text); raises BadBackground or Failure."""
    from sincerely.faces.cli.intake import read_text
    from sincerely.pen.background import read_background

    text = read_text(str(path), most=2 * 1024 * 1024)
    read_background(text)
    return text
