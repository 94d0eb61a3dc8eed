"""Sarcasm.

*What it looks for*: sarcasm and passive aggression, the formulaic kind above all.
*Why it matters*: on paper nobody hears the wink; what stays is the sting.
*Remedy*: say the thing itself, or leave it out.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.tone.marks import Manner, marks, pattern
from sincerely.terms import Severity, Stage

RULE = Rule(
    severity=Severity.WARNING,
    title="Sarcasm",
    why="Writers think that their tone is understood far more often than it is (Kruger et al. 2005, Egocentrism over e-mail).",
    flags=(
        Example(body="Thanks for nothing.", stage=Stage.AFTER_REJECTION, quote="Thanks for nothing"),
        Example(body="How thoughtful of you to finally reply.", stage=Stage.CHECK_IN, quote="How thoughtful of you to finally"),
        Example(body="I am sure you have been far too busy to write two lines.", stage=Stage.CHECK_IN, quote="far too busy"),
        Example(body="So much for an open door.", stage=Stage.AFTER_REJECTION, quote="So much for"),
        Example(body="Have a good life!", quote="Have a good life"),
        Example(
            body="It must be lovely to have so many applicants that you never need to write back.",
            quote="must be lovely to have so many applicants that you never",
        ),
    ),
    passes=(
        Example(body="How thoughtful of you to send the parking map."),
        Example(body="I know that August is busy, so there is no hurry.", stage=Stage.CHECK_IN),
        Example(body="Thank you for nothing less than the best tour of a brewery I have had."),
        Example(body="I learned so much for an afternoon's visit."),
        Example(body="It must be lovely to have such a view from the pharmacy."),
        Example(body="The shelter lets old dogs have a good life with patient people."),
    ),
)

MANNER = Manner(
    rule="hostility/sarcasm",
    says="This may sound sarcastic.",
    reads_as="sarcasm",
    remedy=Remedy("Say plainly what you mean, or leave it out."),
    certain=(
        pattern(
            r"\bthank(?:s| you) (?:\w+ ){0,2}for nothing\b(?! (?:less|short|but))",
            r"\bhow (?:very |terribly |so |extremely )?(?:kind|thoughtful|nice|generous|professional|considerate|gracious"
            r"|good|big|decent) of (?:you|them|your \w+) to (?:finally|eventually|at last|ignore|forget|remember I exist)\b",
            r"\b(?:no doubt|I'm sure|I am sure|clearly|obviously|I suppose|presumably) (?:that )?you(?:'re| are|'ve been"
            r"| have been|'ve| have| were) (?:\w+ )?(?:far |much |just |simply |way )?too (?:busy|important|grand)\b",
            r"(?:^|[.!?] )so much for (?:an?|the|your|that|our|all)\b",
            r"\bslow clap\b",
            r"\bhave a (?:nice|good|great|lovely) life\b(?=[.,!;]|$)",
            r"\bmust be (?:nice|lovely|wonderful|great) to (?:be|have) (?:so|such|that)\b[^.!?\n]{0,60}\b(?:that )?"
            r"you (?:can|don't|do not|needn't|never)\b",
            r"\bmust be nice to (?:be able to |just )?(?:ignore|never have to|not have to)\b",
        ),
    ),
    telling=(
        pattern(
            r"\b(?:what a surprise|oh,? (?:great|wonderful|lovely|sure|please)|bravo|congratulations|well done|hats off"
            r"|genius|so-called|bless (?:you|her|him|them|it)|do let me know|in your own (?:good )?time|no rush|as per my"
            r"|apparently|evidently)\b",
            r"\bhow (?:very |so )?(?:kind|thoughtful|nice|generous|professional|considerate|charming|delightful|refreshing"
            r"|reassuring|modern)\b",
            r"\b(?:must be|I'm sure|I am sure|no doubt|clearly|obviously|I suppose)\b",
        ),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    return marks(reading, MANNER)
