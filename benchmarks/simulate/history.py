"""What has happened in a case, read from its JSON form by the words of the design page alone."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any

from benchmarks.simulate.days import Where

UNPROMPTED = frozenset({"check-in", "final", "keep-in-touch"})
AUTOMATIC = frozenset({"away", "bounce"})
CALLS = frozenset({"call", "voicemail"})
POLICY: dict[str, Any] = {
    "thank_you_hours": 24,
    "thank_you_late_hours": 48,
    "thank_you_days": 5,
    "promise_slack_days": 2,
    "first_check_in_days": 7,
    "gap_days": 7,
    "check_ins": 2,
    "closing_note": True,
    "away_default_days": 14,
    "rejection_working_days": 2,
}


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


@dataclass
class Talk:
    """An interview as it stands at a moment."""

    id: str
    start: datetime
    end: datetime
    contacts: list[str]
    settled: dict[str, str] = field(default_factory=dict)  # contact -> sent | waived


class History:
    """A case as it is known at `now`: facts after `now` do not count, doubles count once, the listed order means nothing."""

    def __init__(self, case: dict[str, Any], now: datetime) -> None:
        self.case, self.now = case, now
        self.policy = POLICY | case.get("policy", {})
        self.places = {contact["id"]: place(case, contact) for contact in case["contacts"]}
        distinct = {repr(sorted(event.items(), key=lambda item: item[0])): event for event in case["events"]}
        self.interviews = [event for event in distinct.values() if event["kind"] == "interview"]
        facts = [dict(event, at=instant(event["at"])) for event in distinct.values() if event["kind"] != "interview"]
        self.facts = sorted((fact for fact in facts if fact["at"] <= now), key=lambda fact: fact["at"])
        self.received = [fact for fact in self.facts if fact["kind"] == "received"]
        self.words = [fact for fact in self.received if fact["nature"] not in AUTOMATIC]
        self.sent = self._sent()
        self.talks = self._talks()

    def of(self, kind: str, contact: str | None = None) -> list[dict[str, Any]]:
        return [fact for fact in self.facts if fact["kind"] == kind and contact in (None, fact.get("contact"))]

    def _sent(self) -> list[dict[str, Any]]:
        """What was sent and arrived: a bounce undoes the last e-mail to that contact before it."""
        sent = self.of("sent")
        for bounce in self.received:
            if bounce["nature"] == "bounce":
                mails = [
                    s for s in sent if (s["contact"], s["channel"]) == (bounce["contact"], "email") and s["at"] <= bounce["at"]
                ]
                if mails:
                    sent.remove(mails[-1])
        return sent

    def _talks(self) -> list[Talk]:
        """Every interview that is not cancelled, at its newest time, with what settled it."""
        talks = {e["id"]: Talk(e["id"], instant(e["start"]), instant(e["end"]), list(e["contacts"])) for e in self.interviews}
        for fact in self.facts:
            if fact["kind"] == "interview-moved" and fact["id"] in talks:
                talks[fact["id"]].start, talks[fact["id"]].end = instant(fact["start"]), instant(fact["end"])
            elif fact["kind"] == "interview-cancelled" and fact["id"] in talks and fact["at"] < talks[fact["id"]].end:
                del talks[fact["id"]]
        for fact in self.facts:
            if fact["kind"] == "waived" and fact["interview"] in talks:
                talks[fact["interview"]].settled.setdefault(fact["contact"], "waived")
            elif fact in self.sent and fact["stage"] == "thank-you":
                owing = [
                    t
                    for t in talks.values()
                    if t.end <= fact["at"] and fact["contact"] in t.contacts and fact["contact"] not in t.settled
                ]
                if owing:
                    max(owing, key=lambda talk: (talk.end, talk.start, talk.id)).settled[fact["contact"]] = "sent"
        return sorted(talks.values(), key=lambda talk: (talk.end, talk.start, talk.id))

    @cached_property
    def ended(self) -> list[Talk]:
        """The interviews that took place, by their end."""
        return [talk for talk in self.talks if talk.end <= self.now]

    @cached_property
    def coming(self) -> list[Talk]:
        return [talk for talk in self.talks if talk.end > self.now]

    @cached_property
    def unread(self) -> list[dict[str, Any]]:
        """People's words that have not been read."""
        return [word for word in self.words if not any(read["at"] >= word["at"] for read in self.of("read", word["contact"]))]

    @cached_property
    def closing(self) -> dict[str, Any] | None:
        """The last rejection or offer, where no later interview opened the matter anew."""
        ends = [word for word in self.words if word["nature"] in ("rejection", "offer")]
        return ends[-1] if ends and not any(talk.end > ends[-1]["at"] for talk in self.talks) else None

    @cached_property
    def over_for_now(self) -> bool:
        """True after a rejection or an offer until an interview that began later has ended."""
        ends = [word for word in self.words if word["nature"] in ("rejection", "offer")]
        return bool(ends) and not any(talk.start > ends[-1]["at"] for talk in self.ended)

    @cached_property
    def withdrawn(self) -> dict[str, Any] | None:
        """The person's withdrawal, until an interview that began later has ended."""
        found = self.of("withdrawn")
        return found[-1] if found and not any(talk.start > found[-1]["at"] for talk in self.ended) else None

    @cached_property
    def hold(self) -> dict[str, Any] | None:
        """The hold of the search, until somebody writes or an interview that began later has ended."""
        found = self.of("on-hold")
        if not found or any(word["at"] > found[-1]["at"] for word in self.words):
            return None
        return None if any(talk.start > found[-1]["at"] for talk in self.ended) else found[-1]

    def stopped(self, contact: str) -> bool:
        """True after a stop, until that contact writes first."""
        words = [word for word in self.words if word["contact"] == contact]
        stops = [i for i, word in enumerate(words) if word["nature"] == "stop"]
        return bool(stops) and stops[-1] == len(words) - 1

    def bad_address(self, contact: str) -> bool:
        """True after a bounce, until another address is known."""
        bounces = [fact["at"] for fact in self.received if fact["contact"] == contact and fact["nature"] == "bounce"]
        return bool(bounces) and not any(fact["at"] >= bounces[-1] for fact in self.of("address", contact))

    @cached_property
    def counted_from(self) -> datetime:
        """Unanswered contacts are counted anew from a person's word or an interview's end."""
        starts = [word["at"] for word in self.words] + [talk.end for talk in self.ended]
        return max(starts, default=datetime.min.replace(tzinfo=UTC))

    def count(self, stage: str) -> int:
        return sum(1 for fact in self.sent if fact["stage"] == stage and fact["at"] > self.counted_from)

    @cached_property
    def promise(self) -> dict[str, Any] | None:
        """The latest promise that no later interview voids."""
        last_end = max((talk.end for talk in self.ended), default=datetime.min.replace(tzinfo=UTC))
        valid = [fact for fact in self.of("promised") if fact["at"] >= last_end]
        return valid[-1] if valid else None

    @cached_property
    def promised(self) -> date | None:
        """The day of that promise."""
        return date.fromisoformat(self.promise["by"]) if self.promise else None

    @cached_property
    def word_counts(self) -> datetime | None:
        """A person's last word, where neither a later interview nor a date named with it or since counts instead."""
        last = self.words[-1]["at"] if self.words else None
        replaced = last and (any(talk.end > last for talk in self.ended) or (self.promise and self.promise["at"] >= last))
        return None if replaced else last

    def perhaps_away(self, contact: str) -> bool:
        """True where an absence note is followed by a word: the page does not say whether that ends the absence."""
        return (
            any(fact["contact"] == contact and fact["nature"] == "away" for fact in self.received) and self.back(contact) is None
        )

    def sent_calls(self, contact: str) -> bool:
        """True where a call or voicemail was made, which closes its day for e-mail."""
        return any(sent["channel"] in CALLS for sent in self.sent)

    def here(self, contact: str) -> bool:
        """True where no absence note bears on this contact."""
        return self.back(contact) is None and not self.perhaps_away(contact)

    def back(self, contact: str) -> date | None:
        """The first day on which an absent contact may be reached again: the second working day after the last day away."""
        notes = [fact for fact in self.received if fact["contact"] == contact and fact["nature"] == "away"]
        if not notes or any(word["at"] > notes[-1]["at"] for word in self.words if word["contact"] == contact):
            return None
        where = self.places[contact]
        if notes[-1].get("until"):
            last = date.fromisoformat(notes[-1]["until"])
        else:
            last = date.fromordinal(where.day(notes[-1]["at"]).toordinal() + self.policy["away_default_days"] - 1)
        return where.working_day_after(last, 2)

    @cached_property
    def partner(self) -> str | None:
        """To whom a check-in goes: who wrote last, else who led the last interview."""
        if self.words:
            return str(self.words[-1]["contact"])
        return self.ended[-1].contacts[0] if self.ended else None


def place(case: dict[str, Any], contact: dict[str, Any]) -> Where:
    """A contact's own place, else the employer's."""
    employer = case["employer"]
    zone = contact.get("zone") or employer.get("zone") or case["person"]["zone"]
    country = contact.get("country") or employer.get("country") or ""
    own = contact.get("country") or not employer.get("country")
    region = (contact.get("region") if own else contact.get("region") or employer.get("region")) or ""
    return Where(zone, country, region)
