"""A text as the model of confused words sees it: its words and marks in a row, and which of them may be judged."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sincerely.proof.wordlists import entries

HERE = Path(__file__).parent
# Stands for the beginning and the end of a text, and between paragraphs and short lines.
BREAK = "¶"
NUMBER = "#"
# Files of sets, those whose words are taken for each other most often first.
SETS = ("sets", "sounds", "verbs", "keys")
PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,:]*|\n|[^\w\s]|_")
# A line that ends so early was ended on purpose.
SHORT_LINE = 45
ENDS = frozenset({BREAK, ".", "!", "?", ":", "…"})
# Beside one of these a word is part of something longer: "follow-up", "and/or", an address.
JOINING = frozenset("-‐‑/@_&#+'’=\\")


class Word(NamedTuple):
    """A word or a mark. `text`: in small letters, with one kind of apostrophe; two words that are judged as one are joined by _.

    `judged`: it may be a wrong word; names, words in capitals and parts of longer things are not.
    """

    text: str
    start: int
    end: int
    judged: bool


@cache
def sets() -> dict[str, tuple[str, ...]]:
    """For each word, in order, the words that it may stand for: those of its sets, and the other forms of a verb."""
    found: dict[str, set[str]] = {}
    for group in [line.split() for name in SETS for line in entries(name, HERE)]:
        for word in group:
            found.setdefault(word, set()).update(other for other in group if other != word)
    return {word: tuple(sorted(found[word])) for word in sorted(found)}


@cache
def pairs() -> dict[str, frozenset[str]]:
    """The two words that are judged as one, the second by the first."""
    found: dict[str, set[str]] = {}
    for word in sets():
        one, mark, two = word.partition("_")
        if mark:
            found.setdefault(one, set()).add(two)
    return {one: frozenset(twos) for one, twos in found.items()}


def words(text: str) -> Iterator[Word]:
    """The words and marks of a text, in order, in time that grows with its length."""
    held: Word | None = None
    seconds = pairs()
    for word in single(text):
        if held and word.text in seconds[held.text] and text[held.end : word.start] == " " and word.text[0].isalpha():
            judged = held.judged and text[word.start : word.end].islower() and not joined(text, word.start, word.end)
            yield Word(f"{held.text}_{word.text}", held.start, word.end, judged)
            held = None
            continue
        if held:
            yield held
        held = word if word.text in seconds else None
        if held is None:
            yield word
    if held:
        yield held


def single(text: str) -> Iterator[Word]:
    """The words and marks, each alone."""
    first = True
    line = 0
    for match in PART.finditer(text):
        found = match.group()
        start, end = match.span()
        if found == "\n":
            if start - line < SHORT_LINE:
                yield Word(BREAK, start, end, False)
                first = True
            line = end
        elif found[0].isalpha():
            lower = found.islower()
            small = found if lower else found.lower()
            plain = (lower or (first and found[1:].islower()) or found == "I") and not joined(text, start, end)
            yield Word(small.replace("’", "'") if "’" in small else small, start, end, plain)
            first = False
        else:
            yield Word(NUMBER if found[0].isdigit() else found, start, end, False)
            first = found in ENDS or (first and not found[0].isalnum())


def joined(text: str, start: int, end: int) -> bool:
    """True for a word that is part of something longer."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return before in JOINING or after in JOINING or (after == "." and text[end + 1 : end + 2].isalnum())
