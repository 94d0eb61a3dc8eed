"""The words of running text with what stands around them, addresses and other things that are no prose left out."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sincerely.proof.language.names.folding import ONE_MARK
from sincerely.proof.wordlists import alternatives
from sincerely.terms import Span

CHUNK = re.compile(r"\S+")
# Longer runs without a space are no prose.
LONGEST_CHUNK = 120
# Addresses, paths, file names, hashtags, handles, code, entities, and words with digits in them.
NO_PROSE = re.compile(r"@|://|www\.|[\\_<>{}=|~^$`#%]|\w/.*/|\d|[^\W\d_]\.[^\W\d_]|[a-z][A-Z]{2}|\w(?:\+|\*+)\w|\w\(\)|&\w+;")
# A full stop without its space joins two sentences: "the tour.I hope".
MISSING_SPACE = re.compile(r"[^\W\d_]{3,}\.[A-Z][a-z]*[.,;:!?'’]?[a-z]*")
LETTERS = r"[^\W\d_]+(?:['’][^\W\d_]+)*"
WORD = re.compile(rf"{LETTERS}(?:[-‐‑]{LETTERS})*['’]?")
ENDS = re.compile(r"[.!?:;…][\"”’')\]]*$")
# A title, an initial or a short form: its full stop ends no sentence.
SHORT = re.compile(r"\W*(?:[A-Za-z]|St|No|vs|approx|incl|esp|" + alternatives("honorifics") + r")\.", re.IGNORECASE)
# The speech of a region: fixin', goin'.
DROPPED = re.compile(r"in['’]$")
OPENS = frozenset("([{\"“‘'«*_–—-•·>")
EMPHASIS = re.compile(r"(?<!\S)([*_])(?=\S)[^*_\n]{1,60}(?<=\S)\1(?!\w)")
POSSESSIVE = re.compile(r"'s?$")


class Token(NamedTuple):
    """A word. `text` has one kind of apostrophe and no possessive ending; `initial`: it may begin a sentence or a line.

    `apart`: emphasised, or between quotation marks. `before`, `after`: the neighbouring words, as written; empty across a mark
    that ends a sentence or a line.
    """

    text: str
    span: Span
    initial: bool
    apart: bool
    before: str = ""
    after: str = ""

    @property
    def small(self) -> bool:
        return self.text.islower()

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() and self.text[1:].islower()


@lru_cache(maxsize=4)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text, in order, in time that grows with its length; kept, since several checks ask of one letter."""
    found = list(bare_tokens(text))
    return tuple(
        Token(
            word,
            Span(start, start + len(word)),
            initial,
            apart,
            found[place - 1][0] if place and not initial else "",
            found[place + 1][0] if place + 1 < len(found) and not found[place + 1][2] else "",
        )
        for place, (word, start, initial, apart) in enumerate(found)
    )


def bare_tokens(text: str) -> Iterator[tuple[str, int, bool, bool]]:
    """Word, where it begins, whether it may begin a sentence, whether it is set apart."""
    emphasised = [match.span() for match in EMPHASIS.finditer(text)][::-1]
    done = 0
    initial = True
    for chunk in CHUNK.finditer(text):
        start = chunk.start()
        initial = initial or "\n" in text[done:start]
        done = chunk.end()
        while emphasised and emphasised[-1][1] <= start:
            emphasised.pop()
        apart = bool(emphasised) and emphasised[-1][0] <= start
        word = chunk.group()
        if word.isalpha() and word.isascii() and len(word) <= LONGEST_CHUNK and (word.islower() or word.istitle()):
            yield word, start, initial, apart
            initial = False
            continue
        if len(word) > LONGEST_CHUNK or not is_prose(word.rstrip(".,;:!?…)]\"”’'")):
            initial = bool(ENDS.search(word[-4:])) and not SHORT.fullmatch(word)
            continue
        ended = 0
        for match in WORD.finditer(word):
            between = word[ended : match.start()]
            ended = match.end()
            begins = initial or any(mark in between for mark in ".!?—–") or (match.start() > 0 and word[0] in '([“"')
            quoted = match.start() > 0 and word[match.start() - 1] in "“\"«‘'"
            quoted = quoted or bool(DROPPED.search(match.group()))
            yield POSSESSIVE.sub("", match.group().translate(ONE_MARK)), start + match.start(), begins, apart or quoted
            initial = False
        if word.strip("".join(OPENS)) or "\n" in word:
            initial = (bool(ENDS.search(word[-4:])) and not SHORT.fullmatch(word)) or (initial and not ended)


def is_prose(chunk: str) -> bool:
    return not NO_PROSE.search(chunk.lstrip("*_(\"“‘'")) or bool(MISSING_SPACE.fullmatch(chunk))
