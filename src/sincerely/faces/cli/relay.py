"""`sincerely relay`: your own mail program sends by way of the desk."""

import sys
from dataclasses import asdict
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from sincerely.faces.cli.options import Json
from sincerely.faces.cli.paper import answer


class Revise(StrEnum):
    """What is done with a mail that could be better."""

    RELAY = "relay"
    ONCE = "once"
    REFUSE = "refuse"


def relay(
    host: Annotated[str, typer.Option(help="Where to listen; only this machine can reach 127.0.0.1.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port; 0 takes a free one.", min=0, max=65535)] = 8587,
    revise: Annotated[
        Revise, typer.Option(help="A mail that could be better: relay it, tell you once and then send it, or refuse it.")
    ] = Revise.ONCE,
    certificate: Annotated[Path | None, typer.Option(help="Your own certificate (PEM); without, one is made.")] = None,
    key: Annotated[Path | None, typer.Option(help="Its key, where it is in a file of its own.")] = None,
    new_password: Annotated[bool, typer.Option("--new-password", help="Make a new password, show it, and end.")] = False,
    as_json: Json = False,
) -> None:
    """Let your own mail program send through the desk.

    Mail to your contacts is checked first, and waits for its moment; all other mail passes untouched.

    \b
    Examples:
      sincerely relay
      sincerely relay --revise refuse
      sincerely relay --new-password
    """
    from sincerely.desk.accounts import open_carrier
    from sincerely.desk.relay import Revise as Way
    from sincerely.faces.cli.clock import now
    from sincerely.faces.cli.opening import opened
    from sincerely.post.upstream import upstream

    desk, folder, face = opened(), home(), wired()
    if new_password:
        password = face.new_password(folder)
        words = f"The relay's new password: {password}\nIt is shown this once; the old one is void."
        return answer({"password": password}, as_json, words)
    upstream(open_carrier(desk.actor)[1])
    place = face.Place(host, port, certificate, key, Way(revise.value))
    known = face.Desk(desk.actor, folder, now, lambda: desk.rulebook)
    face.serve(known, place, lambda found: introduce(found, as_json))


def introduce(found: Any, as_json: bool) -> None:
    """At once, even into a file: a password that sits in a buffer helps nobody."""
    answer(asdict(found), as_json, introduction(found))
    sys.stdout.flush()


def introduction(found: Any) -> str:
    """What goes into the settings of a mail program, in lines."""
    once = f"{found.password}   (shown this once; write it down)"
    lines = [
        f"The relay listens at {found.host}, port {found.port}, with STARTTLS. Stop it with Ctrl-C.",
        "  User name:    any, such as your e-mail address",
        f"  Password:     {once if found.password else 'as shown at the first start (lost: --new-password)'}",
    ]
    if found.own:
        lines += [
            "  Certificate:  its own; your mail program asks once whether to trust it. SHA-256:",
            f"    {found.fingerprint}",
        ]
    if not found.alone:
        lines.append(f"  Careful: other machines can reach {found.host}. Whoever has the password can send mail in your name.")
    return "\n".join(lines)


def wired() -> Any:
    """The relay, as the project wires it: the faces do not know each other."""
    from django.conf import settings

    return import_module(settings.FACES["relay"])


def home() -> Path:
    from django.conf import settings

    return Path(settings.HOME)
