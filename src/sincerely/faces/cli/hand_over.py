"""Giving a message to the person: a link, a file, a draft in their mailbox; and noting that they have sent it."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from sincerely.faces.cli.paper import Together, printable

if TYPE_CHECKING:
    from sincerely.desk.shapes import MessageShape
    from sincerely.faces.cli.opening import OpenDesk
    from sincerely.post.carriers import Carrier


def hand_over(desk: "OpenDesk", row: "MessageShape", mailto: bool, eml: Path | None, draft: bool, as_json: bool) -> None:
    """Gives one approved message to the person, who sends it."""
    from sincerely.desk.actions.handing_over import drafts_carrier, hand_to_person
    from sincerely.faces.cli.failure import Failure
    from sincerely.post.carriers import mailto as links

    if row.channel != "email":
        raise Failure(f"Message {row.id} goes by {row.channel}; when it is done: sincerely send {row.id} --by-hand.")
    ways: dict[str, Carrier] = {}
    if eml:
        ways["eml"] = file_carrier(eml)
    if mailto:
        ways["mailto"] = links.Carrier()
    if draft:
        ways["draft"] = drafts_carrier(desk.actor)
    wait: list[str] = []
    advice: list[str] = []
    with Together(as_json, message=row.id) as tell:
        for name, carrier in ways.items():
            handed = hand_to_person(desk.actor, row.id, carrier, now=desk.now)
            place, wait = handed.receipt.place, list(handed.wait)
            advice.append(handed.receipt.words)
            shape = {name: place, "words": " ".join(advice), "wait": wait}
            tell(shape, f"Saved as {place}." if name == "eml" else place)
            if not as_json:
                typer.echo(handed.receipt.words, err=True)
    if as_json:
        return
    if wait:
        typer.echo(printable(f"Careful, not yet: {' '.join(wait)}"), err=True)
    typer.echo(f"When you have sent it: sincerely send {row.id} --by-hand.", err=True)


def file_carrier(path: Path) -> "Carrier":
    """Writes to one new file."""
    from sincerely.faces.cli.failure import CANNOT_WRITE, Failure
    from sincerely.faces.cli.saving import no_file_yet
    from sincerely.post.carriers import eml

    no_file_yet(path)
    if not path.parent.is_dir():
        raise Failure(f"{path} cannot be written: there is no folder {path.parent}.", CANNOT_WRITE)
    return eml.Carrier(eml.Config(str(path.parent), path.name))
