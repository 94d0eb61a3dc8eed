"""A subject line that is empty, vague, loud or untrue.

*What it looks for*: no subject; one of empty words alone ("hi", "quick question", "following up"); capitals
throughout, rows of exclamation marks, emoji; a false alarm ("URGENT", "action required"); a "Re:" where the contact
never wrote (facts: `thread.contact_wrote_first`), and a pile of "Fwd:".
*Why it matters*: an inbox is decided by sender and subject (Wainer, Dabbish and Kraut, "Should I Open This Email?",
CHI 2011, found that people open what is useful by its subject); a false "Re:" or "urgent" is a trick of bulk mail.
*Remedy*: name the role and the reason: "Site Nurse interview on 4 March: thank you".
"""

import re
from collections.abc import Iterator
from pathlib import Path

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.letter import Facts
from sincerely.proof.names import folded
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.wordlists import alternatives, wordlist
from sincerely.terms import Channel, Part, Severity, Span, Stage

HERE = Path(__file__).parent
LONGEST_READ = 500
PREFIX = re.compile(r"\s*(?P<kind>re|aw|sv|antw|fwd?|wg|tr|rv)\s*(?:\[\d+\]|\(\d+\))?\s*:\s*", re.IGNORECASE)
REPLIES = frozenset({"re", "aw", "sv", "antw"})
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
ALARM = re.compile(rf"\b(?:{alternatives('_alarm_subjects', HERE)})\b", re.IGNORECASE)
ALARM_ALONE = re.compile(
    r"\W*(?:important|attention|alert|warning|emergency|critical|immediate|priority)\s*(?:[!:–—-]|\W*$)", re.IGNORECASE
)
NOT_ALARM = re.compile(r"\burgent(?= (?:care|treatment|response))", re.IGNORECASE)
EXCLAIMED = re.compile(r"!\s?!|\?\s?!|!\s?\?|\?\?+")
PICTOGRAPH = re.compile("[\U0001f1e6-\U0001faff\u2600-\u26ff\u2700-\u27bf\u2b50\u2b55]|[:;]-?[)(DP](?!\\w)|<3")
NO_SUBJECT = frozenset({"", "no subject", "none", "subject", "untitled", "n a"})

GIST = {
    Stage.THANK_YOU: "thank you",
    Stage.CHECK_IN: "is there any news?",
    Stage.FINAL: "a last note",
    Stage.AFTER_REJECTION: "thank you for your answer",
    Stage.AFTER_OFFER: "your offer",
    Stage.KEEP_IN_TOUCH: "a short hello",
    Stage.ANSWER: "my answer",
}


def titled(subject: str, first: bool | None = None, body: str = "", **message: object) -> Example:
    """An example of a message with one subject line."""
    return Example(
        body=body or "Dear Mr Sand,\n\nThank you for showing me the boats on Monday.\n\nKind regards,\nIris Cole",
        quote=subject.strip(),
        message={"subject": subject, **message},
        record={"role": "Sail Maker", "company": "Sand Boats", "thread": {"contact_wrote_first": first}},
    )


RULE = Rule(
    severity=Severity.WARNING,
    title="The subject line is empty, vague, loud or untrue",
    why="People decide by the subject whether to open a mail (Wainer, Dabbish and Kraut, CHI 2011); tricks cost trust.",
    flags=(
        titled(""),
        titled("   "),
        titled("hello"),
        titled("Just a quick question"),
        titled("Following up..."),
        titled("Me again"),
        titled("SAIL MAKER INTERVIEW"),
        titled("URGENT: Sail Maker interview"),
        titled("Please respond ASAP"),
        titled("Time-sensitive – read now"),
        titled("Sail Maker interview!!!"),
        titled("Sail Maker interview 🎉"),
        titled("Re: Sail Maker interview", first=False),
        titled("Fwd: FWD: too funny"),
    ),
    passes=(
        titled("Sail Maker interview on Monday: thank you"),
        titled("Re: Sail Maker interview", first=True),
        titled("Re: Quick question", first=True),
        titled("Re: Sail Maker interview"),
        titled("Thank you"),
        titled("The spinnaker with the torn luff"),
        titled("Fwd: Reference from the loft", first=False, attachments=[{"name": "reference.pdf"}]),
        titled("Urgent Care Nurse – thank you"),
        titled("HVAC & MEP CAD technician: next steps?"),
        titled("Are you still looking for a Sail Maker?"),
        titled("Following up on the Sail Maker interview"),
        Example(body="Dear Mr Sand, thank you.", channel=Channel.LETTER),
    ),
    channels=frozenset({Channel.EMAIL}),
)


