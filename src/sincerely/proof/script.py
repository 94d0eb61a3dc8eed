"""A script for the voice: its lines, and when each is said."""

from dataclasses import dataclass

from sincerely.proof.sentences import cut_sentences
from sincerely.proof.speech import spoken_seconds
from sincerely.terms import Span

# A pace that nobody speaks at is a slip of the hand: conversation runs at about 150 words a minute (NCVS).
SLOWEST, FASTEST = 60.0, 300.0


@dataclass(frozen=True, slots=True)
class Line:
    """What is said in one breath, and when it begins and ends, in seconds from the start."""

    words: str
    begins: float
    ends: float


def lines_of_script(text: str, pace: float) -> list[Line]:
    """The sentences of a script with their times at a pace in words a minute."""
    lines: list[Line] = []
    begins = 0.0
    for span in cut_sentences(text, Span(0, len(text))):
        words = " ".join(text[span.start : span.end].split())
        ends = begins + spoken_seconds(words, pace)
        lines.append(Line(words, begins, ends))
        begins = ends
    return lines


def pace_of(text: str, seconds: float) -> float:
    """The pace of someone who said a text in so many seconds, within what a voice can do."""
    words = spoken_seconds(text, 60.0)
    return round(min(FASTEST, max(SLOWEST, words * 60 / seconds))) if seconds > 0 else FASTEST
