"""Letters on paper: a page for a window envelope, and a label for one without.

No database, no network: typst typesets from the templates beside this file.
"""

from sincerely.press.paper import MOST_SIGNATURE, BadPaper, Format, Paper
from sincerely.press.typeset import label, letter, pictures

__all__ = ["MOST_SIGNATURE", "BadPaper", "Format", "Paper", "label", "letter", "pictures"]
