"""A letter cut where somebody may want to say something of it, with the comments that hang there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sincerely.desk.errors import DeskError
from sincerely.desk.review_shapes import CommentShape
from sincerely.terms import Span

# A sentence with the space after it; a line break ends one, unless the next line goes on in small letters.
SENTENCE = re.compile(r"\s*(?:[^\n.!?…]|\n(?=[a-zà-ÿ]))*(?:[.!?…]+(?!\w)[\"”’)\]]*[^\S\n]*|[.!?…]+|\n|$)")
ABOUT = re.compile(r"(subject|body):(\d{1,7}):(\d{1,7})")
# A letter of more sentences is shown, and commented on, line by line.
MOST_SENTENCES = 400


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence of a part: `value` names its place for a form, `marks` number the comments that hang at it."""

    words: str
    value: str
    marks: tuple[int, ...] = ()


def sentences(text: str, part: str, comments: Sequence[CommentShape] = ()) -> Iterator[Stretch]:
    """A part of a letter, sentence by sentence; joined they are the text."""
    hung = [row for row in comments if row.part == part and row.start is not None and row.end is not None]
    for start, end in cut(text):
        marks = tuple(row.id for row in hung if (row.start or 0) < end and (row.end or 0) > start)
        yield Stretch(text[start:end], f"{part}:{start}:{end}" if text[start:end].strip() else "", marks)


def cut(text: str) -> list[tuple[int, int]]:
    found = [match.span() for match in SENTENCE.finditer(text) if match[0]]
    if len(found) <= MOST_SENTENCES:
        return found
    return [match.span() for match in re.finditer(r"[^\n]*\n+|[^\n]+", text)]


def chosen(about: str, narrow: str, parts: dict[str, str]) -> tuple[str, Span | None]:
    """The part and place that a form means: a sentence of it, or with `narrow` those words in it; no place for the whole.

    Raises DeskError where the words do not stand there, or twice.
    """
    found = ABOUT.fullmatch(about)
    part = found[1] if found else "body"
    text = parts.get(part, "")
    span = Span(min(int(found[2]), len(text)), min(int(found[3]), len(text))) if found else Span(0, len(text))
    words = " ".join(narrow.split())
    if not words:
        return part, span if found else None
    spaced = re.compile(r"\s+".join(re.escape(word) for word in words.split()))
    places = [match.span() for match in spaced.finditer(text, span.start, span.end)]
    if len(places) != 1:
        where = "twice" if places else "nowhere"
        raise DeskError(f"These words stand {where} there. Copy them from the letter, with one or two more beside them.")
    return part, Span(*places[0])
