"""A career centre made up: many desks, each with five applications and twenty touches, one of which is due within one minute.

Rows are written as text: by COPY on PostgreSQL, row by row on SQLite. Interviews, letters and times differ from desk to desk.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

# A Wednesday without a public holiday in Ireland, within working hours for some hours to come.
NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)
PLACES = 5
STAGES = (("thank-you", 3), ("check-in", 12 * 24), ("check-in", 20 * 24), ("final", 32 * 24))
THINGS = (
    *("night shifts", "new rota", "training plan", "summer timetable", "handover notes", "visiting hours", "stock room"),
    *("front desk", "second site", "move to Cork", "quality round", "weekend team", "customer survey", "open day", "budget"),
)
WAYS = ("I enjoyed hearing how you plan the", "It was good to see what you do about the", "You told me a lot about the")
Row = tuple[Any, ...]
Raw = Callable[[int, int], bytes]


def text_of(number: int) -> str:
    """A letter that proof lets pass, with words of its own."""
    one, two, three = (THINGS[number // 15**power % 15] for power in range(3))
    return (
        f"Dear Bob,\n\nThank you for your time today. {WAYS[number % 3]} {one}, and my work on the {two} at Meadow Hall would "
        f"fit in well. If it helps, I can send you what I wrote about the {three}. I look forward to hearing from you.\n\n"
        "Kind regards,\nAlice Archer\n"
    )


def at(moment: datetime) -> str:
    """An instant as both databases read it."""
    return moment.strftime("%Y-%m-%d %H:%M:%S.%f")


@cache
def form() -> bytes:
    """The bytes of a message, with marks where those of one differ from another's."""
    from sincerely.post.address import Address
    from sincerely.post.envelope import Envelope, compose

    letter = Envelope(
        Address("Alice Archer", "seeker0000000@archer.example"), (Address("Bob Byrne", "bob0000000@b.example"),), "Thanks", "BODY"
    )
    return compose(letter, "<m00000000@archer.example>", NOW)


def frozen(desk: int, place: int, number: int) -> bytes:
    raw = form().replace(b"seeker0000000", b"seeker%07d" % desk).replace(b"bob0000000", b"bob%07d" % place)
    body = text_of(number).replace("\n", "\r\n").encode()
    return raw.replace(b"m00000000", b"m%08d" % number).replace(b"BODY\r\n", body)


def places(desk: int) -> range:
    return range((desk - 1) * PLACES + 1, desk * PLACES + 1)


def interview(desk: int, place: int) -> datetime:
    """When the talk of a place ended: today at the first, weeks ago at the others."""
    order = place - places(desk)[0]
    return NOW - timedelta(hours=2) if order == 0 else NOW - timedelta(days=35 + 12 * order, hours=desk % 5)


def messages(desk: int) -> Iterator[tuple[int, int, str, str, datetime]]:
    """Number, place, stage, state and time of each of a desk's twenty touches."""
    number = (desk - 1) * 4 * PLACES
    for place in places(desk):
        first = place == places(desk)[0]
        for stage, hours in STAGES:
            number += 1
            if not first:
                yield number, place, stage, "sent", interview(desk, place) + timedelta(hours=hours)
            elif stage == "thank-you":
                yield number, place, stage, "queued", NOW + timedelta(milliseconds=(desk * 7919) % 60_000)
            else:
                yield number, place, stage, "withdrawn", NOW - timedelta(days=1)


