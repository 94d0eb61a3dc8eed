"""`sincerely plan` and `may`: what comes when, and whether you may write yet; for the desk, or for a case in a file."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sincerely.faces.cli.options import Json, Now
from sincerely.terms import Channel, Stage

if TYPE_CHECKING:
    from sincerely.cadence import Case, Policy

Subject = Annotated[str, typer.Argument(help="An application by number, employer or role; or a case in a .json file.")]


def plan(
    subject: Subject = "",
    svg: Annotated[Path | None, typer.Option(help="Draw the timeline into this file.")] = None,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Draw the timeline: what happened, what is planned and when, and why.

    Examples:  sincerely plan    sincerely plan Acme --svg acme.svg    sincerely plan case.json --now 2026-03-02T10:00:00Z --json
    """
    from sincerely.cadence import plan as planned
    from sincerely.cadence import plan_shape
    from sincerely.faces.cli.paper import print_json

    case, policy, now = subject_case(subject, at)
    outcome = planned(case, policy, now)
    if svg:
        from sincerely.cadence.timeline import timeline
        from sincerely.faces.cli.drawing import draw
        from sincerely.faces.cli.send import save

        save(svg, draw(timeline(case, policy, outcome, now), now).encode())
    if as_json:
        return print_json(plan_shape(outcome))
    from sincerely.faces.cli.timelines import print_timeline

    print_timeline(case, policy, outcome, now)


def may(
    subject: Subject = "",
    contact: Annotated[str, typer.Option(help="The contact, by number or name; in a case, its id.")] = "",
    channel: Annotated[Channel, typer.Option(help="How you would reach them.")] = Channel.EMAIL,
    stage: Annotated[Stage, typer.Option(help="What it would be.")] = Stage.CHECK_IN,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """May you contact this person now? Yes, or no with every reason and the next moment when you may.

    Examples:  sincerely may --contact Jo    sincerely may case.json --contact jo --channel call --json
    """
    from sincerely.cadence import answer_shape, may_contact
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.paper import print_json

    if not contact:
        raise Failure("may: say whom: --contact NAME.")
    if is_file(subject):
        case, policy, now = subject_case(subject, at)
        answer = may_contact(case, policy, now, contact, channel, stage)
        zone = None
    else:
        from sincerely.desk.queries.plans import may as asked
        from sincerely.faces.cli.opening import opened

        desk = opened(at)
        application = desk.application(subject).id if subject else None
        answer = asked(desk.actor, desk.contact(contact, application).id, channel, stage, desk.now)
        now, zone = desk.now, desk.zone
    if as_json:
        return print_json(answer_shape(answer))
    tell(answer, now, zone)


def tell(answer: Any, now: datetime, zone: Any) -> None:
    """Yes, or no with the reasons, in words."""
    from datetime import UTC

    from sincerely.faces.cli.moments import spoken
    from sincerely.faces.cli.paper import console, escape

    paper = console()
    paper.print("[bold green]Yes.[/]" if answer.allowed else "[bold yellow]Not now.[/]")
    for reason in answer.reasons:
        paper.print("  " + escape(reason))
    if not answer.allowed:
        when = (
            f"From {spoken(answer.next_allowed, zone or UTC, now)}."
            if answer.next_allowed
            else "There is no later moment either."
        )
        paper.print("  " + when)


def is_file(subject: str) -> bool:
    return subject == "-" or subject.endswith(".json")


def subject_case(subject: str, at: str | None) -> "tuple[Case, Policy, datetime]":
    """The case in a file, or of an application on the desk; with its policy and the moment that counts as now."""
    from sincerely.cadence import read_case, read_policy
    from sincerely.faces.cli.clock import now
    from sincerely.faces.cli.failure import BAD_DATA, Failure
    from sincerely.faces.cli.intake import read_json

    if is_file(subject):
        data = read_json(subject)
        changes = data.get("policy") or {}
        if not isinstance(changes, dict):
            raise Failure(f"{subject}: policy is no object.", BAD_DATA)
        return read_case(data), read_policy(changes), now(at)
    from sincerely.desk.queries.plans import case_of, policy_of
    from sincerely.faces.cli.opening import opened

    desk = opened(at)
    return case_of(desk.actor, desk.application(subject or None).id, desk.now), policy_of(desk.actor), desk.now
