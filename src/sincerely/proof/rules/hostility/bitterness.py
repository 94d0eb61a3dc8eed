"""Bitterness.

*What it looks for*: guilt-tripping, resentment, self-pity.
*Why it matters*: it asks the reader to carry your disappointment; the next opening goes to somebody lighter.
*Remedy*: thank them, say in half a sentence that you are disappointed, and look ahead.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.tone.marks import Manner, marks, pattern
from sincerely.terms import Severity, Stage

RULE = Rule(
    severity=Severity.WARNING,
    title="Bitterness",
    why="Making people feel guilty costs the writer their goodwill (Baumeister, Stillwell & Heatherton 1994, Psychological "
    "Bulletin).",
    flags=(
        Example(
            body="After everything I gave up to prepare, this is how you treat me.",
            stage=Stage.AFTER_REJECTION,
            quote="After everything I gave up",
        ),
        Example(
            body="I hope you are happy with your choice, because I am not.",
            stage=Stage.AFTER_REJECTION,
            quote="I hope you are happy",
        ),
        Example(body="I suppose people like me never stood a chance.", stage=Stage.AFTER_REJECTION, quote="never stood a chance"),
        Example(body="Well, it is your loss.", stage=Stage.AFTER_REJECTION, quote="your loss"),
        Example(
            body="I hope the bakery gets the manager it deserves.",
            stage=Stage.AFTER_REJECTION,
            quote="gets the manager it deserves",
        ),
        Example(body="Not one of you could find a minute to write back.", quote="Not one of you could find a minute to write"),
        Example(body="All I have to show for it is a parking ticket.", quote="All I have to show for it is"),
        Example(
            body="Nobody at the depot could spare a minute to ring me.", quote="Nobody at the depot could spare a minute to ring"
        ),
    ),
    passes=(
        Example(
            body="I was disappointed, of course, and I am grateful for the hour that you gave me.", stage=Stage.AFTER_REJECTION
        ),
        Example(body="I am sorry for your loss, and I hope that the team is well."),
        Example(body="I hope the volunteers get the thanks they deserve, and that you get the summer you deserve."),
        Example(body="The bitter orange in your marmalade is what I remember best."),
        Example(body="Your loss ratio fell by a fifth in one year, and I would like to know how."),
        Example(body="Nobody had bothered to check the valves before our shift, and we found the leak."),
        Example(body="You had the courtesy to ring me yourself, and I thank you for that."),
        Example(body="At first no one could find the time to answer the tenants, so I set up a rota."),
    ),
)

MANNER = Manner(
    rule="hostility/bitterness",
    says="This sounds bitter.",
    reads_as="bitterness",
    remedy=Remedy("Leave it out, or keep one calm line: “I was disappointed, and I wish you well with the appointment.”"),
    certain=(
        pattern(
            r"\b(?:it is|it's|that is|that's) your loss\b",
            r"\bI hope (?:that )?you(?:'re| are|'ll be)(?: all)? (?:happy|proud|satisfied|pleased with yoursel\w+)(?: now"
            r"| with (?:yoursel\w+|your choice|what you))",
            r"\bafter (?:everything|all) (?:that )?I(?:'ve| have|) (?:\w+ )?(?:did|done|gave|given|put|sacrificed"
            r"|invested)\b[^.!?\n]{0,60}\b(?:this|you|nothing|not even|treat)\b",
            r"\bpeople like me (?:never|don't|do not) (?:stood|stand|get|had|have) a chance\b",
            r"\b(?:(?:nobody|no one|none of you|not one (?:of you|person))\b[^.!?\n]{0,25}\b(?:has|have|'s)"
            r"|(?:none of you|not one of you|(?:nobody|no one) (?:there|over there|(?:at|in|on|from) (?:the"
            r"|your) \w+)) could) (?:\w+ )?"
            r"(?:bother(?:ed)?|be bothered|find|found|spared?|managed?|the (?:decency|courtesy"
            r"|manners))\b[^.!?\n]{0,30}\b(?:to|for)"
            r" (?:so much as )?(?:say|tell|write|reply|answer|call|ring|phone|thank|let me|send|return|inform|acknowledge"
            r"|get back)\b",
            r"\byou (?:have not|haven't|did not|didn't|could not|couldn't|hadn't) (?:even )?(?:have |had )?the "
            r"(?:decency|courtesy|manners|grace) to\b",
            r"\ball (?:that )?I(?:'ve| have)?(?: got)? to show for (?:it|that|this|all)\b[^.!?\n]{0,30}\bis\b",
            r"\b(?:so|and|,) this is how you (?:treat|repay|thank)\b",
            r"\bI hope (?:that )?(?:you|they|(?:the|your) \w+) (?:all )?(?:gets?|ends? up with) (?:exactly )?(?:what"
            r"|(?:the|whatever) (?:\w+ )?(?:employee|colleague|candidate|person|man|woman|manager|nurse|teacher|people|staff"
            r"|team|applicant|hire)s?) (?:you|it|they)(?: so richly| really| all| both)? deserves?\b",
        ),
    ),
    telling=(
        pattern(
            r"\b(?:after (?:everything|all) I|your loss|thanks to you|good enough for you|never stood a chance|not even a"
            r"|I guess|once again|as usual|of course you|the least you could|I deserved|I gave (?:you|up)|broke my heart"
            r"|crushed|humiliat\w+|heartbroken)\b",
        ),
    ),
    spared=(pattern(r"\bsorry (?:for|about|to hear of) your loss\b"),),
)


def look(reading: Reading) -> Iterator[Mark]:
    return marks(reading, MANNER)
