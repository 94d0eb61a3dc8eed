"""`sincerely members`: whoever runs a desk for many founds organisations and names their admins; they read nobody's desk."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from sincerely.faces.cli.options import Json, Now

if TYPE_CHECKING:
    from datetime import datetime


class Verb(StrEnum):
    """What to do."""

    LIST = "list"
    FOUND = "found"
    INVITE = "invite"
    ROLE = "role"


def members(
    what: Annotated[
        Verb, typer.Argument(help="list organisations or one's members, found one, invite somebody, or give a role.")
    ] = Verb.LIST,
    of: Annotated[str, typer.Argument(help="With found: its name. Else the number of the organisation.")] = "",
    email: Annotated[str, typer.Option(help="With invite: whom. Seekers need none.")] = "",
    role: Annotated[str, typer.Option(help="seeker, coach, editor or admin.")] = "seeker",
    member: Annotated[int, typer.Option(help="With role: the member's number.")] = 0,
    kind: Annotated[str, typer.Option(help="With found: career-centre, outplacement, school or other.")] = "other",
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Organisations, for whoever runs a desk for many (sincerely serve --members).

    \b
    Examples:
      sincerely members found "Harbour Careers" --kind career-centre
      sincerely members invite 1 --email ada@harbour.example --role admin
      sincerely members list 1
      sincerely members role 1 --member 3 --role coach
    """
    from sincerely.desk.actions.organisations import found_organisation, set_role
    from sincerely.desk.admission import Operator
    from sincerely.faces.cli.clock import now
    from sincerely.faces.cli.paper import answer

    moment = now(at)
    if what is Verb.FOUND:
        made = found_organisation(of, kind=kind, now=moment)
        words = (
            f"{made.name} is organisation {made.id}. Invite its admin: sincerely members invite {made.id} --email … --role admin."
        )
        answer(made, as_json, words)
    elif what is Verb.LIST and not of:
        organisations(as_json)
    elif what is Verb.LIST:
        people(numbered(of), as_json)
    elif what is Verb.INVITE:
        link(numbered(of), email, role, moment, as_json)
    else:
        set_role(Operator(), numbered(of), member, role, now=moment)
        answer({"member": member, "role": role}, as_json, f"Member {member} is {role} now.")


def numbered(words: str) -> int:
    from sincerely.faces.cli import opening
    from sincerely.faces.cli.failure import Failure

    number = opening.numbered(words)
    if number is None:
        raise Failure("Give the number of the organisation. See them: sincerely members.")
    return number


def organisations(as_json: bool) -> None:
    from sincerely.desk.admission import Operator
    from sincerely.desk.queries.members import organisations as every
    from sincerely.faces.cli.paper import answer

    rows = every(Operator())
    words = "\n".join(f"{row.id:>4}  {row.name} ({row.kind})" for row in rows)
    answer(rows, as_json, words or "There is no organisation yet. Found one: sincerely members found NAME.")


def people(number: int, as_json: bool) -> None:
    from sincerely.desk.admission import Operator
    from sincerely.desk.queries.members import members as every
    from sincerely.faces.cli.paper import answer

    rows = every(Operator(), number)
    words = "\n".join(f"{row.membership:>4}  {row.name}, {row.email}: {row.role}" for row in rows)
    answer(
        rows, as_json, words or "Nobody is in it yet. Invite its admin: sincerely members invite NUMBER --email … --role admin."
    )


def link(number: int, email: str, role: str, moment: "datetime", as_json: bool) -> None:
    """A new invitation; its link is told this once."""
    from django.conf import settings

    from sincerely.desk.actions.organisations import invite
    from sincerely.desk.admission import Operator
    from sincerely.faces.cli.paper import answer

    way = f"{settings.ADDRESS}/join/{invite(Operator(), number, role=role, email=email, now=moment)}"
    answer({"link": way}, as_json, f"Send this link to them. It works once, for 14 days:\n{way}")
