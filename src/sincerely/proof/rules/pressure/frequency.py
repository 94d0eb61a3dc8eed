"""A letter that tells of repeated contact.

*What it looks for*: the third message or call and more, daily calls, a promise to go on.
*Why it matters*: counting one's own attempts tells the reader that silence has not been heard as an answer.
*Remedy*: leave the count out, and leave more time before the next one.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.tone.marks import Manner, marks, pattern
from sincerely.terms import Severity, Stage

NTH = r"(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|umpteenth|3rd|[4-9]th|1\dth)"
MANY = r"(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|[3-9]|\d\d|a dozen|several|countless|many)"
ASK = (
    r"(?:write|wrote|written|writing|call|called|calling|ask|asked|asking|email|emailed|try|tried|phone|phoned|ring|rung"
    r"|contact|chase|follow)"
)
SEND = r"(?:called|rang|rung|phoned|emailed|e-mailed|mailed|written|wrote|texted|messaged|tried you|contacted you)"
PIECE = r"(?:e-?mails?|messages?|calls?|voicemails?|follow-ups?|reminders?)"

RULE = Rule(
    severity=Severity.WARNING,
    title="Repeated contact",
    why="Approaches that go on unanswered feel like harassment; the law begins to count at two (Protection from Harassment "
    "Act 1997, s. 7).",
    flags=(
        Example(body="This is the third time this week that I write.", stage=Stage.CHECK_IN, quote="third time this week"),
        Example(body="I have called four times since Monday.", stage=Stage.CHECK_IN, quote="called four times"),
        Example(body="This is my fifth message about the post.", stage=Stage.CHECK_IN, quote="my fifth message"),
        Example(body="I will keep calling until somebody picks up.", stage=Stage.CHECK_IN, quote="keep calling"),
    ),
    passes=(
        Example(body="I wrote to you two weeks ago and would be glad of any news.", stage=Stage.CHECK_IN),
        Example(body="This is my second note, and my last unless you ask for more.", stage=Stage.FINAL),
        Example(body="You told me that you call every client three times a year."),
        Example(body="The third time I assembled the pump it held pressure."),
    ),
)

MANNER = Manner(
    rule="pressure/frequency",
    says="This tells of repeated contact.",
    reads_as="repeated contact",
    remedy=Remedy("Leave the count out: “I wrote on the 3rd and would be glad of any news.” Then wait a week at least."),
    certain=(
        pattern(
            r"\b(?:this is|it is|it's|now) (?:\w+ )?(?:the|my) (?:\w+ )?" + NTH + r" " + PIECE + r"\b",
            r"\b" + NTH + r" time (?:that )?I(?:'ve| have|'m| am)? (?:had to |now )?" + ASK + r"\b",
            r"\b"
            + NTH
            + r" time (?:this|in (?:a|one|as many)) (?:\w+ )?(?:days?|weeks?|months?)\b(?! (?:that )?(?:you|we|they))",
            r"\bmy (?:\w+ )?" + NTH + r" (?:unanswered )?" + PIECE + r"\b",
            r"\bI(?:'ve| have)? (?:already |now )?"
            + SEND
            + r" (?:you |your office |the office |reception |your \w+ )?(?:at least |over |more than )?"
            + MANY
            + r" times\b",
            r"\bI(?:'ve| have)? (?:already |now )?(?:left|sent) (?:you )?(?:at least |over |more than )?"
            + MANY
            + r" (?:\w+ )?(?:messages|voicemails|e-?mails|texts|reminders)\b",
            r"\bI(?:'ll| will| shall|'m going to) (?:just )?(?:keep|continue|go on) (?:on )?(?:calling|writing|ringing"
            r"|emailing|phoning|messaging|trying you)\b",
            r"\bI(?:'ll| will|'ve been|'m| have been| am)? (?:call|calling|ring|ringing|email|emailing|phone|phoning|write"
            r"|writing)(?: to)?(?: you)? (?:every (?:single |other )?(?:day|morning|hour|afternoon)|daily|twice a day)\b",
        ),
    ),
    telling=(
        pattern(
            r"\b" + NTH + r" (?:time|" + PIECE + r")\b",
            r"\b" + MANY + r" (?:times|" + PIECE + r")\b",
            r"\b(?:every (?:day|morning|hour)|daily|again and again|yet again|once again|still no (?:reply|answer))\b",
        ),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    return marks(reading, MANNER)