def tables(desks: int) -> Iterator[tuple[str, dict[str, Any], Iterable[dict[str, Any]]]]:
    """The name of each table's model, what all its rows share, and what each has of its own."""
    every, ago = range(1, desks + 1), at(NOW - timedelta(days=120))
    spots = [(desk, place) for desk in every for place in places(desk)]
    yield (
        "Person",
        {"created_at": ago},
        ({"id": d, "name": f"Alice {d}", "email": f"a{d}@archer.example", "login": d} for d in every),
    )
    yield (
        "Desk",
        {"name": "Alice Archer", "zone": "Europe/Dublin", "created_at": ago},
        ({"id": d, "person_id": d, "email": f"seeker{d:07d}@archer.example"} for d in every),
    )
    way = '{"name": "smtp", "host": "mail.archer.example"}'
    yield (
        "Account",
        {"carrier": way, "created_at": ago},
        ({"id": d, "desk_id": d, "address": f"seeker{d:07d}@archer.example"} for d in every),
    )
    yield (
        "History",
        {"at": ago, "who": "Alice", "what": "start", "noun": "desk"},
        ({"id": d, "desk_id": d, "noun_id": d} for d in every),
    )
    home = {"zone": "Europe/Dublin", "country": "IE", "created_at": ago}
    yield "Employer", home, ({"id": p, "desk_id": d, "name": f"Willow House {p}"} for d, p in spots)
    yield (
        "Application",
        {"role": "Night Manager", "created_at": ago},
        ({"id": p, "desk_id": d, "employer_id": p} for d, p in spots),
    )
    yield "Contact", {"name": "Bob Byrne", "created_at": ago}, ({"id": p, "desk_id": d, "employer_id": p} for d, p in spots)
    yield "Address", {}, ({"id": p, "desk_id": d, "contact_id": p, "email": f"bob{p:07d}@b.example"} for d, p in spots)
    hour = timedelta(hours=1)
    yield (
        "Interview",
        {"created_at": ago},
        (
            {"id": p, "desk_id": d, "application_id": p, "start": at(interview(d, p) - hour), "end": at(interview(d, p))}
            for d, p in spots
        ),
    )
    yield "Interviewer", {}, ({"id": p, "interview_id": p, "contact_id": p} for _, p in spots)
    yield "Event", {}, events(desks)
    yield "Message", {"channel": "email", "subject": "Thanks", "created_at": ago, "changed_at": ago}, written(desks)


def events(desks: int) -> Iterator[dict[str, Any]]:
    """What the planner knows: each talk, and each message that was sent."""
    number = 0
    for desk in range(1, desks + 1):
        for place in places(desk):
            number += 1
            end = interview(desk, place)
            own = {"desk_id": desk, "employer_id": place, "application_id": place, "interview_id": place}
            yield {"id": number, "kind": "interview", "at": at(end), "start": at(end - timedelta(hours=1)), "end": at(end), **own}
        for message, place, stage, state, moment in messages(desk):
            if state == "sent":
                number += 1
                own = {"desk_id": desk, "employer_id": place, "application_id": place, "contact_id": place, "message_id": message}
                yield {"id": number, "kind": "sent", "at": at(moment), "channel": "email", "stage": stage, **own}


def written(desks: int) -> Iterator[dict[str, Any]]:
    """The messages, frozen and consented to."""
    for desk in range(1, desks + 1):
        sender = f"seeker{desk:07d}@archer.example"
        for number, place, stage, state, moment in messages(desk):
            to, raw, when = f"bob{place:07d}@b.example", frozen(desk, place, number), at(moment)
            yield {
                "id": number,
                "desk_id": desk,
                "application_id": place,
                "interview_id": place,
                "contact_id": place,
                "stage": stage,
                "state": state,
                "sender": sender,
                "to": to,
                "body": text_of(number),
                "frozen": raw,
                "sha256": hashlib.sha256(raw).hexdigest(),
                "message_id": f"<m{number:08d}@archer.example>",
                # As sincerely.desk.actions.sending.agreed has it.
                "consent_sha256": hashlib.sha256(f"{sender}\n{to}".encode() + b"\0" + raw).hexdigest(),
                "found_sound": as_approved(desk, number) if state == "queued" else "",
                "consent_at": when,
                "not_before": when,
                "next_attempt": when if state == "queued" else None,
                "sent_at": when if state == "sent" else None,
            }


