"""`sincerely add`: an interview, from its invite, by flags, or asked step by step."""

import re
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sincerely.faces.cli.options import Json, Now

if TYPE_CHECKING:
    from sincerely.faces.cli.opening import OpenDesk

# Where no end is given: most first interviews take 45 minutes to an hour (Indeed, Glassdoor 2023).
USUAL = timedelta(hours=1)


def add(
    file: Annotated[str, typer.Argument(help="An invite: .ics, or a mail (.eml) that holds one; - reads standard input.")] = "",
    employer: Annotated[str, typer.Option(help="The employer's name.")] = "",
    role: Annotated[str, typer.Option(help="The job.")] = "",
    who: Annotated[
        list[str] | None, typer.Option("--with", help='Who interviews: "Jo Park <jo@acme.example>"; say it again for more.')
    ] = None,
    start: Annotated[str, typer.Option(help="When it begins, such as 2026-03-02T14:00, in --zone.")] = "",
    end: Annotated[str, typer.Option(help="When it ends; an hour later where not said.")] = "",
    zone: Annotated[str, typer.Option(help="The employer's time zone; yours where not said.")] = "",
    country: Annotated[str, typer.Option(help="The employer's country (IE, US, …), for public holidays.")] = "",
    region: Annotated[str, typer.Option(help="Its region (BY, CA, …), for regional holidays.")] = "",
    format: Annotated[str, typer.Option(help="phone, video or on-site.")] = "",
    notes: Annotated[str, typer.Option(help="What you talked about, or will.")] = "",
    posting: Annotated[
        Path | None, typer.Option(help="The advert as a text file, so that drafts know what was asked for.")
    ] = None,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Add an interview: from an invite, by flags, or asked step by step.

    An update or a cancellation of an invite that the desk knows changes that interview.

    \b
    Examples:
      sincerely add invite.ics --role "Sous Chef"
      sincerely add --employer "Acme" --role Welder --with "Jo Park <jo@acme.example>" --start 2026-03-02T14:00
    """
    from sincerely.desk.errors import action
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.opening import opened

    desk = opened(at)
    advert = read_posting(posting)
    if file:
        return take(desk, file, role, employer, zone, advert, as_json)
    if not employer and sys.stdin.isatty():
        employer, role, who, start, format = asked(desk, zone)
    if not employer:
        raise Failure('add: name an invite file, or the employer: --employer "Acme" --start 2026-03-02T14:00 --with "Jo Park".')
    if not start and (end or format or notes):
        raise Failure("add: --end, --format and --notes belong to an interview; say when it begins: --start 2026-03-02T14:00.")
    action(create)(desk, employer, role, who or [], start, end, zone, country, region, format, notes, advert, as_json)


def read_posting(path: Path | None) -> str:
    from sincerely.faces.cli.intake import read_text

    return read_text(str(path), most=1024 * 1024) if path else ""


def take(desk: "OpenDesk", file: str, role: str, employer: str, zone: str, advert: str, as_json: bool) -> None:
    """Takes every invite in a file."""
    from sincerely.desk.actions.applications import update_application
    from sincerely.desk.actions.invites import take_invite
    from sincerely.faces.cli.failure import BAD_DATA, Failure
    from sincerely.faces.cli.intake import read_bytes
    from sincerely.post.invites import read_invites

    invites = read_invites(read_bytes(file, most=50 * 1024 * 1024), zone=zone or desk.owner.zone)
    if not invites:
        raise Failure(f"{file} holds no invite. Add the interview by hand: sincerely add.", BAD_DATA)
    taken = [take_invite(desk.actor, invite, now=desk.now, role=role, employer=employer) for invite in invites]
    for outcome in taken:
        if outcome.interview and advert:
            update_application(desk.actor, outcome.interview.application, posting=advert, now=desk.now)
        tell(desk, outcome.words, outcome.interview, as_json)


def create(
    desk: "OpenDesk",
    employer: str,
    role: str,
    who: list[str],
    start: str,
    end: str,
    zone: str,
    country: str,
    region: str,
    format: str,
    notes: str,
    advert: str,
    as_json: bool,
) -> None:
    """Adds application, contacts and interview as they were told: all or none."""
    from sincerely.desk.actions.applications import add_application
    from sincerely.desk.actions.contacts import add_contact
    from sincerely.desk.actions.interviews import add_interview

    begins, ends = times(start, end, zone or desk.owner.zone)
    application = add_application(
        desk.actor, employer=employer, role=role, zone=zone, country=country, region=region, posting=advert, now=desk.now
    )
    people = [add_contact(desk.actor, application.id, now=desk.now, **person(words)) for words in who]
    interview = None
    if begins and ends:
        interview = add_interview(
            desk.actor,
            application.id,
            start=begins,
            end=ends,
            contacts=[contact.id for contact in people],
            zone=zone or desk.owner.zone,
            format=format,
            notes=notes,
            now=desk.now,
        )
    tell(desk, f"Added: {role or 'an application'} at {employer}.", interview or application, as_json)


def times(start: str, end: str, zone: str) -> tuple[datetime | None, datetime | None]:
    """Beginning and end; a time without an offset is civil time in the zone."""
    from zoneinfo import ZoneInfo

    from sincerely.faces.cli.clock import read_instant
    from sincerely.faces.cli.failure import Failure

    if not start:
        return None, None
    try:
        place = ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        raise Failure(f"--zone: {zone!r} is no time zone; say one such as Europe/Dublin.") from None
    begins = read_instant(start, "--start", place)
    return begins, read_instant(end, "--end", place) if end else begins + USUAL


def person(words: str) -> dict[str, Any]:
    """`Jo Park <jo@acme.example>, Head of Works` as name, address and title."""
    match = re.fullmatch(r"\s*(?P<who>[^<,]*(?:<[^>]*>)?)\s*(?:,\s*(?P<title>.+?))?\s*", words)
    who, title = (match["who"], match["title"] or "") if match else (words, "")
    name, angle, email = who.partition("<")
    if not angle and "@" in who:
        name, email = "", who
    email = email.strip(" >")
    return {"name": name.strip(' "') or email.partition("@")[0], "email": email, "title": title}


def asked(desk: "OpenDesk", zone: str) -> tuple[str, str, list[str], str, str]:
    """Asks for an interview step by step."""
    from zoneinfo import ZoneInfo

    from sincerely.desk import entries
    from sincerely.faces.cli.asking import ask
    from sincerely.faces.cli.clock import read_instant

    zone = entries.zone(zone)
    employer = ask("The employer", lambda words: entries.line(words, "employer's name", needed=True))
    role = ask("The job (Enter where it has no name)", lambda words: entries.line(words, "role"), default="")
    people = []
    while words := ask('Who interviews? "Jo Park <jo@acme.example>", Enter when done', known_person, default=""):
        people.append(words)
    today: date = desk.now.astimezone(desk.zone).date()
    place = ZoneInfo(zone) if zone else desk.zone
    begins = ask("When does it begin?", lambda words: read_instant(words, "When", place), default=f"{today} 14:00")
    format = ask("How? phone, video or on-site", entries.format, default="on-site")
    return employer, role, people, begins.isoformat(), format


def known_person(words: str) -> str:
    """The words of a person, once their address is known to be one."""
    from sincerely.desk import entries

    entries.email(person(words)["email"])
    return words.strip()


def tell(desk: "OpenDesk", words: str, shape: Any, as_json: bool) -> None:
    from sincerely.desk.shapes import InterviewShape, as_dict
    from sincerely.faces.cli.moments import spoken
    from sincerely.faces.cli.paper import console, escape, print_json

    if as_json:
        return print_json(as_dict(shape) if shape else {"words": words})
    paper = console()
    paper.print(escape(words))
    if isinstance(shape, InterviewShape):
        panel = ", ".join(person["name"] for person in shape.contacts) or "nobody named yet"
        paper.print(f"  {spoken(shape.start, desk.zone, desk.now)} with {escape(panel)}   [dim]interview {shape.id}[/]")
        paper.print("[dim]After it: sincerely note, then sincerely due.[/]")
