"""The five laws of the cadence and what makes them precise, written from the design page and not from the planner.

`violations(case, now, plan)` judges a plan, `refused(case, now, contact, channel, stage, answer)` an answer of `may`; both read
the JSON forms. Where the page leaves two readings open, only what breaks both is a violation.
"""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import combinations
from typing import Any

from benchmarks.simulate.days import DAY, Where
from benchmarks.simulate.history import CALLS, UNPROMPTED, History
from benchmarks.simulate.moments import NOTHING, PRECISE, QUIET_DAYS, THE_END, TOO_EARLY, TOO_MUCH, Planned, Violation, moments

REPLIES = {"answer", "after-rejection", "after-offer"}


def violations(case: dict[str, Any], now: datetime, plan: dict[str, Any]) -> list[Violation]:
    """Every law that a plan breaks."""
    history = History(case, now)
    touches = [Planned(touch) for touch in plan["touches"]]
    found = [
        *order(history, touches),
        *nothing_is_forgotten(history, touches, plan),
        *turns(history, touches, plan),
        *together(history, touches),
        *check_in_is_due(history, plan, touches),
    ]
    for touch in touches:
        found += after_the_end(history, touch.contact, touch.stage, planned=True)
        found += too_early(history, touch.contact, touch.stage, touch.best)
        found += too_much(history, touch.contact, touch.channel, touch.stage, touch.best)
        found += moments(history, touch, [other for other in touches if other is not touch])
        if touch.stage in UNPROMPTED and not history.stopped(touch.contact):
            found += partner(history, touch)
    return found


def refused(
    case: dict[str, Any], now: datetime, contact: str, channel: str, stage: str, answer: dict[str, Any]
) -> list[Violation]:
    """Every law that an answer of `may` breaks."""
    history = History(case, now)
    if not answer["allowed"]:
        return [] if answer["reasons"] else [Violation(PRECISE, "a refusal gives every reason; this one gives none")]
    if contact not in history.places:
        return [Violation(PRECISE, "a contact unknown to the case is refused")]
    found = [*after_the_end(history, contact, stage, planned=False), *too_early(history, contact, stage, now)]
    found += too_much(history, contact, channel, stage, now)
    if stage == "thank-you":
        with_them = [talk for talk in history.ended if contact in talk.contacts]
        if not with_them:
            found.append(Violation(TOO_EARLY, f"a thank-you to {contact} is allowed, but no interview with them has ended"))
        elif all(talk.settled.get(contact) == "sent" for talk in with_them):
            found.append(Violation(TOO_MUCH, f"a second thank-you to {contact} is allowed"))
    return found


def check_in_is_due(history: History, plan: dict[str, Any], touches: list[Planned]) -> Iterator[Violation]:
    """One check-in, or the closing note, is owed to an employer that has not spoken, until the caps are reached."""
    to, policy = history.partner, history.policy
    if to is None or not history.ended or history.coming or history.unread or history.over_for_now or history.closing:
        return
    if history.withdrawn or (history.hold and not history.hold.get("until")):
        return
    if any(history.stopped(contact) for contact in history.places):
        return  # nobody has said whether that was meant for the whole employer
    left = history.count("check-in") + history.count("final") < policy["check_ins"] + policy["closing_note"]
    mine = any(item["what"] in ("answer", "acknowledge-offer") for item in plan["owed"])
    over = history.count("final") or history.stopped(to) or history.bad_address(to) or mine
    if left and not over and not any(touch.stage in UNPROMPTED for touch in touches):
        yield Violation(NOTHING, f"no check-in to {to} is planned, and nobody has spoken")


def order(history: History, touches: list[Planned]) -> Iterator[Violation]:
    """not_before ≤ best ≤ due, except a late touch; every date has its reasons."""
    for touch in touches:
        if touch.not_before > touch.best or (touch.best > touch.due and not touch.late):
            yield Violation(PRECISE, f"not_before ≤ best ≤ due does not hold: {touch}")
        if not touch.reasons:
            yield Violation(PRECISE, f"no reason is given: {touch}")
        if touch.contact not in history.places:
            yield Violation(PRECISE, f"a touch to nobody: {touch}")


