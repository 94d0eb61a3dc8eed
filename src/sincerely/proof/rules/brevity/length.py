"""A message that is longer than its channel bears, or so short that it says nothing.

*What it looks for*: an e-mail of over 200 words (over 125: a hint), a letter of over 300, a text message of over 50;
an e-mail or letter of fewer than 8. Greeting, closing, signature and quoted mail do not count; in a text message
everything does.
*Why it matters*: answers to e-mail are most frequent at 50 to 125 words (Boomerang, "7 Tips for Getting More
Responses to Your Emails", 2016); a longer note asks for time that the reader did not offer.
*Remedy*: keep the thanks, one thing from the interview and the next step, and cut the rest.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.sentences import WORD
from sincerely.terms import Channel, Part, Severity, Span, Stage

MOST_WORDS = {Channel.EMAIL: 200, Channel.LETTER: 300, Channel.TEXT: 50}
BEST_WORDS = 125
FEWEST_WORDS = 8

PARAGRAPH = (
    "The orchard tour stays with me. You showed how the old trees are grafted, which rows the frost takes first, and why "
    "the press "
    "stands so far from the road. "
)

RULE = Rule(
    severity=Severity.WARNING,
    title="Too long, or too short to say anything",
    why="E-mails of 50 to 125 words get the most answers (Boomerang, 2016); what is longer is put off, what is shorter "
    "says nothing.",
    flags=(
        Example(body="Dear Ms Orchard,\n\n" + PARAGRAPH * 8 + "\n\nKind regards,\nIda Berg"),
        Example(body="Dear Ms Orchard,\n\n" + PARAGRAPH * 11 + "\n\nKind regards,\nIda Berg", channel=Channel.LETTER),
        Example(body="Hi Sol, Ida here. " + PARAGRAPH * 2, channel=Channel.TEXT),
        Example(body="Dear Ms Orchard,\n\nAny news?\n\nKind regards,\nIda Berg", stage=Stage.CHECK_IN),
        Example(body="Thanks."),
    ),
    passes=(
        Example(
            body="Dear Ms Orchard,\n\nThank you for the tour on Friday. I would be glad to prune with you.\n\nKind regards,\nIda"
        ),
        Example(body="Thank you, Sol. See you Monday.", channel=Channel.TEXT),
        Example(body="Dear Ms Orchard,\n\n" + PARAGRAPH * 3 + "\n\nKind regards,\nIda Berg"),
        Example(
            body="Dear Sol,\n\nThank you, Tuesday at nine suits me very well.\n\nBest,\nIda\n\nOn 3 May 2025 at 10:02, "
            "Sol wrote:\n" + f"> {PARAGRAPH}\n" * 9
        ),
        Example(body="Hi, it's Ida Berg. Thank you.", channel=Channel.VOICEMAIL),
    ),
    channels=frozenset(MOST_WORDS),
)


def look(reading: Reading) -> Iterator[Mark]:
    count = words_written(reading)
    most = MOST_WORDS[reading.channel]
    if count > most:
        advice = f"Cut about {count - most} words: keep the thanks, one thing from the interview and the next step."
        yield Mark(
            Part.BODY, None, f"This has {count} words; {most} are as many as a {kind(reading.channel)} bears.", Remedy(advice)
        )
    elif reading.channel == Channel.EMAIL and count > BEST_WORDS:
        yield Mark(
            Part.BODY,
            None,
            f"This has {count} words; up to {BEST_WORDS} are answered most.",
            Remedy("See whether one paragraph can go."),
            severity=Severity.HINT,
        )
    elif reading.channel != Channel.TEXT and count < FEWEST_WORDS:
        advice = "Add what you are thankful for, one thing that you remember from the interview, and what you hope comes next."
        yield Mark(Part.BODY, None, f"This has only {count} words, too few to say anything.", Remedy(advice))


def kind(channel: Channel) -> str:
    return "text message" if channel == Channel.TEXT else str(channel)


def words_written(reading: Reading) -> int:
    """Words of the writer's text, quotations in it included; without greeting and leave, except in a text message."""
    layout = reading.layout
    everything = Span(0, len(reading.body))
    spans = (
        [everything] if reading.channel == Channel.TEXT else [layout.prose, *([layout.postscript] if layout.postscript else [])]
    )
    return sum(1 for span in spans for _ in WORD.finditer(reading.written, span.start, span.end))
