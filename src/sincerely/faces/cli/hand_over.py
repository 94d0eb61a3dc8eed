"""Giving a message to the person: a link, a file, a draft in their mailbox; and noting that they have sent it."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from sincerely.faces.cli.paper import answer, printable

if TYPE_CHECKING:
    from sincerely.desk.shapes import MessageShape
    from sincerely.faces.cli.opening import OpenDesk
    from sincerely.post.carriers import Carrier


def hand_over(desk: "OpenDesk", row: "MessageShape", mailto: bool, eml: Path | None, draft: bool, as_json: bool) -> None:
    """Gives one approved message to the person, who sends it."""
    from sincerely.desk.actions.handing_over import drafts_carrier
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
    for name, carrier in ways.items():
        give(desk, row, name, carrier, as_json)


def give(desk: "OpenDesk", row: "MessageShape", name: str, carrier: "Carrier", as_json: bool) -> None:
    from sincerely.desk.actions.handing_over import hand_to_person

    handed = hand_to_person(desk.actor, row.id, carrier, now=desk.now)
    receipt = handed.receipt
    said = {"message": row.id, name: receipt.place, "words": receipt.words, "wait": list(handed.wait)}
    answer(said, as_json, f"Saved as {receipt.place}." if name == "eml" else printable(receipt.place))
    if as_json:
        return
    typer.echo(receipt.words, err=True)
    if handed.wait:
        typer.echo(printable(f"Careful, not yet: {' '.join(handed.wait)}"), err=True)
    typer.echo(f"When you have sent it: sincerely send {row.id} --by-hand.", err=True)


def file_carrier(path: Path) -> "Carrier":
    """Writes to one new file."""
    from sincerely.faces.cli.failure import CANNOT_WRITE, Failure
    from sincerely.post.carriers import eml

    if path.exists():
        raise Failure(f"{path} is there already; name a new file.", CANNOT_WRITE)
    if not path.parent.is_dir():
        raise Failure(f"{path} cannot be written: there is no folder {path.parent}.", CANNOT_WRITE)
    return eml.Carrier(eml.Config(str(path.parent), path.name))
