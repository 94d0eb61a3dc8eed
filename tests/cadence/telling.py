"""Short ways to tell a case in tests. Times without an offset are UTC, which is London's winter time."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sincerely.cadence import Answer, Case, Plan, Policy, Touch, What, may_contact, plan, read_case
from sincerely.terms import Channel, Stage

LONDON = {"name": "Acme", "zone": "Europe/London", "country": "GB", "region": "ENG"}
ANA, BEN, CHO = (
    {"id": name.lower(), "name": name, "email": f"{name.lower()}@acme.example", "phone": "+44 20 7946 0000"}
    for name in ("Ana", "Ben", "Cho")
)


def at(words: str) -> datetime:
    """An instant from "2026-03-02 10:00"."""
    found = datetime.fromisoformat(words)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def iso(words: str) -> str:
    return at(words).isoformat()


def interview(id: str, day: str, start: str, end: str, *contacts: str) -> dict[str, Any]:
    return {"kind": "interview", "id": id, "start": iso(f"{day} {start}"), "end": iso(f"{day} {end}"), "contacts": list(contacts)}


def moved(id: str, when: str, day: str, start: str, end: str) -> dict[str, Any]:
    return {
        "kind": "interview-moved",
        "id": id,
        "at": iso(when),
        "start": iso(f"{day} {start}"),
        "end": iso(f"{day} {end}"),
    }


def cancelled(id: str, when: str) -> dict[str, Any]:
    return {"kind": "interview-cancelled", "id": id, "at": iso(when)}


def promised(by: str, when: str) -> dict[str, Any]:
    return {"kind": "promised", "by": by, "at": iso(when)}


def sent(stage: str, contact: str, when: str, channel: str = "email") -> dict[str, Any]:
    return {"kind": "sent", "contact": contact, "channel": channel, "stage": stage, "at": iso(when)}


def received(nature: str, contact: str, when: str, **more: Any) -> dict[str, Any]:
    return {"kind": "received", "contact": contact, "nature": nature, "at": iso(when), **more}


def read(contact: str, when: str) -> dict[str, Any]:
    return {"kind": "read", "contact": contact, "at": iso(when)}


def waived(interview: str, contact: str, when: str) -> dict[str, Any]:
    return {"kind": "waived", "interview": interview, "contact": contact, "reason": "We spoke on the phone.", "at": iso(when)}


def address(contact: str, when: str) -> dict[str, Any]:
    return {"kind": "address", "contact": contact, "email": f"{contact}@new.example", "at": iso(when)}


def held(contact: str, when: str) -> dict[str, Any]:
    return {"kind": "held", "contact": contact, "at": iso(when)}


def told(*events: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A case as data: Acme in London, Ana, Ben and Cho, and what happened."""
    return {
        "person": {"zone": "Europe/London"},
        "employer": LONDON,
        "contacts": [ANA, BEN, CHO],
        "events": list(events),
        **changes,
    }


def case(*events: dict[str, Any], **changes: Any) -> Case:
    return read_case(told(*events, **changes))


def planned(now: str, *events: dict[str, Any], **changes: Any) -> Plan:
    return plan(case(*events, **changes), Policy(), at(now))


def may(now: str, contact: str, channel: str, stage: str, *events: dict[str, Any], **changes: Any) -> Answer:
    return may_contact(case(*events, **changes), Policy(), at(now), contact, Channel(channel), Stage(stage))


def touches(plan: Plan, stage: str) -> list[Touch]:
    """The touches of one stage."""
    return [touch for touch in plan.touches if touch.stage == stage]


def only(found: Iterable[Touch]) -> Touch:
    """The one touch that there is."""
    (touch,) = found
    return touch


def owes(plan: Plan, what: str) -> list[str]:
    """To whom something is owed."""
    return [owed.contact for owed in plan.owed if owed.what is What(what)]


def on_hold(when: str, until: str | None = None) -> dict[str, Any]:
    return {"kind": "on-hold", "until": until, "at": iso(when)}


def withdrawn(when: str) -> dict[str, Any]:
    return {"kind": "withdrawn", "reason": "I took another post.", "at": iso(when)}
