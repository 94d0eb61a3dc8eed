"""Swearing.

*What it looks for*: swear words, plain or masked (f**k, sh1t), friendly ones too.
*Why it matters*: it is the one fault that every reader sees at once.
*Remedy*: take the word out; the sentence is nearly always better without it.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.tone.lexicon import MILD_PROFANITY, STRONG_PROFANITY, words
from sincerely.proof.tone.marks import Manner, marks, pattern
from sincerely.proof.tone.swearing import spelled_out
from sincerely.terms import Part, Severity

# Each has an honest second meaning (a rasp, a hen's mate, a nickname), so that the sentence must agree.
TWO_FACED = words(
    "ass arse cock dick dicks prick pricks bitch bitches bitching bastard bastards bugger buggers piss wank af mong tosser "
    "tossers frigging"
)
PLAIN = STRONG_PROFANITY - TWO_FACED | words("goddamn dammit")

RULE = Rule(
    severity=Severity.HOLD,
    title="Swearing",
    why="People who swear are judged less bright and less trustworthy (DeFrank & Kahlbaugh 2019, Journal of Language and "
    "Social Psychology).",
    flags=(
        Example(body="That was one hell of a shitty way to run an interview.", quote="shitty"),
        Example(body="What the f**k happened to my start date?", quote="f**k"),
        Example(body="I am f u c k i n g tired of waiting.", quote="f u c k i n g"),
        Example(body="Honestly, bullsh1t like this is why nobody stays.", quote="bullsh1t"),
    ),
    passes=(
        Example(body="Dr Cockburn and Dick Hallam were generous with their time."),
        Example(body="The bastard file and the half-round rasp were new to me."),
        Example(body="Our best bitch whelped nine pups in March, as I told the breeder on your panel."),
        Example(body="I grew up in Scunthorpe and can start on the 4th."),
        Example(body="The donkey we called Ass carried the hymn books."),
    ),
)

MANNER = Manner(
    rule="hostility/profanity",
    says="This swears.",
    reads_as="swearing",
    remedy=Remedy("Take the word out."),
    telling=(pattern(r"\b(?:" + "|".join(sorted(TWO_FACED | MILD_PROFANITY | words("bloody hell wtf"))) + r")\b"),),
)


def look(reading: Reading) -> Iterator[Mark]:
    """Plain and masked swear words by themselves; words with two meanings only where the sentence agrees."""
    swearing = list(spelled_out(reading, PLAIN, STRONG_PROFANITY | words("crap damn bloody")))
    for span in swearing:
        yield Mark(Part.BODY, span, MANNER.says, MANNER.remedy, evidence=(("word", 1.0),))
    for span in spelled_out(reading, PLAIN, STRONG_PROFANITY, Part.SUBJECT):
        yield Mark(Part.SUBJECT, span, MANNER.says, MANNER.remedy, evidence=(("word", 1.0),))
    for mark in marks(reading, MANNER):
        around = next((one for one in reading.sentences if mark.span and one.start <= mark.span.start < one.end), None)
        if mark.part is not Part.BODY or not any(around and around.start <= span.start < around.end for span in swearing):
            yield mark
