"""Flirtation.

*What it looks for*: compliments on looks, asking out, romance.
*Why it matters*: the reader is at work and holds a decision about you: advances make it unsafe for both.
*Remedy*: praise the work or the talk, never the person's looks.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.tone.marks import Manner, marks, pattern
from sincerely.terms import Severity

VERY = r"(?:so |very |really |absolutely |even |truly |simply |just )?"
LOVELY = r"(?:beautiful|lovely|gorgeous|pretty|stunning|sexy|amazing|dreamy|perfect|incredible|captivating|mesmerising|cute)"

RULE = Rule(
    severity=Severity.HOLD,
    title="Flirtation",
    why="Unwelcome advances are harassment by law (Equality Act 2010, s. 26), and the reader cannot simply walk away from them.",
    flags=(
        Example(body="I could hardly follow the questions, your beautiful eyes kept me busy.", quote="your beautiful eyes"),
        Example(body="Would you have dinner with me once this is over?", quote="have dinner with me"),
        Example(body="You looked absolutely stunning in that green dress.", quote="You looked absolutely stunning"),
        Example(body="Are you single, by any chance?", quote="Are you single"),
        Example(
            body="If you are ever free of an evening, I know a lovely restaurant by the canal.",
            quote="If you are ever free of an evening, I know a lovely restaurant",
        ),
        Example(body="Your receptionist is very easy on the eye, by the way.", quote="receptionist is very easy on the eye"),
    ),
    passes=(
        Example(body="You have an eye for kerning that I have not met before."),
        Example(body="The date that suits me best is the 12th, and lunch in your canteen sounds good."),
        Example(body="The dining room looked stunning after the refit."),
        Example(body="Your smile survey of patients gave me an idea for the dental leaflet."),
        Example(body="I know a good joiner for the bar, if you are free to see him on Monday."),
        Example(body="The new dashboard is easy on the eyes, as your night crew said."),
        Example(body="Are you seeing anyone after me on Friday, or may I come at noon?"),
    ),
)

MANNER = Manner(
    rule="pressure/flirtation",
    says="This flirts with the reader.",
    reads_as="flirtation",
    remedy=Remedy("Leave it out. Praise something you learned from the talk instead."),
    certain=(
        pattern(
            r"\byou(?:'re| are| were| looked| look) "
            + VERY
            + r"(?:gorgeous|stunning|sexy|hot|ravishing|cute|beautiful|pretty|handsome|irresistible)\b(?! (?:at|on|water"
            r"|work|under))",
            r"\byour " + VERY + LOVELY + r" (?:\w+ )?(?:eyes|smile|face|legs|hair|lips|body|figure|dimples)\b",
            r"\b(?:have|get|grab|share) (?:\w+ )?(?:dinner|drinks?|wine|cocktails?) with me\b",
            r"\b(?:go|going) (?:out )?on a date (?:with me|together)\b",
            r"\bgo out with me\b",
            r"\b(?:you|she|he|daughter|son|wife|sister|secretary|receptionist|colleague|assistant)\b[^.!?,\n]{0,40}"
            r"\beasy on the eyes?\b",
            r"\b(?:if you(?:'re| are) (?:ever )?(?:free|single|not busy|not doing anything|at a loose end)|after (?:work|hours)"
            r"|(?:some|one) (?:evening|night))\b[^.!?\n]{0,60}\bI(?:'d| would)? know (?:of )?(?:a|an|this|the|just the)"
            r" [^.!?\n]{0,30}\b(?:bar|pub|restaurant|bistro|trattoria|rooftop|spot|place for (?:a drink|two|dinner))\b",
            r"\bare you (?:single|seeing (?:anyone|someone)|married)\b(?!-| (?:else|for|about|to|today|tomorrow"
            r"|next|on|this|before|after)\b)",
            r"\bI(?:'m| am| think I'm| have) (?:\w+ )?(?:a crush on you|falling for you|in love with you|attracted to you)\b",
            r"\b(?:can't|cannot|couldn't) (?:get|stop thinking about) you(?:r (?:smile|eyes|laugh"
            r"|face))?(?: out of my (?:head|mind))?(?=[,.!?]|$)",
        ),
    ),
    telling=(
        pattern(
            r"\byour (?:smile|eyes|hair|dress|perfume|laugh|legs|lips|voice|figure)\b",
            r"\b(?:just the two of us|over (?:dinner|drinks|a drink|a glass of wine)|chemistry|butterflies|romantic"
            r"|candle-?lit|spark between|crush)\b",
            r"\b(?:gorgeous|handsome|beautiful|sweetheart|darling|cutie|xoxo)\b",
        ),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    return marks(reading, MANNER)