def nothing_is_forgotten(history: History, touches: list[Planned], plan: dict[str, Any]) -> Iterator[Violation]:
    """Law 1: each interviewer of each interview that took place is owed a thank-you until it is sent, waived or answered."""
    owed = {(item["interview"], item["contact"]) for item in plan["owed"] if item["what"] == "thank-you"}
    must, may = set(), set()
    for talk in history.ended:
        for contact in talk.contacts:
            if contact in talk.settled:
                continue
            may.add((talk.id, contact))
            answered = any(word["contact"] == contact and word["at"] >= talk.end for word in history.words)
            if not answered:
                must.add((talk.id, contact))
    for interview, contact in sorted(must - owed):
        yield Violation(NOTHING, f"the thank-you to {contact} for {interview} is not on the list of what is owed")
    for interview, contact in sorted(owed - may, key=str):
        yield Violation(
            NOTHING, f"a thank-you to {contact} for {interview} is owed, though it was sent, waived, cancelled or is not due yet"
        )
    live = {talk.id for talk in history.talks}
    for touch in touches:
        if touch.stage == "thank-you" and touch.interview not in live:
            yield Violation(TOO_EARLY, f"{touch} for an interview that did not take place")
    if history.over_for_now:
        return
    planned = {(touch.interview, touch.contact) for touch in touches if touch.stage == "thank-you"}
    reminded = {item["contact"] for item in plan["owed"] if item["what"] == "address"}
    for interview, contact in sorted(must - planned):
        talk = next(talk for talk in history.ended if talk.id == interview)
        fresh = history.now < talk.end + (history.policy["thank_you_days"] - 1) * DAY
        if fresh and not history.stopped(contact) and not (history.bad_address(contact) and contact in reminded):
            yield Violation(
                NOTHING, f"no thank-you is planned to {contact} for {interview}, which ended at {talk.end:%Y-%m-%dT%H:%MZ}"
            )
    for interview, contact in sorted(planned & must, key=str):
        talk = next(talk for talk in history.ended if talk.id == interview)
        if history.now > talk.end + (history.policy["thank_you_days"] + 2) * DAY and history.here(contact):
            yield Violation(
                PRECISE,
                f"the thank-you to {contact} for {interview} stays in the plan after day {history.policy['thank_you_days']}",
            )


def turns(history: History, touches: list[Planned], plan: dict[str, Any]) -> Iterator[Violation]:
    """Whose turn it is: what is unread is owed a reading; what was read is owed an answer, an acknowledgement or a thank-you."""
    owed = {(item["what"], item["contact"]) for item in plan["owed"]}
    for word in history.unread:
        if ("unread", word["contact"]) not in owed:
            yield Violation(NOTHING, f"the unread word of {word['contact']} is not on the list")
    planned = {(touch.stage, touch.contact) for touch in touches}
    for word in history.words:
        contact, nature = word["contact"], word["nature"]
        answered = any(sent["contact"] == contact and sent["at"] >= word["at"] for sent in history.sent)
        if word in history.unread or answered or history.stopped(contact) or history.bad_address(contact):
            continue
        if any(gone["at"] >= word["at"] for gone in history.of("withdrawn")):
            continue  # the withdrawal says it all
        after = history.words[history.words.index(word) + 1 :]
        last = not any(other["contact"] == contact or other["nature"] in ("rejection", "offer") for other in after)
        if nature == "question" and last and not history.closing and not {("answer", contact)} & (owed | planned):
            yield Violation(NOTHING, f"the question of {contact} is read, and no answer is owed or planned")
        if (
            nature == "offer"
            and word is history.closing
            and not {("acknowledge-offer", contact), ("after-offer", contact)} & (owed | planned)
        ):
            yield Violation(NOTHING, f"the offer of {contact} is read, and no word of thanks is owed or planned")
        read = min(read["at"] for read in history.of("read", contact) if read["at"] >= word["at"])
        thanked = any(s["stage"] == "after-rejection" and all(s["at"] > talk.end for talk in history.ended) for s in history.sent)
        fresh = not thanked and nature == "rejection" and word is history.closing and history.now < read + DAY
        if fresh and ("after-rejection", contact) not in planned and history.back(contact) is None:
            yield Violation(NOTHING, f"the rejection of {contact} is read, and no graceful word to them is planned")


