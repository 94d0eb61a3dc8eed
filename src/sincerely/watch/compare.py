"""What changed between two versions of a posting, as a person reads it: field by field, the text by sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from sincerely.watch.posting import Posting

SENTENCE = re.compile(r"\n+|(?<=[.!?;])\s+(?=[^a-z\s])")
# More sentences than these are a book; the rest is compared as one.
MOST_SENTENCES = 400
FIELDS = {
    "title": "Title",
    "employer": "Employer",
    "places": "Place",
    "remote": "Where one works",
    "posted": "Posted",
    "closing": "Closes",
    "pay": "Pay",
    "employment": "Kind of work",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: `what` is kept, gone or new."""

    what: str
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """One field that is another now. `pieces` tell a long text's change sentence by sentence."""

    field: str
    before: str
    after: str
    pieces: tuple[Piece, ...] = ()


def compare(before: Posting, after: Posting) -> tuple[Change, ...]:
    """The changes that matter to a person; other spacing is none, nor is another address. A text not shown now is no change."""
    return tuple(changes(before, after))


def changes(before: Posting, after: Posting) -> Iterator[Change]:
    for name, label in FIELDS.items():
        one, other = said(getattr(before, name)), said(getattr(after, name))
        if one != other:
            yield Change(label, one, other)
    if after.text and squeezed(before.text) != squeezed(after.text):
        yield Change("Text", "", "", pieces(before.text, after.text))


def said(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(sorted(value))
    return "" if value is None else " ".join(str(value).split())


def squeezed(text: str) -> str:
    return " ".join(text.split())


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts laid over each other, sentences whole; long kept stretches are shortened to their ends."""
    one, other = sentences(before), sentences(after)
    found: list[Piece] = []
    for what, first, last, start, end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if what == "equal":
            found += kept(other[start:end])
        else:
            found += [Piece("gone", words) for words in one[first:last]]
            found += [Piece("new", words) for words in other[start:end]]
    return tuple(found)


def kept(words: list[str]) -> list[Piece]:
    if len(words) <= 3:
        return [Piece("kept", one) for one in words]
    return [Piece("kept", words[0]), Piece("kept", "…"), Piece("kept", words[-1])]


def sentences(text: str) -> list[str]:
    return [" ".join(part.split()) for part in SENTENCE.split(text, MOST_SENTENCES) if part.strip()]
