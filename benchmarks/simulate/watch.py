"""The planner under watch: every plan and every answer is judged as it is given."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from benchmarks.simulate.history import UNPROMPTED, instant
from benchmarks.simulate.laws import refused, violations
from benchmarks.simulate.moments import PRECISE, STABLE, Violation

from sincerely.cadence import answer_shape, may_contact, plan, plan_shape, read_case, read_policy
from sincerely.terms import Channel, Stage

STAGES = ("thank-you", "check-in", "check-in", "final", "answer", "after-rejection", "after-offer", "keep-in-touch")
CHANNELS = ("email", "email", "call", "voicemail", "text", "letter")
FAR = timedelta(days=200)
Question = tuple[str, str, str]  # contact, channel, stage
Planner = Callable[[dict[str, Any], datetime], dict[str, Any]]
Answerer = Callable[[dict[str, Any], datetime, str, str, str], dict[str, Any]]


def planned(case: dict[str, Any], now: datetime) -> dict[str, Any]:
    """The planner's plan, in its JSON form."""
    return plan_shape(plan(read_case(case), read_policy(case.get("policy", {})), now))


def asked(case: dict[str, Any], now: datetime, contact: str, channel: str, stage: str) -> dict[str, Any]:
    """The planner's answer, in its JSON form."""
    return answer_shape(
        may_contact(read_case(case), read_policy(case.get("policy", {})), now, contact, Channel(channel), Stage(stage))
    )


@dataclass(frozen=True)
class Found:
    """A violation, and how to see it again. `question` is (contact, channel, stage) where an answer broke the law."""

    violation: Violation
    case: dict[str, Any]
    now: datetime
    question: Question | None = None

    @property
    def kind(self) -> str:
        """What is broken, without the names and dates of this case."""
        return f"{self.violation.law}: {re.sub(r'[ci]?[0-9]+[-0-9T:Z]*|[A-Z][a-z]{2} (?=_)', '_', self.violation.what)}"


def judge(
    case: dict[str, Any], now: datetime, question: Question | None, planner: Planner = planned, answerer: Answerer = asked
) -> list[Violation]:
    """What is broken by the plan, or by the answer to one question, at a moment."""
    if question is None:
        result = planner(case, now)
        broken = violations(case, now, result) + unstable(case, now, Random(len(case["events"])), planner)
        return broken + refused_at_best(case, now, result, answerer) + moved_by_time(case, now, result, planner)
    answer = answerer(case, now, *question)
    return refused(case, now, *question, answer) + untrue(case, now, question, answer, answerer)


def unstable(case: dict[str, Any], now: datetime, chance: Random, planner: Planner) -> list[Violation]:
    """Law 5: the order of facts, doubles and facts of the future change nothing."""
    events = list(case["events"])
    events += chance.sample(events, min(2, len(events)))
    chance.shuffle(events)
    ahead = {
        "kind": "received",
        "contact": case["contacts"][0]["id"],
        "nature": "rejection",
        "at": (now + FAR).isoformat(),
        "until": None,
    }
    first, second = planner(case, now), planner(case | {"events": [*events, ahead]}, now)
    if first != second:
        changed = [key for key in first if first[key] != second[key]]
        return [
            Violation(STABLE, f"the same facts in another order, doubled, with one of the future, change {', '.join(changed)}")
        ]
    return []


def untrue(
    case: dict[str, Any], now: datetime, question: Question, answer: dict[str, Any], answerer: Answerer
) -> list[Violation]:
    """A refusal names the next moment at which it is allowed, and then it is."""
    if answer["allowed"] or not answer["next_allowed"]:
        return []
    then = instant(answer["next_allowed"])
    case = case | {"events": [event for event in case["events"] if "at" not in event or instant(event["at"]) <= now]}
    if then <= now:
        return [Violation(PRECISE, f"the next moment allowed for {question[2]} lies not after the question")]
    if not answerer(case, then, *question)["allowed"]:
        return [Violation(PRECISE, f"{question[2]} by {question[1]} is refused at the very moment named as the next allowed")]
    if answerer(case, now + (then - now) / 2, *question)["allowed"]:
        return [Violation(PRECISE, f"{question[2]} by {question[1]} is allowed before the moment named as the next allowed")]
    return []


