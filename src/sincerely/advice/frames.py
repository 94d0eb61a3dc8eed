"""Frames for notes: blanks that the desk fills, and gaps that a person fills, who knows what belongs there.

A blank is a word in braces: `Dear {name},`. A gap is a few words in square brackets: `[what you talked about]`. In a note it
stands as `[insert: what you talked about]`: proof holds a note in which one is left, so that none goes out by mistake.
"""

import re
from collections.abc import Mapping

from sincerely.advice.article import RECORD, Example
from sincerely.terms import Channel, Stage

# What each blank stands for.
BLANKS = {"name": "whom you write to", "role": "the job", "company": "the employer", "me": "your name"}
# A frame is judged as if it went to the people that the articles' examples are about.
JUDGED_WITH = {
    "name": "Ms Ward",
    "role": str(RECORD["role"]),
    "company": str(RECORD["company"]),
    "me": str(RECORD["candidate"]["name"]),
}
BLANK = re.compile(r"\{([^{}\n]{0,40})\}")
GAP = re.compile(r"\[(?:insert:?\s*)?([^\[\]\n]{1,60})\]", re.IGNORECASE)
# What a frame may have that a note may not: its gaps.
GAPS = "professional/placeholder"


class BadFrame(ValueError):
    """A frame with a blank that nobody could fill; the words say which."""


def fill(frame: str, told: Mapping[str, str]) -> str:
    """The frame with its blanks filled; where nothing is known, a gap stands for the blank. Raises BadFrame."""

    def filled(match: re.Match[str]) -> str:
        name = match[1].strip()
        if name not in BLANKS:
            raise BadFrame(f"There is no blank {match[0]}. There is: {', '.join(f'{{{known}}}' for known in BLANKS)}.")
        return told.get(name) or gap(BLANKS[name])

    return BLANK.sub(filled, GAP.sub(lambda match: gap(match[1]), frame))


def gap(words: str) -> str:
    """A gap as it stands in a note."""
    return f"[insert: {words.strip()}]"


def gaps(note: str) -> list[str]:
    """The gaps that stand in a note."""
    return [match[0] for match in GAP.finditer(note)]


def judged(stage: Stage, channel: Channel, subject: str, body: str) -> Example:
    """The frame as proof judges it: blanks filled, gaps left. Raises BadFrame."""
    return Example(text=fill(body, JUDGED_WITH), stage=stage, channel=channel, subject=fill(subject, JUDGED_WITH))
