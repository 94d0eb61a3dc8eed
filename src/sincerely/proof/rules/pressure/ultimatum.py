"""An ultimatum.

*What it looks for*: a deadline with a consequence, or a deadline laid upon the employer's decision.
*Why it matters*: pressed for a decision, most people give the one that ends the pressure, which is no.
*Remedy*: name your own date and leave theirs to them.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.tone.marks import Manner, marks, pattern
from sincerely.terms import Severity, Stage

DAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|noon|midnight|\d{1,2} ?[ap]m|close of (?:business"
    r"|play)|end of (?:the )?(?:day|week)|eod|cob|the \d{1,2}(?:st|nd|rd|th))"
)

RULE = Rule(
    severity=Severity.HOLD,
    title="An ultimatum",
    why="Pressure breeds refusal (Brehm 1966, psychological reactance): a date of your own informs, a date set for them "
    "provokes.",
    flags=(
        Example(
            body="You have until Friday noon to make up your minds.", stage=Stage.CHECK_IN, quote="You have until Friday noon"
        ),
        Example(
            body="Unless I hear from you by Monday, I will take my name out and tell the agency why.",
            stage=Stage.FINAL,
            quote="Unless I hear from you by Monday",
        ),
        Example(body="Confirm by Thursday or I walk.", stage=Stage.CHECK_IN, quote="by Thursday or I walk"),
        Example(body="Take it or leave it: forty thousand, decided this week.", quote="Take it or leave it"),
        Example(body="You have till Thursday. The other yard wants me.", quote="You have till Thursday"),
        Example(body="What I want is your answer before you go home tonight.", quote="What I want is your answer before"),
    ),
    passes=(
        Example(
            body="Another practice has asked for my answer by the 14th. I would rather work with you, so I mention it in "
            "good time.",
            stage=Stage.CHECK_IN,
        ),
        Example(
            body="You mentioned that the panel would decide by Friday, and I wondered whether there is news.",
            stage=Stage.CHECK_IN,
        ),
        Example(body="I can send the drawings by Monday if they would help."),
        Example(body="You have until Thursday to hang the show, as you told me, and I would be glad to help."),
        Example(body="I understand that you have until Friday."),
    ),
)

MANNER = Manner(
    rule="pressure/ultimatum",
    says="This sets the reader a deadline with a consequence.",
    reads_as="an ultimatum",
    remedy=Remedy(
        "Name your own date only: “I have another offer to answer by the 14th; is there anything you can tell me before then?”"
    ),
    certain=(
        pattern(
            r"\byou (?:now )?have (?:exactly |only )?(?:until|till) "
            + DAY
            + r"(?: \w+)? (?:to (?:decide|make|give|answer|reply|respond|call|choose)|or)\b",
            r"\byou (?:now )?have (?:exactly |only )?until \w+ noon to (?:decide|make|give|answer)\b",
            r"\b(?:confirm|answer|decide|reply|respond|call me|let me know)\b[^.!?\n]{0,30}\bby "
            + DAY
            + r",? or (?:I(?:'ll| will|'m| am)? (?:walk|out|withdraw|go|leave|off|done|gone|take)|else|forget)",
            r"(?:^|[.!?,;:] |\b(?:so|and|but) )you (?:now )?have (?:exactly |only )?(?:until|till) "
            + DAY
            + r"(?: (?:at|by) \w+)?(?=[.!;]|$)",
            r"\bI(?:'m| am| will|'ll) giv(?:e|ing) you (?:(?:until|till) (?!the end of my)|\w+ (?:more |last )?(?:hours|days)"
            r" to (?:decide|answer|reply|call|respond|make))",
            r"\b(?:I (?:want|expect|demand)|what I (?:need|want|expect) is) your (?:yes|answer|decision|word)\b[^.!?\n]{0,20}"
            r"\b(?:by|before|tonight|today)\b",
            r"\btake it or leave it\b",
            r"\b(?:this is )?(?:my|your) (?:final|last) (?:offer|warning)\b",
        ),
    ),
    telling=(
        pattern(
            r"\b(?:if|unless) [^.!?\n]{0,60}\bby " + DAY,
            r"\bby " + DAY + r"[^.!?\n]{0,30}\bor\b",
            r"\b(?:until|till|before|by) " + DAY,
            r"\b(?:or else|otherwise|last chance|\d+ (?:hours|days))\b",
        ),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    return marks(reading, MANNER)
