"""An accusation.

*What it looks for*: lying, bias, a fixed process or wasted time alleged, also as a question.
*Why it matters*: the reader must defend themselves, and stops listening.
*Remedy*: say what you saw or were told, and ask.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.tone.marks import Manner, marks, pattern
from sincerely.terms import Severity, Stage

RULE = Rule(
    severity=Severity.HOLD,
    title="An accusation",
    why="Blame draws defence, facts draw answers: criticism is the first of Gottman's four signs that a talk will fail (1994).",
    flags=(
        Example(body="You lied to me about the salary.", stage=Stage.AFTER_REJECTION, quote="You lied to me"),
        Example(body="I was told to wait, and that was a barefaced lie.", stage=Stage.CHECK_IN, quote="that was a barefaced lie"),
        Example(body="You wasted my time with five rounds and a test.", stage=Stage.AFTER_REJECTION, quote="You wasted my time"),
        Example(body="The whole process was rigged from the start.", stage=Stage.AFTER_REJECTION, quote="was rigged"),
        Example(
            body="Had you already decided before I walked in?",
            stage=Stage.AFTER_REJECTION,
            quote="Had you already decided before I walked in",
        ),
        Example(body="On that floor only your own relatives get the early shift.", quote="only your own relatives get"),
    ),
    passes=(
        Example(body="You mentioned that I would hear by the 10th, so I am asking whether there is news.", stage=Stage.CHECK_IN),
        Example(body="The rigged mast and the sail plan were beautiful to see."),
        Example(body="I do not want to waste your time, so here are the two figures you asked for."),
        Example(body="Your bias circuit hums at 50 hertz, and I think I know why."),
        Example(body="You told me that your own people get the early shift, which is fair."),
    ),
)

MANNER = Manner(
    rule="hostility/accusation",
    says="This accuses the reader.",
    reads_as="an accusation",
    remedy=Remedy("Say what you were told and ask: “I had understood that … ; could you tell me what changed?”"),
    certain=(
        pattern(
            r"\byou (?:have |all |clearly |obviously |deliberately |simply |both )?(?:lied|misled|deceived|cheated|tricked"
            r"|conned) (?:to )?(?:me|us)\b",
            r"\byou(?:'ve| have)? (?:have )?(?:clearly |completely |totally |just )?wasted (?:\w+ ){0,3}(?:my"
            r"|our) (?:\w+ )?time\b",
            r"\b(?:process|interview|selection|panel|competition|outcome|result|whole thing|vacancy) (?:was|is"
            r"|were) (?:\w+ )?(?:rigged|a sham|a farce|fixed from the start|a stitch-up|a charade)\b",
            r"\b(?:had|have) (?:you|they|the panel) already (?:decided|chosen|picked|made up (?:your|their) minds?) before I\b",
            r"\byou stole (?:my|our)\b",
            r"\b(?:only|just) (?:your|their|his|her) own (?:tribe|people|kind|sort|race|clan|relatives?|relations|family"
            r"|friends|mates"
            r"|cousins) (?:ever )?(?:gets?|got|are|is|were|have|win|land)\b",
            r"\b(?:that|this|it|which|all of it) (?:is|was|'s) (?:just |simply |nothing but |all |clearly )?(?:a |an )?"
            r"(?:flat-?out|downright|bare-?faced|plain|complete|total|blatant|outright|pack of|straight) (?:\w+ )?lies?\b",
            r"\bthat (?:was|is) (?:just |simply |clearly )?a lie\b",
        ),
    ),
    telling=(
        pattern(
            r"\b(?:lied|lying|dishonest\w*|misled|rigged|sham|biased|unfair\w*|favou?ritism|nepotism|discriminat\w+"
            r"|deceiv\w+|a waste of (?:my )?time|wasted)\b",
            r"\b(?:already (?:decided|chosen|filled|had (?:someone|somebody))|never (?:intended|meant|planned) to|stole"
            r"|behind my back|broke(?:n)? (?:your|the|every) promise)\b",
        ),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    return marks(reading, MANNER)
