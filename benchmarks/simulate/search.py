"""One search at one employer: what the employer does, what an obedient person does, and how the desk fails between them."""

import heapq
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random
from typing import Any

from benchmarks.simulate.days import DAY, Where
from benchmarks.simulate.history import instant
from benchmarks.simulate.places import PERSONS, PLACES

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
Ask = Callable[[dict[str, Any], datetime, str, str, str], bool]
See = Callable[[dict[str, Any], datetime], dict[str, Any]]


class Search:
    """One employer, from the first interview until everyone is silent.

    `see(case, now)` gives a plan, `ask(case, now, contact, channel, stage)` a yes or no: both may judge what they hand on.
    """

    def __init__(self, chance: Random, start: datetime, see: See, ask: Ask) -> None:
        self.chance, self.start, self.see, self.ask = chance, start, see, ask
        self.now, self.end = start, start + timedelta(days=chance.randint(25, 130))
        self.agenda: list[tuple[datetime, int, Callable[[], None]]] = []
        self.serial, self.names = count(), count(1)
        self.case = self._case()
        self.lost: list[dict[str, Any]] = []  # facts that the desk does not know yet
        self.dark = start  # the desk is out until then
        self._interview(start + self._days(1, 8), self._some_contacts())
        if chance.random() < 0.15:
            self._interview(start + self._days(1, 40), self._some_contacts())
        self.later(HOUR, self.wake)

    def run(self) -> float:
        """Lives through the search; the days that it took."""
        while self.agenda and self.agenda[0][0] <= self.end:
            self.now, _, act = heapq.heappop(self.agenda)
            act()
        return (min(self.now, self.end) - self.start) / DAY

    def later(self, wait: timedelta, act: Callable[[], None]) -> None:
        heapq.heappush(self.agenda, (max(self.now, self.now + wait), next(self.serial), act))

    # The employer

    def _case(self) -> dict[str, Any]:
        home = self.chance.choice(PLACES)
        contacts = []
        for number in range(self.chance.choice((1, 1, 2, 2, 3, 4))):
            contact = {"id": f"c{number + 1}", "name": f"Contact {number + 1}", "email": f"c{number + 1}@employer.example"}
            contact |= {"phone": "+353 1 555 0100"} if self.chance.random() < 0.5 else {}
            contacts.append(contact | (spelled(self.chance.choice(PLACES)) if self.chance.random() < 0.15 else {}))
        case: dict[str, Any] = {"person": {"zone": self.chance.choice(PERSONS)}, "employer": {"name": "Employer"} | spelled(home)}
        if self.chance.random() < 0.2:
            case["policy"] = {"gap_days": self.chance.choice((7, 8, 10, 14)), "check_ins": self.chance.choice((0, 1, 2))}
        if self.chance.random() < 0.1:
            case.setdefault("policy", {})["promise_slack_days"] = self.chance.choice((0, 1, 5))
        return case | {"contacts": contacts, "events": []}

    def _days(self, least: float, most: float) -> timedelta:
        return self.chance.uniform(least, most) * DAY

    def _some_contacts(self) -> list[str]:
        ids = [contact["id"] for contact in self.case["contacts"]]
        return self.chance.sample(ids, self.chance.randint(1, len(ids)))

    def _interview(self, about: datetime, contacts: list[str]) -> None:
        """An interview at some hour of that day, with what may become of it."""
        start = about.replace(minute=self.chance.choice((0, 15, 30, 45)), second=0, microsecond=0)
        length = self.chance.choice((20, 30, 45, 60, 60, 90, 240)) * MINUTE
        name = f"i{next(self.names)}"
        self.case["events"].append(
            {"kind": "interview", "id": name, "start": start.isoformat(), "end": (start + length).isoformat(), "format": "video",
             "contacts": contacts}
        )  # fmt: skip
        luck = self.chance.random()
        if luck < 0.15 and start > self.now + HOUR:
            self.later((start - self.now) * self.chance.random(), lambda: self._move(name, length, contacts))
        elif luck < 0.22:
            self.later(
                (start + length - self.now) * self.chance.uniform(0.1, 1.05), lambda: self.fact("interview-cancelled", id=name)
            )
            self.later(self._days(2, 20), self.outcome)
        else:
            self.later(start + length - self.now, lambda: self.afterwards(contacts))

    def _move(self, name: str, length: timedelta, contacts: list[str]) -> None:
        shift = self.chance.choice((HOUR, 3 * HOUR, DAY, 7 * DAY, 14 * DAY))
        start = (self.now + HOUR + shift).replace(minute=0, second=0, microsecond=0)
        self.fact("interview-moved", id=name, start=start.isoformat(), end=(start + length).isoformat())
        self.later(start + length - self.now, lambda: self.afterwards(contacts))

    def afterwards(self, contacts: list[str]) -> None:
        """The interview took place."""
        if self.chance.random() < 0.4:
            self.promise()
        for _ in range(self.chance.choice((0, 0, 1, 1, 2))):
            self.later(self._days(0.05, 25), self.outcome)
        self.later(self._days(0, 2), self.wake)

    def promise(self) -> None:
        day = (self.now + self._days(1, 21)).date()
        self.fact("promised", by=day.isoformat())

    def outcome(self) -> None:
        """A word from somebody at the employer."""
        who = self.chance.choice(self.case["contacts"])["id"]
        nature = self.chance.choices(("human", "question", "rejection", "offer", "stop"), (8, 4, 4, 2, 1))[0]
        self.word(who, nature)
        if nature == "human" and self.chance.random() < 0.3:
            until = (self.now + self._days(8, 50)).date().isoformat() if self.chance.random() < 0.6 else None
            self.fact("on-hold", until=until)
        if nature in ("human", "question") and self.chance.random() < 0.3:
            self.promise()
        if self.chance.random() < (0.3 if nature == "human" else 0.04):
            self._interview(self.now + self._days(1, 12), self._some_contacts())

    def word(self, who: str, nature: str, **more: Any) -> None:
        self.fact("received", contact=who, nature=nature, **more)
        if nature not in ("away", "bounce"):
            self.later(self._days(0.02, 4), lambda: self.fact("read", contact=who))
            self.later(self._days(0.02, 4), self.wake)

    # The desk

    def fact(self, kind: str, **values: Any) -> None:
        """Something happened: the desk learns it at once, or some days late, or when it runs again."""
        event = {"kind": kind, "at": self.now.isoformat()} | values
        luck = self.chance.random()
        if self.now < self.dark:
            self.lost.append(event)
        elif luck < 0.05:
            self.later(self._days(0.1, 5), lambda: self.case["events"].append(event))
        else:
            self.case["events"].append(event)

    def outage(self) -> None:
        """The desk is out for an hour to thirty days."""
        self.dark = self.now + self.chance.choice((HOUR, 6 * HOUR, DAY, 3 * DAY, 10 * DAY, 30 * DAY))
        self.later(self.dark - self.now, self.wake)

    def restored_backup(self) -> None:
        """An old copy is brought back, acted upon, and then learns again what it had forgotten."""
        known = self.case["events"]
        keep = self.chance.randint(0, len(known))
        kept = [event for event in known if event["kind"] == "interview" or known.index(event) < keep]
        gone = [event for event in known if event not in kept]
        self.case["events"] = kept
        self.act(self.see(self.case, self.now))
        self.case["events"] += gone

    # The person

    def wake(self) -> None:
        """Looks at the plan, does what is due, and comes back."""
        if self.now < self.dark:
            return
        self.case["events"] += self.lost
        self.lost = []
        plan = self.see(self.case, self.now)
        luck = self.chance.random()
        if luck < 0.03:
            self.outage()
        elif luck < 0.05:
            self.see(self.case, self.now + self.chance.choice((-DAY, -HOUR, HOUR, DAY, 30 * DAY)))  # the clock jumped
        elif luck < 0.07:
            self.restored_backup()
        else:
            self.act(plan)
        coming = [instant(touch["best"]) for touch in plan["touches"] if instant(touch["best"]) > self.now]
        lazy = self.chance.choice((MINUTE, 20 * MINUTE, HOUR, 5 * HOUR, 30 * HOUR))
        self.later(min(min(coming, default=self.end) + lazy - self.now, self._days(1, 6)), self.wake)

    def act(self, plan: dict[str, Any]) -> None:
        """Sends what is due, where it is allowed; now and then waives, or writes of their own accord."""
        phones = self.chance.random() < 0.15  # some days are days on the phone
        for touch in plan["touches"]:
            if instant(touch["best"]) > self.now or self.chance.random() < 0.15:
                continue
            if touch["stage"] == "thank-you" and self.chance.random() < 0.05:
                self.fact("waived", interview=touch["interview"], contact=touch["contact"], reason="they asked for no notes")
                continue
            channel = (
                self.chance.choice(("call", "voicemail", "text", "letter")) if self.chance.random() < 0.2 else touch["channel"]
            )
            channel = self.chance.choice(("call", "voicemail")) if phones else channel
            if self.ask(self.case, self.now, touch["contact"], channel, touch["stage"]):
                self.send(touch["contact"], channel, touch["stage"])
                self.now += MINUTE
        if self.chance.random() < 0.02:
            self.disobey()
        if self.chance.random() < 0.01:
            self.fact("withdrawn", reason="they took another post")

    def disobey(self) -> None:
        who = self.chance.choice(self.case["contacts"])["id"]
        self.send(
            who,
            self.chance.choice(("email", "call", "voicemail", "text", "letter")),
            self.chance.choice(("check-in", "final", "answer", "thank-you")),
        )

    def send(self, who: str, channel: str, stage: str) -> None:
        """The person writes; the answer comes, or not."""
        if any(event.get("contact") == who and event.get("at") == self.now.isoformat() for event in self.case["events"]):
            self.now += MINUTE  # which of two mails of one instant bounced, the page leaves open
        self.case["events"].append(
            {"kind": "sent", "contact": who, "channel": channel, "stage": stage, "at": self.now.isoformat()}
        )
        luck = self.chance.random()
        if channel == "email" and luck < 0.04:
            self.later(self.chance.choice((MINUTE, 20 * MINUTE)), lambda: self.bounced(who))
        elif channel == "email" and luck < 0.10:
            until = (self.now + self._days(0, 20)).date().isoformat() if self.chance.random() < 0.7 else None
            self.later(MINUTE, lambda: self.word(who, "away", until=until))
        elif luck < 0.25:
            self.later(
                self._days(0.01, 9),
                lambda: self.word(who, self.chance.choice(("human", "human", "question", "rejection", "offer", "stop"))),
            )
        elif luck < 0.30:
            self.later(self._days(0.1, 9), self.outcome)

    def bounced(self, who: str) -> None:
        self.word(who, "bounce", until=None)
        if self.chance.random() < 0.6:
            self.later(self._days(0.1, 5), lambda: self.fact("address", contact=who, email=f"{who}.new@employer.example"))


def spelled(where: Where) -> dict[str, str]:
    """A place as the case form has it."""
    return {"zone": where.zone, "country": where.country, "region": where.region}


def first_day(chance: Random) -> datetime:
    """Some moment between 2024 and 2029."""
    return datetime(2024, 1, 1, tzinfo=UTC) + chance.uniform(0, 5 * 365) * DAY
