"""`sincerely mcp`: the desk for an assistant that speaks the Model Context Protocol."""

import sys
from importlib import import_module
from typing import Annotated, Any

import typer

from sincerely.faces.cli.paper import answer


def mcp(
    http: Annotated[
        int | None, typer.Option(help="Serve HTTP at this port, by token; 0 takes a free one.", min=0, max=65535)
    ] = None,
    thread: Annotated[str, typer.Option(help="The contact whose thread it may read, by number or name; no other.")] = "",
    application: Annotated[str, typer.Option(help="With --thread: on which application, by number, employer or role.")] = "",
    pace: Annotated[int, typer.Option(help="How many calls a minute it may make.", min=1, max=100_000)] = 120,
) -> None:
    """Let an assistant help at your desk: it drafts, checks and keeps track. Only you approve and send.

    Your assistant starts this itself; how to tell it: docs/assistants.md. One session reads the mail
    with one contact: the first that it opens, or the one that you name.

    \b
    Examples:
      sincerely mcp
      sincerely mcp --thread "Ada Okafor"
      sincerely mcp --http 8027
    """
    from sincerely.faces.cli.clock import now
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.opening import opened

    if application and not thread:
        raise Failure("mcp: --application belongs to --thread.")
    now()
    face = wired()
    house: dict[str, Any] = {"clock": now, "pace": pace}
    if http is None or thread:
        desk = opened()
        if thread:
            pursuit = desk.application(application or None).id
            house["thread"] = face.Thread(pursuit, desk.contact(thread, pursuit).id)
        if http is None:
            house["owner"] = desk.actor.as_loop("your assistant")
    if http is None:
        face.over_stdio(face.House(**house))
        return
    try:
        face.over_http(face.House(**house), http, ready)
    except OSError as error:
        raise Failure(f"Port {http} cannot be used: {error.strerror}. Choose another: --http 0.") from None


def ready(port: int) -> None:
    where = f"http://127.0.0.1:{port}/mcp"
    answer({"serving": where}, False, f"Assistants with a token may come in at {where} (only from this machine). Ctrl-C ends it.")
    sys.stdout.flush()


def wired() -> Any:
    """The server, as the project wires it: the faces do not know each other."""
    from django.conf import settings

    return import_module(settings.FACES["mcp"])
