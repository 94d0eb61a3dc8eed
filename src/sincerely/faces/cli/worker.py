"""`sincerely worker`: does for all desks of one database what the open desk does for one."""

import os
import sys
from importlib import import_module
from typing import Annotated

import typer

from sincerely.faces.cli.options import Json
from sincerely.faces.cli.paper import answer


def worker(
    lanes: Annotated[int, typer.Option(help="How much is done at the same time.", min=1, max=64)] = 4,
    status: Annotated[str, typer.Option(help="Tell health, readiness and figures at this place: 127.0.0.1:9464.")] = "",
    prepare: Annotated[
        bool, typer.Option("--prepare", help="Only bring the tables up to date; several at once do no harm.")
    ] = False,
    members: Annotated[bool, typer.Option("--members", help="For many people, each at a desk of their own.")] = False,
    as_json: Json = False,
) -> None:
    """Send, fetch and watch for all desks, until SIGTERM; the note in hand is finished first.

    For desks on PostgreSQL: run as many as you like, on as many machines. Where they run,
    start the pages with SINCERELY_WORKERS=on (docs/operations.md).

    \b
    Examples:
      sincerely worker --members
      sincerely worker --prepare
      sincerely worker --lanes 8 --status 127.0.0.1:9464
    """
    from sincerely.faces.cli.opening import on_desk

    os.environ["SINCERELY_WORKERS"] = "on"
    if members:
        os.environ["SINCERELY_MEMBERS"] = "on"
    if status:
        os.environ["SINCERELY_STATUS"] = status
    on_desk(keep_working)(lanes, prepare, as_json)


def keep_working(lanes: int, prepare: bool, as_json: bool) -> None:
    """Works until it is told to end."""
    from django.conf import settings

    from sincerely.faces.cli.clock import now

    now()
    if prepare:
        return answer({"prepared": True}, as_json, "The tables are up to date.")
    project = import_module(settings.WORKER)
    where = project.tell_status()
    told = f" Health, readiness and figures: port {where}." if where else ""
    answer({"working": True, "status": where}, as_json, f"Working in {lanes} lanes at once.{told} SIGTERM or Ctrl-C ends it.")
    sys.stdout.flush()
    project.run(lanes)
