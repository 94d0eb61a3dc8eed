"""Covering names where nobody may know them: wherever a word could tell of somebody, it gives way. Pure.

More is covered than from a reviewer: every number, streets, and each word with a capital that no sentence gives it, with the
words with capitals beside it. The text that comes out goes in again unchanged, so that a person can mend it by hand and have it
looked at once more. The machine may still miss one, which is why its author reads it before anybody else does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields

from sincerely.desk.covering import Cover
from sincerely.proof.language.names.folding import plain
from sincerely.proof.language.names.lists import TITLES, ordinary

# What stands for a covered word; it is left alone.
SHOWN = re.compile(r"\[(?:name|company|the writer|the employer|e-mail|link|phone|address|number)(?: \d+)?\]")
WORD = re.compile(r"[^\W\d_][\w'’&-]*")
STREETS = "street|st|road|rd|avenue|ave|lane|drive|square|court|terrace|boulevard|blvd"
ADDRESS = re.compile(
    rf"\d+\w?,?\s+(?:[^\W\d_a-z][\w'’-]*\s+){{1,3}}(?i:{STREETS})\b\.?|\b[^\W\d_]+(?i:stra(?:ß|ss)e|gasse|platz|weg)\s+\d+\w?\b"
)
NUMBER = re.compile(r"(?:[$€£¥]\s?)?\d+(?:[\s.,:/'’–-]?\d+)*(?:st|nd|rd|th)?(?:\s?[%€£]|[kKmM]\b)?")
# A word behind one of these, or at the head of a line, has its capital from its place.
BEGINS = (".", "!", "?", "…", ":", "\n", "-", "*", "•")
GREETING = re.compile(r"\b(?:dear|hello|hi|hey)\s+$", re.IGNORECASE)
DAYS = "monday tuesday wednesday thursday friday saturday sunday"
MONTHS = "january february march april may june july august september october november december"
# Written with a capital wherever they stand, and tell of nobody.
CAPITAL = frozenset(f"i i'm i’m i'd i’d i'll i’ll i've i’ve cv pdf ok ps hr it {DAYS} {MONTHS}".split())
# Words that begin a sentence before a name, and are none.
BEGINNERS = """a an the at in on as of by to for from with when while after before since until because if and but or so yet both
my our your his her its their this that these those dear hello hi hey thank thanks kind best warm yours sincerely regards you we
they he she it is are was were do did can could would will may let please also"""
BEFORE_NAMES = frozenset(BEGINNERS.split())


# Covering one word can put a capital on its neighbour in question. Two rounds nearly always find nothing more to cover.
ROUNDS = 6


@dataclass(frozen=True)
class Anonymity(Cover):
    """All that could tell whose letter it is."""

    @classmethod
    def over(cls, cover: Cover) -> "Anonymity":
        """What a cover knows, and more."""
        return cls(**{field.name: getattr(cover, field.name) for field in fields(Cover)})

    def found(self, text: str) -> Iterator[tuple[int, int, str]]:
        done = [match.span() for match in SHOWN.finditer(text)]
        for start, end, shown in (*super().found(text), *others(text)):
            if not any(start < stop and end > begin for begin, stop in done):
                yield start, end, shown


def anonymous(text: str, cover: Cover) -> str:
    """The text as anybody may read it; given in again, it stays as it is."""
    whole = Anonymity.over(cover)
    for _ in range(ROUNDS):
        covered = whole.cover(text).shown
        if covered == text:
            break
        text = covered
    return text


def others(text: str) -> Iterator[tuple[int, int, str]]:
    """What nobody has on record: addresses, numbers, names."""
    yield from ((*match.span(), "[address]") for match in ADDRESS.finditer(text))
    yield from ((*match.span(), "[number]") for match in NUMBER.finditer(text))
    for run in capital_runs(text):
        telling = [telling_in(text, word) for word in run]
        if not any(telling):
            continue
        kept = [word for word, tells in zip(run, telling, strict=True) if tells or plain(word[0]) not in BEFORE_NAMES]
        kept = [word for word in kept if plain(word[0]) not in TITLES]
        if kept:
            yield kept[0].start(), kept[-1].end(), "[name]"


def capital_runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Words with capitals that stand side by side."""
    run: list[re.Match[str]] = []
    for word in WORD.finditer(text):
        if word[0][0].islower() or word[0].lower() in CAPITAL:
            if run:
                yield run
            run = []
        elif run and not re.fullmatch(r"[ \t]{1,2}", text[run[-1].end() : word.start()]):
            yield run
            run = [word]
        else:
            run.append(word)
    if run:
        yield run


def telling_in(text: str, word: re.Match[str]) -> bool:
    """True where the capital is the word's own."""
    key = plain(word[0])
    if key in TITLES or key in BEFORE_NAMES:
        return False
    before = text[: word.start()].rstrip(' \t“"(')
    begins = not before or before.endswith(BEGINS)
    greeted = GREETING.search(text, max(0, word.start() - 20), word.start())
    return bool(greeted) or key not in ordinary() or not begins
