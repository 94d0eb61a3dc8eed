"""`sincerely serve`: the desk as pages in the browser, on this machine."""

import os
import sys
from importlib import import_module
from typing import Annotated, Any

import typer

from sincerely.faces.cli.options import Json
from sincerely.faces.cli.paper import answer


def serve(
    port: Annotated[int, typer.Option(help="The port; 0 takes a free one.", min=0, max=65535)] = 8025,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open it in your browser.")] = False,
    members: Annotated[bool, typer.Option("--members", help="For many people: each signs in to a desk of their own.")] = False,
    as_json: Json = False,
) -> None:
    """Open the desk in your browser, until Ctrl-C.

    Only this machine can reach it. With --members people sign in, each at their own desk;
    a proxy with a certificate lets them in from elsewhere (docs/members.md).

    \b
    Examples:
      sincerely serve
      sincerely serve --browser
      sincerely serve --members
    """
    from sincerely.faces.cli.opening import on_desk

    if members:
        os.environ["SINCERELY_MEMBERS"] = "on"
    on_desk(keep_open)(port, browser, as_json)


def keep_open(port: int, browser: bool, as_json: bool) -> None:
    """Serves until Ctrl-C; raises Failure where the port cannot be used."""
    from sincerely.faces.cli.clock import now
    from sincerely.faces.cli.failure import Failure

    now()

    def ready(found: int) -> None:
        where = f"http://127.0.0.1:{found}/"
        answer({"serving": where}, as_json, f"Your desk is open at {where} (only this machine can see it). Ctrl-C ends it.")
        sys.stdout.flush()
        if browser:
            show(where)

    try:
        wired().serve(port, ready)
    except OSError as error:
        raise Failure(
            f"Port {port} cannot be used: {error.strerror}. If your desk is open already, it is at http://127.0.0.1:{port}/. "
            "Else choose another: --port 0."
        ) from None


def show(where: str) -> None:
    """Opens the browser where there is a screen to see it on; the address is printed either way."""
    import webbrowser
    from contextlib import suppress

    if sys.platform in ("darwin", "win32") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        with suppress(webbrowser.Error):
            webbrowser.open(where)


def wired() -> Any:
    """The pages, as the project wires them: the faces do not know each other."""
    from django.conf import settings

    return import_module(settings.FACES["web"])
