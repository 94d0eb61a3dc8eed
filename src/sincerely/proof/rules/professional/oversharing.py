"""Oversharing.

*What it looks for*: private matters, gossip, a former employer run down, pay talk in a note that is not about an offer.
*Why it matters*: what you tell of others you will tell of them.
*Remedy*: keep to the work.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.tone.marks import Manner, marks, pattern
from sincerely.terms import Part, Severity, Stage

RULE = Rule(
    severity=Severity.WARNING,
    title="Oversharing",
    why="Listeners pin on the speaker what the speaker says of others (Skowronski et al. 1998, spontaneous trait transference).",
    flags=(
        Example(body="My divorce is getting nasty, so I have not slept for weeks.", quote="My divorce"),
        Example(body="My old boss was a nightmare who took credit for everything.", quote="My old boss was a nightmare"),
        Example(body="What does the position pay, and is there a bonus?", quote="What does the position pay"),
        Example(body="My therapist says that I should aim lower.", quote="My therapist says"),
        Example(body="I could not take less than £42,000 in any case.", quote="could not take less than £42,000"),
        Example(body="My former manager was carrying on with a supplier.", quote="My former manager was carrying on with"),
    ),
    passes=(
        Example(body="My old boss taught me to check every valve twice."),
        Example(body="Thank you for the offer; could we speak about the salary on Tuesday?", stage=Stage.AFTER_OFFER),
        Example(body="The divorce mediation desk is the part of the work that I know best."),
        Example(body="Your therapy dogs won me over at the door."),
        Example(body="I would need two weeks to move, and I ran a budget of £42,000 for the fair."),
        Example(body="My former manager was proud of the new drying room."),
    ),
)

PAY = (
    r"\bwhat (?:does|would|will) (?:the|this|that|your) (?:job|role|post|position) pay\b",
    r"\bhow much (?:does (?:it|this|the \w+) pay|would I (?:earn|make|get paid)|will you pay)\b",
    r"\bwhat (?:is|would be|'s) the (?:salary|pay|wage|bonus)\b",
)
MANNER = Manner(
    rule="professional/oversharing",
    says="This tells more than the reader needs.",
    reads_as="oversharing",
    remedy=Remedy("Leave it out, and keep to what you would bring to the work."),
    certain=(
        pattern(
            *PAY,
            r"\b(?:would|could|can|will|do|'d|'ll)(?: not|n't)? (?:\w+ )?(?:need|want|accept|take|consider|expect"
            r"|require|settle for|work for|go below)\b[^.!?\n]{0,25}(?:[£$€₹₦]\s?\d{2,3}[,.\s]?\d{3}\b|[£$€]?\s?\d{2,3}k\b)",
            r"\bmy (?:\w+ ){0,2}(?:boss|manager|employer|supervisor|director|foreman) (?:\w+ ){0,3}(?:having an affair"
            r"|sleeping with|carrying on with|cheating on|on drugs|drinking (?:at work|again|too much))\b",
            r"\bmy (?:\w+ )?divorce (?:is|was|has|from|came|got|went|papers)\b",
            r"\bmy (?:therapist|psychiatrist|marriage counsellor|parole officer) (?:says|said|thinks|tells|told|advised)\b",
            r"\bmy (?:old|former|last|previous|current|present|ex-?) ?(?:boss|manager|employer|company|supervisor) (?:is"
            r"|was|were|has been) (?:\w+ )?(?:an? )?(?:\w+ )?(?:nightmare|bully|tyrant|liar|idiot|crook|disaster|toxic"
            r"|incompetent|useless|monster|joke|narcissist|psychopath|drunk)\b",
            r"\bmy (?:haemorrhoids|hemorrhoids|bowels?|irritable bowel|hangover|rehab|bankruptcy|affair|ex-(?:wife|husband))\b",
        ),
    ),
    telling=(
        pattern(
            r"\bmy (?:\w+ )?(?:divorce|marriage|husband|wife|ex|therapist|therapy|depression|anxiety|operation|surgery|boss"
            r"|manager|employer|medication|debts?|love life|landlord)\b",
            r"\b(?:between you and me|rumou?r has it|I heard that|gossip|affair|custody|toxic)\b",
        ),
        pattern(
            r"\b(?:salary|wage|pay|bonus) (?:expectations?|range)\b",
            r"\bI (?:need|want|expect|would need) (?:at least )?[£$€] ?\d",
        ),
    ),
)
ABOUT_AN_OFFER = frozenset({Stage.AFTER_OFFER, Stage.ANSWER})
MONEY = pattern(r"\b(?:salary|pay|wage|bonus|compensation|package|pension|allowance|relocation)\b|[£$€]\s?\d")


def look(reading: Reading) -> Iterator[Mark]:
    """Pay may be spoken of once there is an offer, or where the contact has asked."""
    for mark in marks(reading, MANNER):
        if reading.stage in ABOUT_AN_OFFER and mark.part is Part.BODY and MONEY.search(plain_around(reading, mark)):
            continue
        yield mark


def plain_around(reading: Reading, mark: Mark) -> str:
    """The sentence that a mark stands in."""
    inside = (one for one in reading.sentences if mark.span and one.start <= mark.span.start < one.end)
    return " ".join(reading.quote(one) for one in inside)