def together(history: History, touches: list[Planned]) -> Iterator[Violation]:
    """Law 2 among planned touches: gap, caps, calls; one check-in per employer."""
    where = {touch: history.places[touch.contact] for touch in touches if touch.contact in history.places}
    for one, two in combinations(sorted(where, key=lambda touch: touch.best), 2):
        apart = max(days_between(where[one], one.best, two.best), days_between(where[two], one.best, two.best))
        if two.stage in UNPROMPTED and apart < history.policy["gap_days"]:
            yield Violation(TOO_MUCH, f"{two} is planned {apart} days after {one}")
        calls = {one.channel, two.channel} & CALLS
        own = {touch.stage for touch in (one, two) if touch.channel in CALLS}
        if one.channel in CALLS and two.channel in CALLS and "answer" not in own and apart < 7:
            yield Violation(TOO_MUCH, f"two calls within a week: {one}, {two}")
        if calls and {one.channel, two.channel} & {"email"} and "answer" not in own and apart == 0:
            yield Violation(TOO_MUCH, f"a call and an e-mail on one day: {one}, {two}")
    for key in {(touch.stage, touch.contact, touch.interview) for touch in touches if touch.stage not in UNPROMPTED}:
        if sum((touch.stage, touch.contact, touch.interview) == key for touch in touches) > 1:
            yield Violation(TOO_MUCH, f"planned twice: {key}")
    for stage, cap in (("check-in", history.policy["check_ins"]), ("final", int(history.policy["closing_note"]))):
        planned = sum(touch.stage == stage for touch in touches)
        if planned and history.count(stage) + planned > cap:
            yield Violation(
                TOO_MUCH, f"{planned} of stage {stage} planned after {history.count(stage)} unanswered: the cap is {cap}"
            )
    if any(touch.stage == "check-in" for touch in touches) and history.count("final"):
        yield Violation(TOO_MUCH, "a check-in is planned after the closing note")


def days_between(where: Where, one: datetime, two: datetime) -> int:
    return abs((where.day(two) - where.day(one)).days)


def after_the_end(history: History, contact: str, stage: str, planned: bool) -> Iterator[Violation]:
    """Law 3, and nothing to one who asked for that."""
    if history.stopped(contact):
        yield Violation(THE_END, f"{stage} to {contact}, who asked not to be contacted")
    if stage in UNPROMPTED and history.unread:
        yield Violation(THE_END, f"{stage} to {contact} while the word of {history.unread[0]['contact']} is not read")
    if stage in UNPROMPTED and history.withdrawn:
        yield Violation(THE_END, f"{stage} to {contact} after the person has withdrawn")
    if stage in UNPROMPTED and history.hold and not history.hold.get("until"):
        yield Violation(THE_END, f"{stage} to {contact} while the search is on hold and nobody has written")
    closing = history.closing
    over = stage not in REPLIES if planned else stage in ("check-in", "final")
    if closing and over:
        yield Violation(THE_END, f"{stage} to {contact} after the {closing['nature']} by {closing['contact']}")
    if planned and stage == "after-rejection":
        wrote = [word for word in history.words if word["nature"] == "rejection" and word["contact"] == contact]
        done = wrote and any(s["contact"] == contact and s["stage"] == stage and s["at"] >= wrote[-1]["at"] for s in history.sent)
        if not wrote or done:
            yield Violation(
                THE_END, f"a word after a rejection to {contact}, who {'was thanked for it' if done else 'wrote none'}"
            )


