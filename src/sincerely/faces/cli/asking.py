"""Questions to a person at a terminal: what cannot be right is asked again, and nothing that was answered is lost."""

from collections.abc import Callable
from typing import Any, TypeVar

import typer

Answer = TypeVar("Answer")


def ask(question: str, read: Callable[[str], Answer], default: str | None = None) -> Answer:
    """The answer as `read` understands it; `read` raises Failure or DeskError where it cannot be right."""
    from sincerely.desk.errors import DeskError
    from sincerely.faces.cli.failure import Failure

    shown: dict[str, Any] = {} if default is None else {"default": default, "show_default": bool(default)}
    while True:
        words = typer.prompt(question, **shown)
        try:
            return read(words)
        except (DeskError, Failure) as error:
            typer.echo(f"  {error}")
