"""`sincerely mcp`: lets an assistant look, draft and propose at the desk; approving and sending stay with the person."""

import sys
from importlib import import_module
from typing import Annotated, Any

import typer

from sincerely.faces.cli.failure import Failure


def mcp(
    http: Annotated[
        int,
        typer.Option(help="Listen on this port of 127.0.0.1 instead of standard input; 0 takes a free one.", min=-1, max=65535),
    ] = -1,
) -> None:
    """Let an assistant in, over the Model Context Protocol.

    Your assistant's program starts this by itself; docs/assistants.md says what to put into
    its settings. It may check, look, draft and propose. It cannot approve or send.

    \b
    Examples:
      sincerely mcp
      sincerely mcp --http 8026
    """
    from sincerely.faces.cli.opening import opened

    if http < 0:
        wired().serve_stdio(opened().actor)
        return

    def ready(port: int) -> None:
        typer.echo(f"Assistants are heard at http://127.0.0.1:{port}/mcp, with a token (sincerely token new). Ctrl-C ends it.")
        sys.stdout.flush()

    try:
        wired().serve_http(http, ready)
    except OSError as error:
        raise Failure(f"Port {http} cannot be used: {error.strerror}. Choose another: --http 0.") from None


def wired() -> Any:
    """The face for assistants, as the project wires it: the faces do not know each other."""
    from django.conf import settings

    return import_module(settings.FACES["mcp"])
