"""What the command line prints on: colour where there is a terminal, plain words and JSON where there is none."""

import json
import os
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


# Wide enough that few lines break where nobody has said how wide their paper is.
PIPE_COLUMNS = 120


@cache
def console() -> "Console":
    """The terminal, or the file or pipe that stands for it."""
    from rich.console import Console

    width = None if sys.stdout.isatty() or os.environ.get("COLUMNS") else PIPE_COLUMNS
    return Console(highlight=False, width=width)


def put(text: "Text", indent: int = 0, hanging: int | None = None) -> None:
    """Prints words within the paper's width, no space left at a line's end; lines after the first begin at `hanging`."""
    from rich.text import Text

    paper = console()
    # On narrow paper the words matter more than the margin.
    indent, rest = (min(margin, paper.width // 3) for margin in (indent, indent if hanging is None else hanging))
    lines = wrapped(text, paper.width - indent)
    if rest != indent and len(lines) > 1:
        tail = text.plain[len(lines[0]) :]
        begun = len(lines[0]) + len(tail) - len(tail.lstrip())
        lines[1:] = wrapped(text.divide([begun])[1], paper.width - rest)
    for number, line in enumerate(lines):
        paper.print(Text(" " * (rest if number else indent)) + line if line else "", soft_wrap=True)


def wrapped(text: "Text", width: int) -> "list[Text]":
    """The lines of a text, each without the spaces at its end."""
    lines = list(text.wrap(console(), width))
    for line in lines:
        line.rstrip()
    return lines


def print_json(data: Any) -> None:
    """One JSON value on standard output; indented for a person, on one line for a pipe."""
    indent = 2 if sys.stdout.isatty() else None
    print(json.dumps(data, ensure_ascii=False, indent=indent, default=str))  # noqa: T201


def answer(shape: Any, as_json: bool, words: str) -> None:
    """What a command has to say: its shape for a program, its words for a person."""
    if as_json:
        from sincerely.desk.shapes import as_dict

        return print_json(shape if isinstance(shape, dict) else as_dict(shape))
    print(printable(words))  # noqa: T201


class Together:
    """What several ways of one command say: their words as they come; for a program one value of all, also where one fails."""

    def __init__(self, as_json: bool, **shape: Any) -> None:
        self.as_json, self.shape, self.told = as_json, shape, False

    def __enter__(self) -> "Together":
        return self

    def __call__(self, shape: dict[str, Any], words: str) -> None:
        self.told = True
        self.shape |= shape
        if not self.as_json:
            answer(shape, False, words)

    def __exit__(self, *how: object) -> None:
        if self.as_json and self.told:
            print_json(self.shape)


def printable(text: str) -> str:
    """The text with every control character replaced one for one, so that it cannot steer a terminal and spans stay true."""
    return "".join(character if character.isprintable() or character in "\n\t" else "\ufffd" for character in text)


def shortened(text: str, most: int = 600) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def escape(text: str) -> str:
    """Text from outside, made safe to print with markup around it."""
    from rich.markup import escape as no_markup

    return no_markup(printable(text))