def look(reading: Reading) -> Iterator[Mark]:
    subject = reading.letter.subject[:LONGEST_READ]
    kinds, start = prefixes(subject)
    rest = subject[start:]
    words = [word.lower().replace("’", "'") for word in WORD.findall(rest)]
    better = proposed(reading)
    remedy = Remedy(f"Say what it is about, for example: “{better}”.", replacement=better)
    if " ".join(words) in NO_SUBJECT and not PICTOGRAPH.search(rest):
        shown = subject.strip()
        span = Span(subject.index(shown), subject.index(shown) + len(shown)) if shown else None
        yield Mark(Part.SUBJECT, span, "The subject line is empty.", remedy if span else Remedy(remedy.text))
        return
    whole = Span(start, start + len(rest.rstrip()))
    if words and not chosen_by_them(kinds, reading.facts) and is_vague(words, reading):
        yield Mark(Part.SUBJECT, whole, "This subject does not say what the mail is about.", remedy)
    elif alarm := false_alarm(rest, reading.facts):
        yield Mark(Part.SUBJECT, Span(start + alarm.start(), start + alarm.end()), "This subject raises a false alarm.", remedy)
    elif shouts(rest, reading.facts):
        yield Mark(Part.SUBJECT, whole, "A subject in capitals shouts.", Remedy(remedy.text, better))
    elif loud := EXCLAIMED.search(rest) or PICTOGRAPH.search(rest):
        span = Span(start + loud.start(), start + loud.end())
        yield Mark(
            Part.SUBJECT, span, "Emoji and rows of marks look like advertising in a subject.", Remedy("Leave them out.", "")
        )
    yield from false_prefix(reading, kinds, start, subject)


def is_vague(words: list[str], reading: Reading) -> bool:
    return all(word in wordlist("_vague_subjects", HERE) or folded(word) in reading.names.contacts for word in words)


def chosen_by_them(kinds: list[str], facts: Facts) -> bool:
    """True where the subject is that of a mail which this one answers."""
    return facts.contact_wrote_first is True and not REPLIES.isdisjoint(kinds)


def prefixes(subject: str) -> tuple[list[str], int]:
    """The "Re:" and "Fwd:" that a subject begins with, and where they end."""
    kinds = []
    start = 0
    while match := PREFIX.match(subject, start):
        kinds.append(match["kind"].lower())
        start = match.end()
    return kinds, start


def false_prefix(reading: Reading, kinds: list[str], start: int, subject: str) -> Iterator[Mark]:
    """A "Re:" that answers nothing, or forwarding marks that nothing explains."""
    if not kinds:
        return
    letter, facts = reading.letter, reading.facts
    span = Span(len(subject) - len(subject.lstrip()), len(subject[:start].rstrip()))
    replies = [kind for kind in kinds if kind in REPLIES]
    forwards = len(kinds) - len(replies)
    if replies and facts.contact_wrote_first is False:
        yield Mark(
            Part.SUBJECT, span, "“Re:” claims an answer, but nobody has written to you yet.", Remedy("Take “Re:” away.", "")
        )
    elif forwards > 1:
        yield Mark(Part.SUBJECT, span, "A row of “Fwd:” looks like mail passed from hand to hand.", Remedy("Take it away.", ""))
    elif forwards and facts.contact_wrote_first is False and not (facts.requested or letter.attachments or reading.layout.mail):
        yield Mark(Part.SUBJECT, span, "“Fwd:” promises a forwarded mail, but there is none.", Remedy("Take it away.", ""))


def false_alarm(subject: str, facts: Facts) -> re.Match[str] | None:
    """Words that raise an alarm, outside the names of role and company ("Urgent Care Nurse")."""
    plain = NOT_ALARM.sub(lambda match: "_" * len(match[0]), subject)
    for name in (facts.role, facts.company):
        if name:
            plain = re.sub(re.escape(name), lambda match: "_" * len(match[0]), plain, flags=re.IGNORECASE)
    return ALARM.search(plain) or ALARM_ALONE.match(plain)


def shouts(subject: str, facts: Facts) -> bool:
    """True where every longer word stands in capitals, and at least one is no initials."""
    on_record = set(re.findall(r"\w+", f"{facts.role} {facts.company} {' '.join(facts.known_words)}"))
    words = [word for word in WORD.findall(subject) if len(word) > 1 and not word.isdigit()]
    if not words or any(not word.isupper() for word in words):
        return False
    return any(len(word) > 3 and word not in on_record for word in words)


def proposed(reading: Reading) -> str:
    """A subject from the facts: role, date and gist."""
    interview = reading.facts.interview.date
    role = reading.facts.role or "Our"
    on = f" on {interview.day} {interview:%B}" if interview else ""
    if reading.stage in (Stage.THANK_YOU, Stage.CHECK_IN, Stage.FINAL):
        return f"{role} interview{on}: {GIST[reading.stage]}"
    return f"{reading.facts.role}: {GIST[reading.stage]}" if reading.facts.role else GIST[reading.stage].capitalize()
