"""Whom a letter speaks to: the names in its greeting, or in the first words of what is said aloud."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.proof.language.names.courtesies import TITLE_BEGINNINGS, before, uncourtly
from sincerely.proof.language.names.folding import NAME_WORD, bare, is_small, plain
from sincerely.proof.language.names.lists import PARTICLES, TITLES, generic, ordinary
from sincerely.proof.reading import Reading
from sincerely.proof.wordlists import alternatives
from sincerely.terms import Span

OPENING = re.compile(
    rf"\s*(?:(?:{alternatives('greetings')}|good|morning|afternoon|evening|again|there)(?![\w'’-])[ \t]*)+(?P<comma>,\s*)?",
    re.IGNORECASE,
)
ASKED_FOR = re.compile(
    r"\b(?:(?:message|call(?:ing)?|ringing|note) (?:is )?for|(?:speak|talk) (?:to|with)|through to|is (?:that|this|it))\s+",
    re.IGNORECASE,
)
JOIN = re.compile(r"\s*(?:&|\+|/|,)\s*|\s+(?:and|und|et|y|e|or)\s+", re.IGNORECASE)
GAP = re.compile(r"\.?[ \t]+|\.-?")
SELF = re.compile(r"\s*,?\s*(?:here|speaking|calling|again|from|on the line)\b", re.IGNORECASE)
FIRST_WORDS = 240  # characters within which a caller asks for somebody
AND = frozenset({"and", "und", "et"})
MOST_NAMES = 12
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands in the text, and its place there, the possessive aside."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Addressee:
    """One person spoken to. `greeted`: after a greeting word, so that whoever stands there is meant to be the reader.

    `span` holds titles and words together.
    """

    titles: tuple[str, ...]
    words: tuple[Word, ...]
    greeted: bool
    span: Span


def addressees(reading: Reading) -> Iterator[Addressee]:
    """The persons whom the letter greets, as it names them; none where it greets a team, a role or nobody."""
    body = reading.own
    greeting = reading.layout.greeting
    opening = OPENING.match(body, greeting.start if greeting else 0)
    if opening and opening.end() > opening.start():
        end = greeting.end if greeting and greeting.end > opening.end() else None
        yield from named(body, opening.end(), end, greeted=opening["comma"] is None)
    elif greeting:
        yield from named(body, greeting.start, greeting.end, greeted=False)
    else:
        yield from named(body, len(body) - len(body.lstrip()), None, greeted=False)
    if reading.channel.spoken:
        for match in ASKED_FOR.finditer(body, 0, FIRST_WORDS):
            yield from named(body, match.end(), None, greeted=False)


def named(text: str, start: int, end: int | None, greeted: bool) -> Iterator[Addressee]:
    """The names from `start`, one after another while commas and "and" join them."""
    several = end is not None
    stop = text.find("\n", start)
    end = min(len(text) if stop < 0 else stop, start + LONGEST) if end is None else end
    for _ in range(MOST_NAMES):
        found = read_name(text, start, end, greeted)
        if found is None:
            return
        if not greeted and SELF.match(text, found.span.end):
            return
        yield found
        join = JOIN.match(text, found.span.end, end)
        if not join or (join[0].strip() == "," and not several):
            return
        start = join.end()


def read_name(text: str, start: int, end: int, greeted: bool) -> Addressee | None:
    """One name with its titles; None where a team, a role or common words stand there."""
    titles: list[str] = []
    words: list[Word] = []
    place = start
    last = start
    while match := NAME_WORD.match(text, place, end):
        said = plain(match[0])
        small = is_small(match[0])
        if not words and (said in TITLES or begins_title(text, match, end)):
            titles.append(match[0])
        elif said in generic():
            return None
        elif said in AND or (small and (said == "y" or not may_be_name(said, bool(words), greeted))):
            break
        else:
            name = uncourtly(bare(match[0]))
            words.append(Word(name, Span(match.start(), match.start() + len(name))))
        last = match.end()
        gap = GAP.match(text, last, end)
        if not gap or (gap[0].startswith(".") and said not in before() and len(match[0]) > 1):
            break
        place = gap.end()
    while words and plain(words[-1].text) in PARTICLES and words[-1].text[0].islower():
        words.pop()
    if not words or is_title_alone(text, words):
        return None
    return Addressee(tuple(titles), tuple(words), greeted, Span(start, max(words[-1].span.end, start)))


def is_title_alone(text: str, words: list[Word]) -> bool:
    """True for a shortened title at the end: the "Mag." of "Herr Mag." """
    return len(words) == 1 and plain(words[0].text) in before() and text[words[0].span.end : words[0].span.end + 1] == "."


def begins_title(text: str, match: re.Match[str], end: int) -> bool:
    """True for the first word of a title of several: the "Petty" of "Petty Officer"."""
    following = NAME_WORD.match(text, match.end() + 1, end)
    if plain(match[0]) not in TITLE_BEGINNINGS or not following:
        return False
    return plain(following[0]) in TITLES or begins_title(text, following, end)


def may_be_name(small: str, follows: bool, greeted: bool) -> bool:
    """True for a word in small letters that may belong to a name: a particle, or the first word after "dear"."""
    return small in PARTICLES or (greeted and not follows and small not in ordinary())
