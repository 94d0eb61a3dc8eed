"""`sincerely init`: who you are, and how you send."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sincerely.faces.cli.options import Json

if TYPE_CHECKING:
    from sincerely.desk.access import Actor


def init(
    name: Annotated[str | None, typer.Option(help="Your name, as you sign.")] = None,
    email: Annotated[str, typer.Option(help="The address that you write from.")] = "",
    phone: Annotated[str, typer.Option(help="Your number, for voicemails and signatures.")] = "",
    zone: Annotated[str, typer.Option(help="Your time zone, such as Europe/Dublin; this machine's where not said.")] = "",
    employer: Annotated[str, typer.Option(help="Whom you work for now, so that their address is never used by mistake.")] = "",
    background: Annotated[
        Path | None, typer.Option(help="Your CV as JSON Resume or plain text; it stays on this machine.")
    ] = None,
    mailbox: Annotated[bool | None, typer.Option(help="Set up a mailbox now, or send by hand.")] = None,
    as_json: Json = False,
) -> None:
    """Start a desk: who you are, and how you send. Works without a mailbox too.

    Without a mailbox, notes open in your mail program (mailto:), are saved as .eml, or you say that you sent them.

    \b
    Examples:
      sincerely init
      sincerely init --name "Ada Moore" --email ada@example.org --no-mailbox
    """
    from sincerely.desk import entries
    from sincerely.desk.actions.desk import start_desk
    from sincerely.faces.cli.asking import ask
    from sincerely.faces.cli.background import read_checked
    from sincerely.faces.cli.clock import now
    from sincerely.faces.cli.failure import Failure

    asking = name is None and sys.stdin.isatty()
    if name is None and not asking:
        raise Failure('init: say who you are: --name "Ada Moore".')
    if started():
        raise Failure("A desk stands here already: sincerely due. To change what it knows of you: sincerely profile.")
    if asking:
        typer.echo("Three short questions. What you answer stays on this machine.\n")
        name = ask("Your name, as you sign", lambda words: entries.line(words, "name", needed=True))
        email = email or ask("Your e-mail address (Enter for none)", entries.email, default="")
        phone = phone or ask("Your phone number (Enter for none)", lambda words: entries.line(words, "number"), default="")
    actor = start_desk(
        name=name or "",
        email=email,
        phone=phone,
        zone=zone or own_zone(),
        employer=employer,
        background=read_checked(background) if background else "",
        now=now(),
    )
    if mailbox or (
        mailbox is None and asking and typer.confirm("\nSet up a mailbox now, to send and to see answers?", default=False)
    ):
        from sincerely.faces.cli.mailbox import ask_mailbox

        ask_mailbox(actor, email)
    tell(actor, as_json)


def started() -> bool:
    """Whether a desk stands here; better known before the questions than after."""
    from sincerely.desk.errors import NotThere
    from sincerely.desk.opened import open_desk

    try:
        open_desk()
    except NotThere:
        return False
    return True


def own_zone() -> str:
    """The time zone of this machine."""
    from django.conf import settings

    return str(settings.MACHINE_ZONE())


def tell(actor: "Actor", as_json: bool) -> None:
    from sincerely.desk.queries.desk import desk
    from sincerely.desk.shapes import as_dict
    from sincerely.faces.cli.paper import console, escape, print_json

    owner: Any = desk(actor)
    if as_json:
        return print_json(as_dict(owner))
    paper = console()
    paper.print(f"[green]Your desk is ready, {escape(owner.name)}.[/] Times are shown as in {owner.zone}.")
    paper.print("Next: [cyan]sincerely add invite.ics[/] (an invite), or [cyan]sincerely add[/] (asked step by step).")
