"""A sexual remark.

*What it looks for*: sexual suggestion or innuendo.
*Why it matters*: it is harassment, and it is the last message that will be read.
*Remedy*: leave it out.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.tone.marks import Manner, marks, pattern
from sincerely.terms import Severity

RULE = Rule(
    severity=Severity.HOLD,
    title="A sexual remark",
    why="Conduct of a sexual nature that is unwanted is harassment by law (Equality Act 2010, s. 26; 29 CFR 1604.11).",
    flags=(
        Example(body="I would love to see you naked.", quote="see you naked"),
        Example(body="Watching you run that meeting really turned me on.", quote="turned me on"),
        Example(body="Come to my place on Friday and I will show you how nice a girl can be.", quote="Come to my place"),
        Example(body="I keep thinking about what we could do in your bed.", quote="in your bed"),
        Example(body="The cellar gave me all sorts of ideas about you and me.", quote="all sorts of ideas about you and me"),
        Example(body="I have never had a complaint in bed, either.", quote="never had a complaint in bed"),
    ),
    passes=(
        Example(body="The sexual health clinic on Marsh Lane is where I learned to listen."),
        Example(body="I turned the kiln on at six and the glaze came out well."),
        Example(body="Thirty beds on one ward is a lot, and your night team makes it look easy."),
        Example(body="Stripped pine takes oil better than paint, as you showed me."),
        Example(body="We had no complaints in the bedroom furniture department for a whole year."),
        Example(body="The stage gave me all sorts of ideas for the two of us to build in the spring."),
        Example(body="There were no complaints from the bedroom showroom while I ran it."),
        Example(body="The farm hand job is still my first wish, and I am in my bed by nine."),
    ),
)

MANNER = Manner(
    rule="pressure/sexual",
    says="This is a sexual remark.",
    reads_as="a sexual remark",
    remedy=Remedy("Leave it out altogether."),
    certain=(
        pattern(
            r"\b(?:see|imagine|picture|get|have|want) (?:you|your \w+) (?:\w+ )?(?:naked|nude|undressed|in bed"
            r"|out of (?:that|those|your))\b",
            r"\bturn(?:s|ed|ing)? me on(?=[,.!?;]|$| (?:when|so|every|more|like))",
            r"\b(?:in|into|share|warm) (?:your|our|my(?! bed (?:by|before|at)\b)) bed\b(?! (?:frame|linen)\b)",
            r"\b(?:have|had|having) sex with (?:you|me)\b",
            r"\b(?:sleep|slept) with (?:you|me)\b",
            r"\b(?:show|prove to) you (?:just )?how (?:grateful|nice|friendly|generous|kind|thankful|good) (?:a|this) (?:\w+ )?"
            r"(?:woman|man|girl|boy|lady|guy) can be\b",
            r"\bcome (?:up |back |over |round )?to my (?:flat|place|apartment|hotel room|bedroom)\b[^.!?\n]{0,40}\b(?:show you"
            r"|tonight|alone|grateful|won't regret|will not regret)\b",
            r"\b(?:all (?:kinds|sorts) of|wicked|naughty|certain|a few|such|no end of) (?:ideas|thoughts|notions)"
            r" (?:for|about|of|involving) (?:the two of us|you and me|us two|just us|me and you)\b(?! to\b)",
            r"\b(?:no|never (?:had|heard|got) (?:a|any|one)|not (?:had )?an?(?: single)?) complaints?\b[^.!?\n]{0,30}"
            r"\b(?:in|from) (?:the |my )?(?:bedroom|bed|sack)(?=[,.!?;]|$| (?:yet|either|so far|before|of)\b)",
            r"\b(?:lights? (?:low|off|down|dimmed)|door (?:locked|shut|bolted))\b[^.!?\n]{0,50}\b(?:just us|you and me"
            r"|the two of us|between us|all night)\b",
            r"\b(?:horny|blow ?job|hand-?job|your (?:tits|boobs|breasts|cleavage))\b",
        ),
    ),
    telling=(
        pattern(
            r"\b(?:naked|nude|lingerie|underwear|kinky|naughty|bedroom|undress\w*|spank\w*|foreplay|seduc\w*|sexy|nudes)\b",
            r"\b(?:under the (?:desk|table)|hotel room|between the sheets|hands[- ]on with you|ride me|on top of you"
            r"|go down on)\b",
        ),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    return marks(reading, MANNER)
