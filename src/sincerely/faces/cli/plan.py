"""`sincerely plan` and `may`: what comes when, and whether you may write yet; for the desk, or for a case in a file."""

from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sincerely.faces.cli.options import Json, Now
from sincerely.terms import Channel, Stage

if TYPE_CHECKING:
    from sincerely.cadence import Answer, Case, Plan

Subject = Annotated[str, typer.Argument(help="An application by number, employer or role; or a case in a .json file.")]


def plan(
    subject: Subject = "",
    svg: Annotated[Path | None, typer.Option(help="Draw the timeline into this file.")] = None,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Draw the timeline: what comes when, and why.

    \b
    Examples:
      sincerely plan
      sincerely plan Acme --svg acme.svg
      sincerely plan case.json --now 2026-03-02T10:00:00Z --json
    """
    from sincerely.cadence import plan_shape
    from sincerely.faces.cli.paper import print_json

    case, outcome, now = planned(subject, at)
    if svg:
        from sincerely.cadence.timeline import clocks, home, timeline
        from sincerely.faces.cli.drawing import draw
        from sincerely.faces.cli.saving import save

        save(svg, draw(timeline(case, outcome, now), home(case), case.employer.called, clocks(case)).encode())
    if as_json:
        return print_json(plan_shape(outcome))
    from sincerely.faces.cli.timelines import print_timeline

    print_timeline(case, outcome, now)


def may(
    subject: Subject = "",
    contact: Annotated[str, typer.Option(help="The contact, by number or name; in a case, its id.")] = "",
    channel: Annotated[Channel, typer.Option(help="How you would reach them.")] = Channel.EMAIL,
    stage: Annotated[Stage, typer.Option(help="What it would be.")] = Stage.CHECK_IN,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """May you contact this person now? If not, why, and when.

    \b
    Examples:
      sincerely may --contact Jo
      sincerely may case.json --contact jo --channel call --json
    """
    from sincerely.cadence import Policy, answer_shape, may_contact
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.paper import print_json

    if not contact:
        raise Failure("may: say whom: --contact NAME.")
    if is_file(subject):
        from sincerely.faces.cli.clock import now as clock

        zone: tzinfo = UTC
        case, now = case_in(subject), clock(at)
        answer = may_contact(case, Policy(), now, contact, channel, stage)
    else:
        from sincerely.faces.cli.opening import opened

        desk = opened(at)
        from sincerely.desk.queries.plans import may as asked

        application = desk.application(subject).id if subject else None
        answer = asked(desk.actor, desk.contact(contact, application).id, channel, desk.now, stage)
        now, zone = desk.now, desk.zone
    if as_json:
        return print_json(answer_shape(answer))
    tell(answer, now, zone)


def tell(outcome: "Answer", now: datetime, zone: tzinfo) -> None:
    """Yes, or no with the reasons, in words."""
    from rich.text import Text

    from sincerely.faces.cli.moments import spoken
    from sincerely.faces.cli.paper import printable, put

    put(Text("Yes.", style="bold green") if outcome.allowed else Text("Not now.", style="bold yellow"))
    for reason in outcome.reasons:
        put(Text(printable(reason)), indent=2, hanging=4)
    if not outcome.allowed:
        later = f"From {spoken(outcome.next_allowed, zone, now)}." if outcome.next_allowed else "There is no later moment either."
        put(Text(later), indent=2)


def is_file(subject: str) -> bool:
    return subject == "-" or subject.endswith(".json")


def case_in(file: str) -> "Case":
    """The case in a file; it brings its own changes to the policy."""
    from sincerely.cadence import read_case
    from sincerely.faces.cli.intake import read_json

    return read_case(read_json(file))


def planned(subject: str, at: str | None) -> "tuple[Case, Plan, datetime]":
    """The plan for the case in a file, or for an application on the desk, at the moment that counts as now."""
    if is_file(subject):
        from sincerely.cadence import Policy
        from sincerely.cadence import plan as make
        from sincerely.faces.cli.clock import now

        case, moment = case_in(subject), now(at)
        return case, make(case, Policy(), moment), moment
    from sincerely.faces.cli.opening import opened

    desk = opened(at)
    from sincerely.desk.queries.plans import case_of, plan_of

    application = desk.application(subject or None).id
    return case_of(desk.actor, application, desk.now), plan_of(desk.actor, application, desk.now), desk.now
