"""`sincerely show` and `history`: what is on the desk, and who did what when."""

from typing import TYPE_CHECKING, Annotated

import typer

from sincerely.faces.cli.options import Json, Now

if TYPE_CHECKING:
    from sincerely.desk.shapes import ApplicationShape, InterviewShape
    from sincerely.faces.cli.opening import OpenDesk


def show(
    application: Annotated[str, typer.Argument(help="One application, by number, employer or role; all where not said.")] = "",
    message: Annotated[str, typer.Option(help="One message, by number or contact.")] = "",
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Show applications, one of them, or a message.

    \b
    Examples:
      sincerely show
      sincerely show Acme
      sincerely show --message 3
    """
    from sincerely.desk.queries.applications import applications
    from sincerely.desk.shapes import as_dict
    from sincerely.faces.cli.opening import opened
    from sincerely.faces.cli.paper import print_json
    from sincerely.faces.cli.write import present

    desk = opened(at)
    if message:
        return present(desk, desk.message(message), as_json)
    if application:
        row = desk.application(application)
        return print_json(as_dict(row)) if as_json else whole(desk, row)
    rows = applications(desk.actor)
    print_json(as_dict(rows)) if as_json else table(rows)


def table(rows: "list[ApplicationShape]") -> None:
    """All applications, a row each."""
    from rich.text import Text

    from sincerely.faces.cli.paper import printable, put

    if not rows:
        typer.echo("No applications yet. Add an interview: sincerely add.")
        return
    for row in rows:
        words = f"{row.role or 'Application'} at {row.employer}"
        put(
            Text.assemble(
                (f"{row.id:>4}  ", "dim"), printable(words), (f", {'withdrawn' if row.withdrawn else row.status}", "dim")
            ),
            hanging=6,
        )


def whole(desk: "OpenDesk", row: "ApplicationShape") -> None:
    """One application with its people, interviews and messages."""
    from rich.text import Text

    from sincerely.desk.queries.messages import messages
    from sincerely.faces.cli.due import section
    from sincerely.faces.cli.messages import titled
    from sincerely.faces.cli.paper import console, printable, put

    place = ", ".join(part for part in (row.zone + (" (a guess)" if row.zone_guessed else ""), row.country, row.region) if part)
    put(Text.assemble((f"{row.id}  ", "dim"), (printable(f"{row.role or 'Application'} at {row.employer}"), "bold")))
    status = f"{'withdrawn' if row.withdrawn else row.status}{'; part of ' + row.part_of if row.part_of else ''}"
    put(Text(printable(f"{status}; {place or 'place unknown'}"), style="dim"), indent=2)
    console().print()
    section(
        "People",
        [f"{one.id}  {one.name}{', ' + one.title if one.title else ''}  {one.email or one.phone}" for one in row.contacts],
    )
    talks = [talk_line(desk, talk) for talk in row.interviews]
    section("Interviews", talks)
    texts = messages(desk.actor, application=row.id)
    section("Messages", [f"{one.id}  {titled(one)}, {one.state}" for one in texts])


def talk_line(desk: "OpenDesk", talk: "InterviewShape") -> str:
    """One interview: when, how, with whom, and what was noted."""
    from sincerely.faces.cli.moments import spoken

    panel = ", ".join(person["name"] for person in talk.contacts)
    line = (
        f"{talk.id}  {spoken(talk.start, desk.zone, desk.now)}  {talk.format or 'interview'} with {panel or 'nobody named yet'}"
    )
    return line + ("  cancelled" if talk.cancelled_at else "") + (f"  {talk.notes}" if talk.notes else "")


def history(
    application: Annotated[
        str, typer.Argument(help="Of one application, by number, employer or role; of all where not said.")
    ] = "",
    limit: Annotated[int, typer.Option(help="The newest so many.", min=1, max=1_000_000)] = 50,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Show who did what when. Nothing is ever taken out of it.

    \b
    Example:
      sincerely history Acme
    """
    from rich.text import Text

    from sincerely.desk.queries.history import history as query
    from sincerely.desk.shapes import as_dict
    from sincerely.faces.cli.moments import spoken
    from sincerely.faces.cli.opening import opened
    from sincerely.faces.cli.paper import print_json, printable, put

    desk = opened(at)
    rows = query(desk.actor, application=desk.application(application).id if application else None, limit=limit)
    if as_json:
        return print_json(as_dict(rows))
    for row in sorted(rows, key=lambda row: (row.at, row.id)):
        who = "" if row.who == desk.owner.name else f"  ({row.who})"
        when = f"{spoken(row.at, desk.zone, desk.now):<20} "
        put(Text.assemble((when, "dim"), printable(row.words), (printable(who), "dim")), hanging=21)
