"""`sincerely contact`, `application`, `profile`, `policy`: what is known, put right."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from sincerely.faces.cli.options import Json, Now
from sincerely.faces.cli.paper import answer

Zone = Annotated[str | None, typer.Option(help="The time zone, such as Europe/Dublin.")]
Country = Annotated[str | None, typer.Option(help="The country, in two letters, for public holidays.")]
Region = Annotated[str | None, typer.Option(help="Its region, such as BY, for regional holidays.")]
Phone = Annotated[str | None, typer.Option(help="The phone number.")]
Address = Annotated[str | None, typer.Option(help="The postal address, its lines parted by /.")]
Name = Annotated[str | None, typer.Option(help="The full name.")]


def contact(
    who: Annotated[str, typer.Argument(help="The contact, by number or name.")],
    name: Name = None,
    title: Annotated[str | None, typer.Option(help="What they are there, such as Head of Works.")] = None,
    nickname: Annotated[str | None, typer.Option(help="What they call themselves.")] = None,
    honorific: Annotated[str | None, typer.Option(help="Ms, Dr, Professor …, where you know it.")] = None,
    email: Annotated[str | None, typer.Option(help="The address to write to from now on; empty takes it away.")] = None,
    phone: Phone = None,
    address: Address = None,
    zone: Annotated[str | None, typer.Option(help="Their time zone, where it is not the employer's.")] = None,
    country: Country = None,
    region: Region = None,
    merge: Annotated[str, typer.Option(help="Another contact, by number, that is the same person.")] = "",
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Put right what is known of a contact.

    \b
    Examples:
      sincerely contact 2 --name "Jo Park" --title "Head of Works"
      sincerely contact Jo --email jo@acme.example
    """
    from sincerely.desk.actions.contacts import drop_address, merge_contacts, set_address, update_contact
    from sincerely.faces.cli.opening import opened

    desk = opened(at)
    person = desk.contact(who)
    given = {
        "name": name, "title": title, "nickname": nickname, "honorific": honorific,
        "phone": phone, "zone": zone, "country": country, "region": region, "postal_address": in_lines(address),
    }  # fmt: skip
    changes = {key: value for key, value in given.items() if value is not None}
    if changes:
        person = update_contact(desk.actor, person.id, now=desk.now, **changes)
    if email is not None:
        person = (
            set_address(desk.actor, person.id, email, now=desk.now)
            if email
            else drop_address(desk.actor, person.id, now=desk.now)
        )
    if merge:
        person = merge_contacts(desk.actor, person.id, desk.contact(merge).id, now=desk.now)
    answer(
        person,
        as_json,
        f"{person.name}, {person.employer}: {person.email or 'no address'}{', ' + person.phone if person.phone else ''}",
    )


