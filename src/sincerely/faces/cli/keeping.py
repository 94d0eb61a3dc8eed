"""`sincerely backup`, `restore`, `export`, `import`: everything in a file, and back."""

import json
from pathlib import Path
from typing import Annotated

import typer

from sincerely.faces.cli.options import Json, Now, Yes
from sincerely.faces.cli.paper import answer


def backup(file: Annotated[Path, typer.Argument(help="A new file.")], as_json: Json = False, at: Now = None) -> None:
    """Copy the whole desk into one file, while it is in use. Passwords stay out of it.

    \b
    Example:
      sincerely backup desk-monday.backup
    """
    from sincerely.faces.cli.opening import opened
    from sincerely.faces.cli.progress import working

    desk = opened(at)
    from sincerely.desk.actions.backups import backup as copy

    with working("Copying"):
        size = copy(file, now=desk.now)
    words = f"Copied: {file} ({size:,} bytes). It holds your letters: keep it safe."
    answer({"file": str(file), "size": size}, as_json, words)


def restore(
    file: Annotated[Path | None, typer.Argument(help="A file that backup made.")] = None,
    server: Annotated[bool, typer.Option("--server", help="A database server's own tool has brought the desks back.")] = False,
    yes: Yes = False,
    at: Now = None,
) -> None:
    """Bring a desk back from a backup. What waited to be sent is looked up in Sent first, so that nothing goes twice.

    \b
    Examples:
      sincerely restore desk-monday.backup
      sincerely restore --server
    """
    from sincerely.desk.opened import prepare, set_up
    from sincerely.faces.cli.clock import now
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.paper import printable

    if (file is None) is not server:
        raise Failure("Give a file that `sincerely backup` wrote, or --server where PostgreSQL's own tool has brought all back.")
    set_up()
    from sincerely.desk.actions.backups import restore as bring_back
    from sincerely.desk.actions.exports import reconcile_all

    if file is None:
        prepare()
        waiting = reconcile_all(now(at))
        desks = f"{waiting} desk{'s' if waiting != 1 else ''}"
        typer.echo(f"At {desks} something waited; it is looked for in Sent before anything goes.")
        return

    if aside := bring_back(file, replace=yes, now=now(at)):
        typer.echo(printable(f"The desk here was damaged. Its file lies aside: {aside}."))
    typer.echo("The desk is back, without passwords. Set up the mailbox again: sincerely mailbox. Then: sincerely sync.")


def export(
    file: Annotated[Path | None, typer.Argument(help="A new file; standard output where not said.")] = None, at: Now = None
) -> None:
    """Write everything on the desk as JSON, without passwords.

    \b
    Example:
      sincerely export desk.json
    """
    from sincerely.faces.cli.opening import opened
    from sincerely.faces.cli.saving import save

    desk = opened(at)
    from sincerely.desk.actions.exports import export_desk

    data = json.dumps(export_desk(desk.actor), ensure_ascii=False, indent=1)
    if file:
        save(file, data.encode())
        typer.echo(f"Written: {file}.")
    else:
        typer.echo(data)


def bring_in(
    file: Annotated[str, typer.Argument(help="A file that export wrote.")], as_json: Json = False, at: Now = None
) -> None:
    """Fill an empty home with a desk that export wrote.

    \b
    Example:
      SINCERELY_HOME=~/second-desk sincerely import desk.json
    """
    from sincerely.desk.actions.exports import import_desk
    from sincerely.faces.cli.clock import now
    from sincerely.faces.cli.intake import read_json

    actor = import_desk(read_json(file), now=now(at))
    answer({"name": actor.who}, as_json, f"The desk of {actor.who} is here. See it: sincerely due.")
