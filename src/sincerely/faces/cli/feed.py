"""`sincerely feed`: what is owed and planned, in the calendar that the person uses anyway."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sincerely.faces.cli.options import Json, Now
from sincerely.faces.cli.paper import Together

if TYPE_CHECKING:
    from http.server import ThreadingHTTPServer

    from sincerely.faces.cli.opening import OpenDesk


def feed(
    save: Annotated[Path | None, typer.Option(help="Write a calendar file, to bring into any calendar.")] = None,
    serve: Annotated[
        bool, typer.Option("--serve", help="Serve it to the calendar program on this machine, until Ctrl-C.")
    ] = False,
    port: Annotated[int, typer.Option(help="The port to serve at; 0 takes a free one.", min=0, max=65535)] = 8026,
    new_token: Annotated[bool, typer.Option("--new-token", help="Make a new secret for the served address; shown once.")] = False,
    revoke: Annotated[bool, typer.Option("--revoke", help="Make the served address void.")] = False,
    caldav: Annotated[str | None, typer.Option(help="The address of a calendar at a CalDAV server; empty forgets it.")] = None,
    user: Annotated[str, typer.Option(help="Your name at that server.")] = "",
    password_file: Annotated[str, typer.Option(help="A file that holds the password there; - reads standard input.")] = "",
    push: Annotated[bool, typer.Option("--push", help="Write it to that server now.")] = False,
    names: Annotated[
        bool | None,
        typer.Option("--names/--no-names", help="Show names and reasons where it is served or pushed; not shown where not said."),
    ] = None,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Put what is owed and planned into your own calendar.

    Away from this machine it says only that a follow-up is due, unless you ask for names.

    \b
    Examples:
      sincerely feed --save follow-ups.ics
      sincerely feed --new-token
      sincerely feed --serve
      sincerely feed --caldav https://cal.example.org/lena/jobs/ --user lena
      sincerely feed --push --names
    """
    from sincerely.desk.actions import feeds
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.mailbox import password_from
    from sincerely.faces.cli.opening import opened
    from sincerely.faces.cli.saving import save as write

    if not (save or serve or new_token or revoke or push or names is not None or caldav is not None):
        raise Failure("feed: say what you wish: --save FILE, --serve, --new-token, --caldav ADDRESS or --push.")
    if (user or password_file) and not caldav:
        raise Failure("feed: --user and --password-file go with the calendar's address: --caldav ADDRESS.")
    if new_token and not port and not serve:
        raise Failure("feed: with --port 0 the port is known once it is served: sincerely feed --new-token --serve --port 0.")
    desk = opened(at)
    with Together(as_json) as tell:
        if names is not None:
            feeds.set_privacy(desk.actor, not names, now=desk.now)
            tell({"names": names}, "Names and reasons are shown." if names else "No names are shown.")
        if save:
            write(save, feeds.saved(desk.actor, False, desk.now))
            tell({"saved": str(save)}, f"Saved as {save}, with names.")
        server = at_port(desk, port) if serve else None
        port = server.server_port if server else port
        if revoke:
            feeds.revoke_token(desk.actor, now=desk.now)
            tell({"revoked": True}, "The calendar's address is void.")
        if new_token:
            url = f"http://127.0.0.1:{port}/{feeds.new_token(desk.actor, now=desk.now)}.ics"
            how = "" if serve else " Serve it: sincerely feed --serve."
            tell({"url": url}, f"Subscribe to {url}\nIt is shown this once.{how}")
        if caldav is not None:
            feeds.set_caldav(desk.actor, caldav, user, password_from(password_file) if caldav and user else "", now=desk.now)
            tell({"caldav": caldav}, "Set up. Write it there: sincerely feed --push." if caldav else "Forgotten.")
        if push:
            done = feeds.push_calendar(desk.actor, desk.now)
            words = f"Pushed: {done.written} written, {done.unchanged} as they were, {done.removed} taken away."
            tell({"written": done.written, "unchanged": done.unchanged, "removed": done.removed}, words)
        if server:
            where = f"http://127.0.0.1:{port}/"
            tell({"serving": where}, f"Serving at {where} (your secret address is below it). Ctrl-C ends it.")
    if server:
        with server:
            server.serve_forever()


def at_port(desk: "OpenDesk", port: int) -> "ThreadingHTTPServer":
    """The calendar's server, at its port."""
    from sincerely.desk.actions.feeds import served
    from sincerely.faces.cli.clock import now
    from sincerely.faces.cli.failure import Failure

    try:
        found: ThreadingHTTPServer = wired().server(port, lambda token: served(desk.actor, token, now()))
    except OSError as error:
        raise Failure(f"Port {port} cannot be used: {error.strerror}. Choose another: --port 0.") from None
    return found


def wired() -> Any:
    """The server, as the project wires it: the faces do not know each other."""
    from django.conf import settings

    return import_module(settings.FACES["feed"])
