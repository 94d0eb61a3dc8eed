"""`sincerely write`, `edit`, `discard`: a draft, begun for you, changed by you."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sincerely.faces.cli.options import Json, Now
from sincerely.faces.cli.paper import answer, print_json
from sincerely.terms import Channel, Stage

if TYPE_CHECKING:
    from sincerely.desk.shapes import MessageShape, TouchShape
    from sincerely.faces.cli.opening import OpenDesk


def write(
    contact: Annotated[str, typer.Argument(help="To whom, by number or name; the next one owed where not said.")] = "",
    stage: Annotated[Stage | None, typer.Option(help="What it is; what the plan says where not said.")] = None,
    channel: Annotated[
        Channel | None, typer.Option(help="How it goes, as planned where not said; text is SMS, LinkedIn and the like.")
    ] = None,
    interview: Annotated[str, typer.Option("--for", help="The interview that it follows, by number, employer or role.")] = "",
    text: Annotated[
        str, typer.Option(help="A file with your own text, or - for standard input; a first draft where not said.")
    ] = "",
    subject: Annotated[str | None, typer.Option(help="The subject of an e-mail.")] = None,
    edit: Annotated[bool, typer.Option("--edit", "-e", help="Open it in your editor at once.")] = False,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Begin a note: a first draft, or your own text.

    \b
    Examples:
      sincerely write
      sincerely write Jo --channel voicemail
      sincerely write 3 --text note.txt
    """
    from sincerely.desk.actions.drafts import write_draft
    from sincerely.faces.cli.intake import read_text
    from sincerely.faces.cli.opening import opened

    desk = opened(at)
    touch = next_touch(desk, contact, stage)
    person = touch.contact if touch else desk.contact(contact).id
    application = touch.application if touch else application_of(desk, person)
    draft = write_draft(
        desk.actor,
        application,
        contact=person,
        stage=stage or (Stage(touch.stage) if touch else Stage.CHECK_IN),
        channel=channel or (Channel(touch.channel) if touch else Channel.EMAIL),
        interview=desk.interview(interview).id if interview else touch.interview if touch else None,
        subject=subject,
        body=read_text(text) if text else None,
        rulebook=desk.rulebook,
        now=desk.now,
    )
    if edit:
        draft = edited(desk, draft)
    present(desk, draft, as_json)
    if touch and not as_json:
        tell_custom(touch)


def tell_custom(touch: "TouchShape") -> None:
    """What a note like this means where its reader is, where that is not what the person may expect."""
    from rich.text import Text

    from sincerely.cadence.countries import thank_you_notes
    from sincerely.faces.cli.paper import put

    for reason in touch.reasons:
        if reason in thank_you_notes().values():
            put(Text(reason, style="dim"))


def next_touch(desk: "OpenDesk", contact: str, stage: Stage | None) -> "TouchShape | None":
    """The planned touch that the words mean: the first one owed, or the first to that contact."""
    from sincerely.desk.queries.due import due
    from sincerely.faces.cli.failure import NO_INPUT, Failure

    day = due(desk.actor, desk.now)
    planned = [touch for touch in (*day.late, *day.today, *day.coming) if stage is None or touch.stage == stage]
    if not contact:
        begun = [touch for touch in planned if touch.message is not None]
        free = [touch for touch in planned if touch.contact not in {touch.contact for touch in begun}]
        if not free and begun:
            raise Failure(
                f"A note to {begun[0].contact_name} is begun already. Go on with it: sincerely edit {begun[0].message}.", NO_INPUT
            )
        if not free:
            raise Failure("Nothing is owed. Say to whom: sincerely write NAME.", NO_INPUT)
        return free[0]
    person = desk.contact(contact).id
    return next((touch for touch in planned if touch.contact == person), None)


def application_of(desk: "OpenDesk", contact: int) -> int:
    """The newest open application at the contact's employer."""
    from sincerely.desk.queries.applications import applications
    from sincerely.desk.queries.applications import contact as person
    from sincerely.faces.cli.failure import NO_INPUT, Failure

    employer = person(desk.actor, contact).employer_id
    rows = [row for row in applications(desk.actor) if row.employer_id == employer]
    rows.sort(key=lambda row: (row.status == "open", row.id))
    if not rows:
        raise Failure("There is no application at that contact's employer. Add one: sincerely add.", NO_INPUT)
    return rows[-1].id


