"""A message as it stands on paper: addresses, date, body, the name below and the signature."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sincerely.desk.access import Actor, access_message
from sincerely.desk.errors import DeskError, query
from sincerely.desk.models import Contact, Message
from sincerely.desk.snapshots.letters import letter_of
from sincerely.press import BadPaper, Format, Paper
from sincerely.press.paper import MOST_LINES
from sincerely.proof.layout import lay_out
from sincerely.terms import Channel


@query
def printed(actor: Actor, message: int, now: datetime, kind: Format | None = None) -> Paper:
    """A letter ready for the press, dated today at the person's place; raises DeskError where something is missing."""
    row = access_message(actor, message)
    if row.channel != Channel.LETTER:
        raise DeskError(f"Message {row.pk} goes by {row.channel}, not on paper. Write one: sincerely write --channel letter.")
    if unknown := missing(row):
        raise DeskError(unknown)
    chosen = kind or Format.of(row.contact.country or row.contact.employer.country)
    body, signed, postscript = parts(row)
    try:
        return Paper(
            sender=(row.desk.name, *lines(row.desk.postal_address)),
            recipient=addressee(row.contact, MOST_LINES[chosen]),
            on=now.astimezone(ZoneInfo(row.desk.zone)).date(),
            body=body,
            signed=signed,
            subject=row.subject,
            postscript=postscript,
            enclosures=tuple(row.attachments.values_list("name", flat=True)),
            signature=bytes(row.desk.signature or b""),
            format=chosen,
        )
    except BadPaper as error:
        raise DeskError(str(error)) from None


def missing(row: Message) -> str:
    """Which postal address is not known yet, and how to tell it."""
    if not row.desk.postal_address.strip():
        return 'Your postal address is not known. Tell it: sincerely profile --address "14 Mill Lane / Galway".'
    if not row.contact.postal_address.strip():
        who = row.contact
        return (
            f'{who.name}\'s postal address is not known. Tell it: sincerely contact {who.pk} --address "3 Abbey Street / Sligo".'
        )
    return ""


def addressee(contact: Contact, most: int) -> tuple[str, ...]:
    """The lines of an envelope: the person, what they are, the employer, the place; the title gives way where room is short."""
    place = lines(contact.postal_address)
    name = f"{contact.honorific} {contact.name}".strip()
    employer = contact.employer.name
    company = [] if any(employer.casefold() in line.casefold() for line in place) else [employer]
    title = [contact.title] if contact.title and len(place) + len(company) + 2 <= most else []
    return (name, *title, *company, *place)


def lines(address: str) -> list[str]:
    """The lines of a postal address."""
    return [line.strip() for line in address.splitlines() if line.strip()]


def parts(row: Message) -> tuple[str, str, str]:
    """The text above the signature, the typed name, and the postscript."""
    layout = lay_out(letter_of(row))
    if layout.signature is None:
        return row.body, row.desk.name, ""
    postscript = row.body[layout.postscript.start : layout.postscript.end] if layout.postscript else ""
    return row.body[: layout.signature.start], row.body[layout.signature.start : layout.signature.end], postscript
