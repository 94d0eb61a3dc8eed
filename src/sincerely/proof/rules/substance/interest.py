"""Nothing says that you still want the job.

*What it looks for*: a thank-you note, check-in or last note without a word of interest in the job.
*Why it matters*: a reader who must guess may guess no.
*Remedy*: one sentence that says you would like the job, and why.
"""

import re
from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.terms import Part, Severity, Stage

WANTED = re.compile(
    r"\binterest(?:ed|ing for)?\b(?! rate)|\bkeen(?:er|ly)?\b|\benthusias\w+|\bexcited?\b|\beager(?:ly)?\b|\bhopeful\b|"
    r"\bappeals? to me\b|\bfirst choice\b|"
    r"\b(?:would|['’]d|should)(?: \w+){0,2} (?:love|like nothing better|jump|be (?:\w+ )?(?:glad|delighted|happy|proud|"
    r"honou?red|thrilled|pleased|over the moon|sorry not))\b|"
    r"\b(?:would|['’]d|should) (?:still |very much |really )*(?:like|welcome|accept|apply again|choose|take|"
    r"relish) (?:to (?:join|work|be|start|help|do|come|serve|teach|run|see|hear)|the|this|it|tomorrow|again)\b|"
    r"\b(?:want|wanted|wish|hope|hoping|long|longing|ready|happy|love)(?: \w+){0,2} (?:to (?:join|work|be (?:part|the one|"
    r"your|on|considered)|start|help|do this|serve|teach|learn|come back|go ahead)|the (?:job|post|role|place)|this (?:job|"
    r"one|post|role))\b|"
    r"\blook(?:ing)? forward to (?:the (?:chance|possibility|prospect)|working|joining|being|starting|learning|contributing)\b|"
    r"\b(?:dying|itching|raring|thrilled|delighted|proud|honou?red) to (?:start|join|begin|work|be|have)\b|"
    r"\b(?:the|this is the) (?:job|work|place|post|role)(?: that)? i(?:['’]d| would)?(?: \w+)? (?:want|choose|love|hope)|"
    r"\bpicture myself\b|\bsee myself\b|"
    r"\bcount me in\b|\bstill (?:in|want|hope|hopeful|here for)\b|\bremain a candidate\b|\bin the ring\b|"
    r"\bi['’]m all for it\b|\bmy (?:wish|dream|hope) (?:to|of|is)\b|"
    r"\bdream (?:job|role|team)\b|\bif you['’]ll (?:have|take) me\b|\bwhere i (?:want|hope|wish) to\b|\bset on\b|"
    r"\byes to the (?:role|job|post|offer)\b|\b(?:it['’]s|say) (?:a )?yes\b|"
    # What is offered or asked for the job's sake says it as well.
    r"\b(?:can|could|will|would|['’]d|shall)(?: still| also| easily| gladly)* (?:start|begin|join|commence|do nights|"
    r"come (?:for|in|any)|ride out|"
    r"be your|back them|fight for)\b|\bgladly\b|\bready for\b|\bfree (?:for|from|any|every|on)\b|\bmy diary is\b|"
    r"\bat your disposal\b|"
    r"\bbe (?:a|my|much) (?:pleasure|joy)\b|\bfor me\b(?= ?[.!])|\bawait(?:ing)? your (?:decision|answer)\b|\bany (?:news|"
    r"word|update)\b|"
    r"\b(?:decision|settled|decided|still (?:open|planned|free|going)|on the table)\b|\bsecond (?:interview|round|shift|"
    r"day)\b|\btrial\b|"
    r"\bapply again\b|\bbe a joy\b|\bmake my (?:year|day)\b|\bhope (?:that )?(?:it['’]s me|i['’]ll be)\b|"
    r"\bwhat i want(?: most)?\b|\bsuit me\b|\bwant to \w+ [^.]{3,60} with you\b|"
    r"\bwanted the (?:job|post|role)\b|\bmade me want\b|\bcan['’]t wait\b|\bwon me over\b|\bmy kind of (?:place|job|team|"
    r"work|lab)\b",
    re.IGNORECASE,
)

RULE = Rule(
    severity=Severity.HINT,
    title="No word of interest",
    why="Interest is what a follow-up adds to an application: a reader who must guess may guess no.",
    flags=(
        Example("Dear Ms Roy,\n\nThank you for the tour of the glasshouse on Tuesday. The orchids were a surprise.\n\nTunde"),
    ),
    passes=(
        Example("Dear Ms Roy,\n\nThank you for the tour. I would love to work with your orchids.\n\nTunde"),
        Example("Dear Ms Roy,\n\nThank you for the tour. I remain very interested in the post.\n\nTunde"),
    ),
    stages=frozenset({Stage.THANK_YOU, Stage.CHECK_IN, Stage.FINAL}),
)


def does(text: str) -> bool:
    """True where some words say that the writer wants the job."""
    return bool(WANTED.search(text))


def look(reading: Reading) -> Iterator[Mark]:
    if not does(reading.own):
        yield Mark(
            Part.BODY, None, "Nothing says that you want the job.", Remedy("Say in one sentence that you would like it, and why.")
        )
