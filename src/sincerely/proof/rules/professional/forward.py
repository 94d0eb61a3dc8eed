"""A forward.

*What it looks for*: chain letters, mass forwards, "send this on", a forwarded joke.
Passing on a reference that was asked for is none.
*Why it matters*: it makes the reader one of a crowd.
*Remedy*: write to this one person, about this one talk.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.tone.marks import Manner, marks, pattern
from sincerely.terms import Severity

CROWD = r"(?:friends|contacts|colleagues|people|others|everyone|everybody|all|relatives|persons|groups)"
COUNT = r"(?:\d+|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|all|every|as many)"

RULE = Rule(
    severity=Severity.HOLD,
    title="A forward",
    why="Chain letters and jokes passed on are misuse of mail under most employers' rules (RFC 1855, Netiquette: never "
    "send chain letters).",
    flags=(
        Example(body="Forward this to ten friends before midnight and luck will find you.", quote="Forward this to ten friends"),
        Example(body="Please pass this on to everyone in your address book.", quote="pass this on to everyone"),
        Example(body="Do not break the chain, it has gone round the world nine times.", quote="break the chain"),
    ),
    passes=(
        Example(body="Please forward this to the colleague who holds the references, as you offered."),
        Example(body="Your supply chain broke twice in March, you said, and held in April."),
        Example(body="I look forward to hearing from you and everyone on the panel."),
        Example(body="I attach the two references that you asked me to send on."),
    ),
)

MANNER = Manner(
    rule="professional/forward",
    says="This is a chain letter or a mass forward.",
    reads_as="a mass forward",
    remedy=Remedy("Leave it out, and write only what concerns the reader."),
    certain=(
        pattern(
            r"\b(?:forward|send|pass|share) (?:this|it)(?: on| along| around)?(?: (?:e-?mail|message|letter|note"
            r"|joke))? to (?:at least )?(?:"
            + COUNT
            + r" (?:of )?(?:your |the |other |more |good )?(?:\w+ )?"
            + CROWD
            + r"|everyone|everybody|all your \w+)\b",
            r"\b(?:break|broke|breaks|keep) (?:the|this) chain(?: (?:going|alive|unbroken))?(?=[,.!?;]|$| and | or )",
            r"\b(?:years of )?bad luck\b[^.!?\n]{0,60}\b(?:forward|pass|send|delete|chain)\b",
            r"\bcopy and paste this (?:to|into|on)\b",
            r"\b(?:forward|send) this (?:on )?within \d+ (?:hours|days)\b",
        ),
    ),
    telling=(
        pattern(
            r"\b(?:fwd?|forward(?:ed|ing)?|pass (?:this|it) on|send this on|chain|petition|too funny|made me laugh"
            r"|joke of the day|share this)\b"
        ),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    return marks(reading, MANNER)
