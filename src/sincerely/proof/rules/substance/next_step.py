"""No next step.

*What it looks for*: a thank-you note, check-in or answer that neither asks, offers nor announces what comes next.
*Why it matters*: a reader who knows what you expect can answer in one line.
*Remedy*: ask when you may hear, offer what helps, or say what you will do.
"""

import re
from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.terms import Part, Severity, Stage

STEP = re.compile(
    r"\b(?:look(?:ing)?|looking) forward to (?:hear|your (?:reply|answer|decision|call|news)|speaking|talking|meeting|"
    r"seeing|the next)|\bhear(?:ing)? (?:from|back|about|more)\b|\bin touch\b|"
    r"\b(?:please|do|just|kindly) (?:feel free|let me|tell me|call|ring|contact|advise|send|write|get|keep|ask|pass|say|"
    r"point|phone|text|mail|email|reach)\b|\blet me know\b|\bfeel free\b|\bhesitate\b|"
    r"\b(?:i|we)(?:['’]ll| will| shall| can| could| plan to| intend to| hope to| would like to|"
    r"['’]d like to)(?: \w+){0,2} (?:call|ring|write|send|check|follow|phone|be in touch|forward|bring|prepare|wait|"
    r"come (?:in|by)|provide|drop|keep|sign|return|book|begin|start|set|answer|meet|leave it)\b|"
    r"\b(?:happy|glad|pleased|delighted|willing|free|available|ready) (?:to|for|on|at|any|most|from|all|next|this)\b|"
    r"\b(?:could|can|would|may|might|will|shall|should|do|is|are|has|have|when|what|how)\b[^.!?\n]{3,120}\?|"
    r"\bif (?:you|the \w+|there|i|it|anything)(?:['’]d)? (?:\w+ ){0,3}(?:need|like|want|wish|help|choose|decide|could|can|"
    r"prefer|suits?|open|would|still have)\b|"
    r"\b(?:would|['’]d) (?:be (?:very |most |really )?(?:grateful|obliged|pleased|welcome|glad|happy)|welcome|appreciate|"
    r"help)\b|\bsecond (?:interview|round)\b|\bnext (?:step|stage|round)s?\b|"
    r"\bwaiting to hear\b|\bawait(?:ing)? your\b|\bmy (?:diary|calendar) is\b|\b(?:is|are|in) (?:in the|your|"
    r"the) (?:calendar|diary)\b|\bi(?:['’]m| am) on \d|\bunless you\b|\bgive me a (?:call|ring|shout|bell)\b|"
    r"\buntil then\b|\bunless (?:i hear|you)\b|\bany (?:news|word|update)\b|\bwhere (?:things|matters|it|we) stand|"
    r"\bby (?:friday|monday|tuesday|wednesday|thursday)\b|\bi wonder(?:ed)? (?:whether|if|how)\b|\bwill find me\b|"
    r"\bi am (?:at|on|in) [^.]{0,40}until\b",
    re.IGNORECASE,
)

RULE = Rule(
    severity=Severity.HINT,
    title="No next step",
    why="A courteous next step tells the reader what you expect and makes an answer easy.",
    flags=(
        Example("Dear Ms Roy,\n\nThank you for the tour of the glasshouse on Tuesday. The orchids were a surprise.\n\nTunde"),
    ),
    passes=(
        Example("Dear Ms Roy,\n\nThank you for the tour. I look forward to hearing from you.\n\nTunde"),
        Example("Dear Ms Roy,\n\nThank you for the tour. I will send the two references by Friday.\n\nTunde"),
        Example("Dear Ms Roy,\n\nCould you tell me when you expect to decide?\n\nTunde", stage=Stage.CHECK_IN),
    ),
    stages=frozenset({Stage.THANK_YOU, Stage.CHECK_IN}),
)


def does(text: str) -> bool:
    """True where some words ask, offer or announce what comes next."""
    return bool(STEP.search(text))


def look(reading: Reading) -> Iterator[Mark]:
    if not does(reading.own):
        yield Mark(
            Part.BODY,
            None,
            "Nothing says what comes next.",
            Remedy("Ask when you may hear, offer what helps, or say what you will do."),
        )
