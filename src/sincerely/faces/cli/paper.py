"""What the command line prints on: colour where there is a terminal, plain words and JSON where there is none."""

import json
import os
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console


# Wide enough that few lines break where nobody has said how wide their paper is.
PIPE_COLUMNS = 120


@cache
def console() -> "Console":
    """The terminal, or the file or pipe that stands for it."""
    from rich.console import Console

    width = None if sys.stdout.isatty() or os.environ.get("COLUMNS") else PIPE_COLUMNS
    return Console(highlight=False, width=width)


def print_json(data: Any) -> None:
    """One JSON value on standard output; indented for a person, on one line for a pipe."""
    indent = 2 if sys.stdout.isatty() else None
    print(json.dumps(data, ensure_ascii=False, indent=indent, default=str))  # noqa: T201


def escape(text: str) -> str:
    """Text from outside, made safe to print: no markup, no control characters that steer a terminal."""
    from rich.markup import escape as no_markup

    return no_markup("".join(character for character in text if character.isprintable() or character in "\n\t"))