def application(
    which: Annotated[str, typer.Argument(help="The application, by number, employer or role.")],
    role: Annotated[str | None, typer.Option(help="The job.")] = None,
    employer: Annotated[str | None, typer.Option(help="The employer's name, put right.")] = None,
    zone: Annotated[str | None, typer.Option(help="The employer's time zone.")] = None,
    country: Country = None,
    region: Region = None,
    posting: Annotated[Path | None, typer.Option(help="The advert as a text file.")] = None,
    close: Annotated[bool, typer.Option("--close", help="It is over: nothing more is owed.")] = False,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="You want it no more: nothing but owed thanks goes.")] = False,
    reason: Annotated[str, typer.Option(help="Why you close it or withdraw; it stays in the history.")] = "",
    reopen: Annotated[bool, typer.Option("--reopen", help="It goes on after all.")] = False,
    part_of: Annotated[
        str, typer.Option(help="An application at the parent company, or at another brand of it: both are one employer.")
    ] = "",
    separate: Annotated[bool, typer.Option("--separate", help="Its employer is one of its own after all.")] = False,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Put right an application, withdraw from it, or close it; say which employers are one.

    \b
    Examples:
      sincerely application Acme --zone Europe/Dublin --country IE
      sincerely application 3 --withdraw --reason "I took another post"
      sincerely application "Acme Bakery" --part-of "Acme Foods"
    """
    from sincerely.desk.actions.applications import (
        close_application,
        reopen_application,
        update_application,
        update_employer,
        withdraw_application,
    )
    from sincerely.desk.actions.employers import join_employers, separate_employer
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.intake import read_text
    from sincerely.faces.cli.opening import opened

    if close + reopen + withdraw > 1:
        raise Failure("application: one of --close, --withdraw and --reopen.")
    if part_of and separate:
        raise Failure("application: --part-of or --separate, not both.")
    if reason and not (close or withdraw):
        raise Failure("application: --reason belongs to --close or --withdraw.")
    desk = opened(at)
    row = desk.application(which)
    if any(value is not None for value in (employer, zone, country, region)):
        update_employer(desk.actor, row.employer_id, name=employer, zone=zone, country=country, region=region, now=desk.now)
    if role is not None or posting:
        text = read_text(str(posting), most=1024 * 1024) if posting else None
        update_application(desk.actor, row.id, role=role, posting=text, now=desk.now)
    if close:
        close_application(desk.actor, row.id, reason=reason, now=desk.now)
    if withdraw:
        withdraw_application(desk.actor, row.id, reason=reason, now=desk.now)
    if part_of:
        join_employers(desk.actor, row.employer_id, desk.application(part_of).employer_id, now=desk.now)
    if separate:
        separate_employer(desk.actor, row.employer_id, now=desk.now)
    if reopen:
        reopen_application(desk.actor, row.id, now=desk.now)
    row = desk.application(str(row.id))
    words = "withdrawn" if row.withdrawn else row.status
    answer(row, as_json, f"{row.role or 'Application'} at {row.employer}{partly(row.part_of)}: {words}.")


def partly(whole: str) -> str:
    return f", part of {whole}" if whole else ""


def profile(
    name: Name = None,
    email: Annotated[str | None, typer.Option(help="The address that you write from.")] = None,
    phone: Phone = None,
    zone: Zone = None,
    address: Address = None,
    signature: Annotated[Path | None, typer.Option(help="A picture of your handwritten name, PNG or JPEG.")] = None,
    employer: Annotated[str | None, typer.Option(help="Whom you work for now.")] = None,
    pace: Annotated[float | None, typer.Option(help="Your speaking pace in words a minute.", min=60, max=400)] = None,
    background: Annotated[Path | None, typer.Option(help="Your CV as JSON Resume or plain text.")] = None,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Show or change what the desk knows of you.

    \b
    Example:
      sincerely profile --phone "01632 960 100" --background cv.txt
    """
    from sincerely.desk.actions.desk import update_profile
    from sincerely.faces.cli.background import read_checked
    from sincerely.faces.cli.intake import read_bytes
    from sincerely.faces.cli.opening import opened
    from sincerely.press import MOST_SIGNATURE

    desk = opened(at)
    given = {"name": name, "email": email, "phone": phone, "zone": zone, "employer": employer, "pace": pace}
    given["postal_address"] = in_lines(address)
    changes: dict[str, Any] = {key: value for key, value in given.items() if value is not None}
    if background:
        changes["background"] = read_checked(background)
    if signature:
        changes["signature"] = read_bytes(str(signature), most=MOST_SIGNATURE)
    owner = update_profile(desk.actor, now=desk.now, **changes) if changes else desk.owner
    answer(owner, as_json, f"{owner.name} · {owner.email or 'no address'} · {owner.phone or 'no number'} · {owner.zone}")


def in_lines(address: str | None) -> str | None:
    """A postal address with its lines parted."""
    return None if address is None else "\n".join(line.strip() for line in address.split("/"))


def policy(
    name: Annotated[str, typer.Argument(help="default, patient, brisk or executive.")] = "",
    change: Annotated[
        list[str] | None, typer.Option("--set", help="One rule, such as gap_days=10; say it again for more.")
    ] = None,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Show or change how often and when to write.

    \b
    Examples:
      sincerely policy
      sincerely policy patient
      sincerely policy --set gap_days=10
    """
    from sincerely.desk.actions.desk import switch_policy
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.opening import opened

    desk = opened(at)
    owner = desk.owner
    if name or change:
        changes = dict(owner.policy_changes) if not name or name == owner.policy else {}
        for words in change or []:
            key, equals, value = words.partition("=")
            if not equals:
                raise Failure(f"--set: {words!r} is not of the form gap_days=10.")
            changes[key.strip()] = decoded(value.strip())
        owner = switch_policy(desk.actor, name or owner.policy, changes, now=desk.now)
    changed = ", ".join(f"{key} = {value}" for key, value in owner.policy_changes.items())
    answer(
        {"policy": owner.policy, "changes": owner.policy_changes}, as_json, f"{owner.policy}{': ' + changed if changed else ''}"
    )


def decoded(value: str) -> Any:
    """A value as JSON where it is some, else as text."""
    try:
        return json.loads(value)
    except ValueError:
        return value
