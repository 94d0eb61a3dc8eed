"""Throat-clearing before the point.

*What it looks for*: phrases that say that something will be said.
*Why it matters*: the first line is what a preview shows; filler spends it.
*Remedy*: begin with the point.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.tone.marks import Manner, hear, mark, pattern
from sincerely.terms import Severity

RULE = Rule(
    severity=Severity.HINT,
    title="Throat-clearing",
    why="Needless words hide the point (US Federal Plain Language Guidelines, “Be concise”).",
    flags=(
        Example(body="I hope this email finds you well. Thank you for Tuesday.", quote="I hope this email finds you well"),
        Example(body="I just wanted to reach out and touch base about the interview.", quote="I just wanted to reach out"),
        Example(body="Needless to say, at the end of the day it goes without saying that I am keen.", quote="Needless to say"),
    ),
    passes=(
        Example(body="Thank you for Tuesday. The cold store and the labels were new to me."),
        Example(body="I hope that your daughter's match went well."),
        Example(body="At the end of the day the ovens are swept, as you showed me."),
    ),
)

MANNER = Manner(
    rule="brevity/filler",
    says="This clears its throat before the point.",
    reads_as="filler",
    remedy=Remedy("Cut it and begin with the point."),
    certain=(
        pattern(
            r"\bI (?:do )?hope (?:that )?(?:this|my) (?:e-?mail|message|letter|note|mail) (?:finds|reaches"
            r"|meets) you\b[^.!?,\n]{0,30}",
            r"\bI (?:just |simply |merely )?(?:wanted|want|would like|thought I would|thought I'd"
            r"|am writing) to (?:quickly )?(?:reach out|touch base|take (?:a moment|this opportunity)"
            r"|drop you a (?:quick )?line|circle back)\b",
            r"\bneedless to say\b",
            r"\bit goes without saying\b",
            r"\bwithout further ado\b",
            r"\bas I'm sure you(?:'re| are) (?:well )?aware\b",
            r"\b(?:first and foremost|first of all),? (?:I|let me) (?:would like|want|just|begin|start)\b[^.!?,\n]{0,20}",
            r"\bI am writing (?:this (?:e-?mail|letter|message) )?(?:to you )?(?:today )?(?:in order )?to (?:inform you"
            r"|let you know|express|say) that\b",
        ),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    return (mark(MANNER, heard, Severity.HINT) for heard in hear(reading, MANNER))