def as_approved(desk: int, number: int) -> str:
    """What is kept of a letter that proof found sound at the person's yes, from the letter that the program would read."""
    from sincerely.desk.actions.checking import judged_alike
    from sincerely.desk.rulebooks import senses
    from sincerely.desk.snapshots.letters import known_words
    from sincerely.proof.letter import Candidate, Contact, Facts, Interview, Letter
    from sincerely.proof.rulebook import Rulebook, every_rule
    from sincerely.terms import Channel, Stage

    first, *others = places(desk)
    sender = f"seeker{desk:07d}@archer.example"
    own = [text_of(other) for other, _, _, state, _ in messages(desk) if state == "sent"]
    facts = Facts(
        candidate=Candidate("Alice Archer", sender),
        contacts=(Contact("Bob Byrne", email=f"bob{first:07d}@b.example"),),
        company=f"Willow House {first}",
        role="Night Manager",
        interview=Interview(interview(desk, first).date()),
        contact_wrote_first=False,
        other_names=("Bob Byrne",),
        other_companies=tuple(f"Willow House {place}" for place in sorted(others, key=str)),
        known_words=known_words("", "", "", own=own[::-1]),
    )
    to, body = (f"bob{first:07d}@b.example",), text_of(number)
    letter = Letter(Channel.EMAIL, Stage.THANK_YOU, body, "Thanks", sender, to, facts=facts)
    return judged_alike(letter, Rulebook(every_rule(), senses("full"), frozenset()))


def compared(desks: int) -> None:
    """Fails where the letters made up here are not those that the program reads."""
    from sincerely.desk.actions.checking import judged_alike
    from sincerely.desk.models import Message
    from sincerely.desk.rulebooks import senses
    from sincerely.desk.snapshots.letters import letters_of
    from sincerely.proof.rulebook import Rulebook, every_rule

    some = Message.objects.filter(desk__in=[1, 2, desks], state="queued")
    rows = some.select_related("desk", "contact__employer", "interview", "application__employer")
    for row, letter in zip(rows, letters_of(list(rows)), strict=True):
        if row.found_sound != judged_alike(letter, Rulebook(every_rule(), senses("full"), frozenset())):
            raise SystemExit(f"The letter of desk {row.desk_id} is not as the program reads it: {letter}")


def fill(desks: int) -> None:
    """Writes everything into the empty tables of the database that Django is set up for."""
    from django.apps import apps
    from django.core.management.color import no_style
    from django.db import connection

    from sincerely.desk import models

    with connection.cursor() as cursor:
        indexes = laid_aside(cursor) if connection.vendor == "postgresql" else []
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA foreign_keys = OFF")
        for name, shared, rows in tables(desks):
            model = getattr(models, name)
            columns = {field.column: plain(field, field.get_default()) for field in model._meta.concrete_fields} | shared
            whole = ([*(columns | row).values()] for row in rows)
            if connection.vendor == "postgresql":
                copied(cursor, model._meta.db_table, list(columns), whole)
            else:
                marks = ", ".join("?" * len(columns))
                names = ", ".join(f'"{column}"' for column in columns)
                connection.connection.executemany(f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES ({marks})', whole)
        for index in indexes:
            cursor.execute(index)
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = origin")
            numbered = list(apps.get_app_config("desk").get_models())
            for statement in connection.ops.sequence_reset_sql(no_style(), numbered):
                cursor.execute(statement)
        cursor.execute("ANALYZE")
    compared(desks)


def plain(field: Any, value: Any) -> Any:
    """A default as the database keeps it."""
    return "{}" if value == {} else "[]" if value == [] else value.value if hasattr(value, "value") else value


def laid_aside(cursor: Any) -> list[str]:
    """Takes indexes away while the tables are filled, and checks of what points where; gives what makes the indexes anew."""
    cursor.execute("SET session_replication_role = replica")
    cursor.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename LIKE 'desk_%' AND indexdef NOT LIKE 'CREATE UNIQUE%'"
    )
    found = cursor.fetchall()
    for name, _ in found:
        cursor.execute(f'DROP INDEX "{name}"')
    return [definition for _, definition in found]


def copied(cursor: Any, table: str, columns: list[str], rows: Iterable[list[Any]]) -> None:
    names = ", ".join(f'"{column}"' for column in columns)
    with cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
        lines: list[str] = []
        for row in rows:
            lines.append("\t".join([as_text(value) for value in row]))
            if len(lines) == 2_000:
                copy.write("\n".join(lines) + "\n")
                lines.clear()
        if lines:
            copy.write("\n".join(lines) + "\n")


def as_text(value: Any) -> str:
    """A value as COPY reads it (PostgreSQL: COPY, text format)."""
    if value is None:
        return "\\N"
    if isinstance(value, str):
        return value.replace("\\", "\\\\").replace("\n", "\\n") if "\n" in value or "\\" in value else value
    if isinstance(value, bytes):
        return "\\\\x" + value.hex()
    return str(value)