def refused_at_best(case: dict[str, Any], now: datetime, plan: dict[str, Any], answerer: Answerer) -> list[Violation]:
    """What is planned is allowed at its best moment, if nothing else happens until then."""
    ends = [instant(event["end"]) for event in case["events"] if "end" in event]
    broken = []
    for touch in plan["touches"]:
        best = max(instant(touch["best"]), now)
        known = case | {"events": [event for event in case["events"] if "at" not in event or instant(event["at"]) <= now]}
        question = (touch["contact"], touch["channel"], touch["stage"])
        if best > now and not any(now < end <= best for end in ends) and not answerer(known, best, *question)["allowed"]:
            broken.append(
                Violation(PRECISE, f"{touch['stage']} by {touch['channel']} is planned at a moment at which it is refused")
            )
    return broken


def moved_by_time(case: dict[str, Any], now: datetime, plan: dict[str, Any], planner: Planner) -> list[Violation]:
    """Law 5: an hour in which nothing happens moves no due."""
    then = now + timedelta(hours=1)
    if any(now < instant(moment) <= then for event in case["events"] for moment in (event.get("at"), event.get("end")) if moment):
        return []
    key = ("interview", "contact", "stage", "channel")
    alone = len(plan["touches"]) == 1  # a check-in waits for what is planned before it
    dues = {tuple(touch[name] for name in key): touch["due"] for touch in planner(case, then)["touches"]}
    same = [touch for touch in plan["touches"] if alone or touch["stage"] not in UNPROMPTED]
    moved = [touch for touch in same if dues.get(tuple(touch[name] for name in key), touch["due"]) != touch["due"]]
    return [Violation(STABLE, f"an hour later the {touch['stage']} by {touch['channel']} has another due") for touch in moved]


@dataclass
class Watch:
    """Sees plans, asks questions, and keeps one smallest history of each kind of violation."""

    chance: Random
    planner: Planner = planned
    answerer: Answerer = asked
    plans: int = 0
    answers: int = 0
    found: dict[str, Found] = field(default_factory=dict)
    times: dict[str, int] = field(default_factory=dict)

    def see(self, case: dict[str, Any], now: datetime) -> dict[str, Any]:
        """A plan, judged."""
        self.plans += 1
        result = self.planner(case, now)
        broken = violations(case, now, result)
        if self.chance.random() < 0.1:
            broken += unstable(case, now, self.chance, self.planner)
            broken += refused_at_best(case, now, result, self.answerer) + moved_by_time(case, now, result, self.planner)
        self.keep(broken, case, now, None)
        if self.chance.random() < 0.3:
            self.ask(
                case, now, self.chance.choice(case["contacts"])["id"], self.chance.choice(CHANNELS), self.chance.choice(STAGES)
            )
        return result

    def ask(self, case: dict[str, Any], now: datetime, contact: str, channel: str, stage: str) -> bool:
        """An answer, judged."""
        self.answers += 1
        answer = self.answerer(case, now, contact, channel, stage)
        broken = refused(case, now, contact, channel, stage, answer)
        if self.chance.random() < 0.2:
            broken += untrue(case, now, (contact, channel, stage), answer, self.answerer)
        self.keep(broken, case, now, (contact, channel, stage))
        return bool(answer["allowed"])

    def keep(self, broken: list[Violation], case: dict[str, Any], now: datetime, question: Question | None) -> None:
        for violation in broken:
            found = Found(violation, case, now, question)
            self.times[found.kind] = self.times.get(found.kind, 0) + 1
            known = self.found.get(found.kind)
            if known is None or len(case["events"]) < len(known.case["events"]):
                self.found[found.kind] = Found(violation, json.loads(json.dumps(case)), now.astimezone(UTC), question)


def smallest(found: Found, planner: Planner = planned, answerer: Answerer = asked) -> Found:
    """The same kind of violation with as few events and contacts as can be."""
    shrinking = True
    while shrinking:
        shrinking = False
        for key in ("events", "contacts"):
            for item in list(found.case[key]):
                smaller = found.case | {key: [other for other in found.case[key] if other is not item]}
                if again := broken_again(found, smaller, planner, answerer):
                    found, shrinking = again, True
        plain = {key: value for key, value in found.case.items() if key != "policy"}
        if plain != found.case and (again := broken_again(found, plain, planner, answerer)):
            found, shrinking = again, True
    return found


def broken_again(found: Found, case: dict[str, Any], planner: Planner, answerer: Answerer) -> Found | None:
    """The same kind of violation in another case, or None."""
    try:
        broken = judge(case, found.now, found.question, planner, answerer)
    except (ValueError, LookupError):
        return None
    same = (Found(violation, case, found.now, found.question) for violation in broken)
    return next((other for other in same if other.kind == found.kind), None)