def too_early(history: History, contact: str, stage: str, moment: datetime) -> Iterator[Violation]:
    """Law 4 for check-ins: after the promised date and its slack; where none was promised, a week after the interview."""
    if stage not in ("check-in", "final") or contact not in history.places:
        return
    where = history.places[contact]
    day = where.day(moment)
    if history.hold and history.hold.get("until") and day <= date.fromisoformat(history.hold["until"]):
        yield Violation(TOO_EARLY, f"{stage} to {contact} on {day}: the search is on hold until {history.hold['until']}")
    if history.promised:
        earliest = where.working_day_after(history.promised, history.policy["promise_slack_days"])
        if day < earliest:
            yield Violation(TOO_EARLY, f"{stage} to {contact} on {day}, promised was {history.promised}: not before {earliest}")
    elif history.ended:
        waited = (day - where.day(history.ended[-1].end)).days
        if waited < history.policy["first_check_in_days"] and not any(
            word["at"] > history.ended[-1].end for word in history.words
        ):
            yield Violation(TOO_EARLY, f"{stage} to {contact} on {day}, {waited} days after the interview")
    word = history.word_counts
    if word is None:
        return
    since = [sent for sent in history.sent if sent["at"] > word]
    if not any(sent["stage"] in UNPROMPTED for sent in since):
        quiet = min((day - where.day(moment)).days for moment in (word, *(sent["at"] for sent in since)))
        if quiet < QUIET_DAYS:
            yield Violation(TOO_EARLY, f"{stage} to {contact} on {day}, {quiet} days after the last word")


def too_much(history: History, contact: str, channel: str, stage: str, moment: datetime) -> Iterator[Violation]:
    """Law 2 against what was sent: hours, gap, caps, calls."""
    if contact not in history.places:
        return
    where = history.places[contact]
    if not where.open(moment, channel):
        yield Violation(
            TOO_MUCH, f"{stage} to {contact} by {channel} at {where.local(moment):%a %Y-%m-%d %H:%M} there: outside the hours"
        )
    if channel == "email" and history.bad_address(contact):
        yield Violation(TOO_MUCH, f"{stage} by e-mail to {contact}, whose address bounced")
    for sent in history.sent:
        there = history.places.get(sent["contact"], where)
        apart = max(days_between(where, sent["at"], moment), days_between(there, sent["at"], moment))
        said = f"{sent['stage']} to {sent['contact']} by {sent['channel']} on {where.day(sent['at'])}"
        if stage in UNPROMPTED and apart < history.policy["gap_days"]:
            yield Violation(TOO_MUCH, f"{stage} to {contact} on {where.day(moment)}, {apart} days after {said}")
        if channel in CALLS and stage != "answer" and sent["channel"] in CALLS and sent["stage"] != "answer" and apart < 7:
            yield Violation(TOO_MUCH, f"{channel} to {contact} on {where.day(moment)}, within a week of {said}")
        asked = (channel in CALLS and stage == "answer") or (sent["channel"] in CALLS and sent["stage"] == "answer")
        kinds = {channel in CALLS, sent["channel"] in CALLS}
        if kinds == {True, False} and "email" in (channel, sent["channel"]) and not asked and apart == 0:
            yield Violation(TOO_MUCH, f"{channel} to {contact} on the same day as {said}")
        if channel == sent["channel"] == "voicemail" and stage == sent["stage"] and sent["at"] > history.counted_from:
            yield Violation(TOO_MUCH, f"a second voicemail of stage {stage} to this employer")
    caps = {"check-in": history.policy["check_ins"], "final": int(history.policy["closing_note"])}
    if stage in caps and history.count(stage) >= caps[stage]:
        yield Violation(TOO_MUCH, f"{stage} to {contact} after {history.count(stage)} unanswered: the cap is {caps[stage]}")
    if stage in caps and history.count("final"):
        yield Violation(TOO_MUCH, f"{stage} to {contact} after the closing note")


def partner(history: History, touch: Planned) -> Iterator[Violation]:
    """A check-in goes to who wrote last, else to who led the last interview."""
    expected = history.partner
    back = history.back(touch.contact)
    if back is not None and history.places[touch.contact].day(touch.best) < back:
        yield Violation(PRECISE, f"{touch}, who is away: not before {back}")
    if expected is None or history.stopped(expected) or history.bad_address(expected) or history.coming:
        return
    if touch.contact != expected:
        yield Violation(PRECISE, f"{touch}: a check-in goes to {expected}, who wrote last or led the last interview")