def edit(
    message: Annotated[str, typer.Argument(help="Which draft, by number or contact; the only one where not said.")] = "",
    text: Annotated[
        str, typer.Option(help="A file with the new text, or - for standard input; your editor where not said.")
    ] = "",
    subject: Annotated[str | None, typer.Option(help="A new subject.")] = None,
    cc: Annotated[list[str] | None, typer.Option(help="Copy it to an address; say it again for more.")] = None,
    attach: Annotated[list[Path] | None, typer.Option(help="A file to go with it; say it again for more.")] = None,
    detach: Annotated[list[str] | None, typer.Option(help="A file to take away, by its name; say it again for more.")] = None,
    channel: Annotated[Channel | None, typer.Option(help="Let it go by this channel instead.")] = None,
    stage: Annotated[Stage | None, typer.Option(help="Let it be this instead.")] = None,
    fix: Annotated[bool, typer.Option(help="Make every safe remedy.")] = False,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Change a draft and see what the check says now. What was approved must be approved again.

    \b
    Examples:
      sincerely edit 3
      sincerely edit 3 --text better.txt
      sincerely edit 3 --fix
      sincerely edit 3 --channel letter
    """
    from sincerely.desk.actions.drafts import attach as add_file
    from sincerely.desk.actions.drafts import detach as take_away
    from sincerely.desk.actions.drafts import edit_draft
    from sincerely.desk.actions.writing import send_otherwise
    from sincerely.desk.queries.messages import report_of
    from sincerely.faces.cli.intake import read_bytes, read_text
    from sincerely.faces.cli.opening import opened
    from sincerely.proof.fixing import fixed

    desk = opened(at)
    draft = desk.message(message, "draft", "approved", "queued")
    files = [(file.name, read_bytes(str(file), most=25 * 1024 * 1024)) for file in attach or []]
    for name, data in files:
        draft = add_file(desk.actor, draft.id, name=name, data=data, now=desk.now)
    for name in detach or []:
        draft = take_away(desk.actor, draft.id, name, now=desk.now)
    if channel or stage:
        draft = send_otherwise(desk.actor, draft.id, channel=channel, stage=stage, rulebook=desk.rulebook, now=desk.now)
    if fix:
        letter, report = report_of(desk.actor, draft.id, desk.rulebook)
        mended = fixed(letter, report.findings)
        draft = edit_draft(desk.actor, draft.id, subject=mended.subject, body=mended.body, rulebook=desk.rulebook, now=desk.now)
    elif text or subject is not None or cc:
        body = read_text(text) if text else None
        draft = edit_draft(desk.actor, draft.id, subject=subject, body=body, cc=cc, rulebook=desk.rulebook, now=desk.now)
    elif not (attach or detach or channel or stage):
        draft = edited(desk, draft)
    present(desk, draft, as_json)


def edited(desk: "OpenDesk", draft: "MessageShape") -> "MessageShape":
    """The draft after a visit to the person's own editor."""
    from sincerely.desk.actions.drafts import edit_draft
    from sincerely.faces.cli.editor import edited_text

    text = edited_text(draft.body)
    if text.strip() == draft.body.strip():
        return draft
    return edit_draft(desk.actor, draft.id, body=text.rstrip() + "\n", rulebook=desk.rulebook, now=desk.now)


def present(desk: "OpenDesk", draft: "MessageShape", as_json: bool) -> None:
    """The message, what the check says of it, whether the gate is open, and what to do next."""
    from sincerely.desk.queries.messages import gate_of, report_of
    from sincerely.desk.shapes import as_dict
    from sincerely.faces.cli.messages import print_message
    from sincerely.proof.shape import report_shape

    letter, report = report_of(desk.actor, draft.id, desk.rulebook)
    gate = gate_of(desk.actor, draft.id, desk.rulebook, desk.now)
    if as_json:
        return print_json({"message": as_dict(draft), "report": report_shape(report), "gate": as_dict(gate)})
    print_message(desk, draft, letter, report, gate)


def discard(
    message: Annotated[str, typer.Argument(help="Which one, by number or contact.")],
    reason: Annotated[str, typer.Option(help="Why, for the history.")] = "",
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Take back a draft, or what waits to be sent.

    \b
    Example:
      sincerely discard 3
    """
    from sincerely.desk.actions.drafts import discard_draft
    from sincerely.desk.actions.sending import withdraw
    from sincerely.faces.cli.messages import titled
    from sincerely.faces.cli.opening import opened

    desk = opened(at)
    row = desk.message(message, "draft", "approved", "queued")
    row = (discard_draft if row.state == "draft" else withdraw)(desk.actor, row.id, reason=reason, now=desk.now)
    answer(row, as_json, f"Taken back: {titled(row)}. The history keeps that it was there.")
