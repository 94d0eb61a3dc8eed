"""The strongest fits between what a posting asks for and what a background shows: shared words, nothing invented."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sincerely.pen.background import Background, Evidence
from sincerely.pen.brief import Fit, Source
from sincerely.pen.phrases import sound
from sincerely.pen.stems import stem, tokens
from sincerely.pen.words import (
    DETERMINERS,
    DUTIES,
    GENERIC,
    LEXICON,
    LINKS,
    MASSES,
    PAPERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    UNCOUNTED,
    is_describing,
    is_plural,
    ordinary,
    singular,
    written_small,
)

MOST_POSTING = 200_000
MOST_SEGMENTS = 600
LONGEST = 4
SEGMENT = re.compile(r"<[^<>]*>|[.!?;:,()]+(?=\s|$)|[\n\r•·|]+|\s[-–—/]\s", re.UNICODE)
ASKING = re.compile(rf"\b(?:{'|'.join(LEXICON['asking'])})\b", re.IGNORECASE)
OFFERING = re.compile(rf"\b(?:{'|'.join(LEXICON['offering'])})\b", re.IGNORECASE)
NOT_DONE = re.compile(rf"\b(?:{'|'.join(LEXICON['not_done'].split())})\b", re.IGNORECASE)
# Common words that still begin or end a telling phrase: "customer service", "project management".
GOOD_FIRST = frozenset(["customer", "client", "data", "quality", "project", "product"])
GOOD_LAST = frozenset(["service", "management", "systems"])
OPENERS = frozenset(["", "to", "will", "and", "or", "you", "can", "should"])
PERSON = re.compile(r"(?:er|or|ist|ian|eer|nurse|man|woman|coach|chef|clerk|cook)$")
# What was done counts for more than what is only named.
WORTH = {
    Source.WORK: 1.3,
    Source.CERTIFICATE: 1.25,
    Source.LANGUAGE: 1.2,
    Source.VOLUNTEER: 1.1,
    Source.PROJECT: 1.1,
    Source.SKILL: 1.0,
    Source.STUDY: 0.95,
    Source.TEXT: 0.9,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A run of words of the posting that can be a topic: its words, the line it stands in, and how much that line asks."""

    words: tuple[str, ...]
    line: str
    before: str
    weight: float


def fits(posting: str, background: Background, most: int = 2) -> tuple[Fit, ...]:
    """The `most` strongest fits, best first: runs of words that the posting and one piece of the background share.

    A run weighs by its words (names of tools and trades over plain words), by how plainly the posting asks for it, and by
    where the background shows it. Two fits never share a word. Reads the first 200,000 characters of the posting.
    """
    runs = list(asked(posting[:MOST_POSTING]))
    index: dict[tuple[str, ...], list[Asked]] = {}
    for run in runs:
        index.setdefault(stems(run.words), []).append(run)
    found: dict[tuple[str, ...], Fit] = {}
    for piece in background.pieces:
        if NOT_DONE.search(piece.text) or (piece.source is Source.LANGUAGE and NOT_DONE.search(piece.role)):
            continue
        for key in shown(piece, index):
            fit = fit_of(index[key], piece)
            if fit and (key not in found or found[key].weight < fit.weight):
                found[key] = fit
    return strongest(found, most)


def strongest(found: dict[tuple[str, ...], Fit], most: int) -> tuple[Fit, ...]:
    """The best fits that share no word with a better one."""
    chosen: list[Fit] = []
    taken: set[str] = set()
    for key, fit in sorted(found.items(), key=lambda item: (-item[1].weight, item[0])):
        if len(chosen) < most and not taken & set(key):
            chosen.append(fit)
            taken |= set(key)
    return tuple(chosen)


def asked(posting: str) -> Iterator[Asked]:
    """Every run of up to four words of the posting that can stand as a noun phrase."""
    text = html.unescape(re.sub(r"<[^<>]*>", "\n", posting)).replace("’", "'")
    lines = [line for line in re.split(r"[\n\r]+|(?<=[.!?])\s+", text) if line.strip()]
    for line in lines[:MOST_SEGMENTS]:
        if OFFERING.search(line):
            continue
        weight = 1.4 if ASKING.search(line) else 1.0
        for segment in SEGMENT.split(line):
            words = tokens(segment)
            for start in range(len(words)):
                for length in range(1, LONGEST + 1):
                    if length == 1 and start + 1 < len(words) and belongs(words[start], words[start + 1]):
                        continue
                    run = tuple(words[start : start + length])
                    if len(run) == length and can_be_topic(run, words[start - 1].lower() if start else ""):
                        yield Asked(run, " ".join(line.split())[:300], words[start - 1].lower() if start else "", weight)


def belongs(word: str, following: str) -> bool:
    """True where a plain word is only the first part of a compound: "form" in "form tutor"."""
    return word.lower() in ordinary() and following.lower() not in PREPOSITIONS | DETERMINERS | LINKS | GENERIC


def can_be_topic(words: tuple[str, ...], before: str) -> bool:
    """True for a run without duties or common words at its ends, that is a sound noun phrase."""
    small = [word.lower() for word in words]
    named = len(words) > 1 and all(word[0].isupper() for word in words)
    if not named and (small[-1] in GENERIC - GOOD_LAST or small[0] in GENERIC - GOOD_FIRST):
        return False
    if set(small) & (PREPOSITIONS | DETERMINERS | POSSESSIVES | LINKS | PRONOUNS):
        return False
    if len(small) == 1 and (small[0] in GENERIC | DUTIES or len(small[0]) < 2 or small[0].isdigit() or is_describing(small[0])):
        return False
    if small[0] in DUTIES and before in OPENERS:
        return False
    if PERSON.search(small[-1]):
        return False
    return sound(list(words), small)


def stems(words: Sequence[str]) -> tuple[str, ...]:
    """The stems of a run."""
    return tuple(stem(word) for word in words)


def shown(piece: Evidence, index: dict[tuple[str, ...], list[Asked]]) -> Iterator[tuple[str, ...]]:
    """The runs of the posting that stand in a piece of evidence, word beside word."""
    found = stems(tokens(piece.text))
    for start in range(len(found)):
        for length in range(1, LONGEST + 1):
            key = found[start : start + length]
            if len(key) == length and key in index:
                yield key


def fit_of(runs: list[Asked], piece: Evidence) -> Fit | None:
    """The fit of a piece of evidence with the run that asks most plainly; None where no phrase can be made of it."""
    best = max(runs, key=lambda run: run.weight)
    topic = topic_of(best, runs, piece.source)
    if topic is None or stems(tokens(piece.role)) == stems(best.words):
        return None
    weight = sum(map(worth, best.words)) * best.weight * WORTH[piece.source]
    return Fit(topic, best.line, piece.text, piece.source, piece.role, piece.place, round(weight, 3))


def worth(word: str) -> float:
    """A word's weight: names of tools and trades, and licences, tell more than plain words."""
    if word.lower() in GENERIC:
        return 0.3
    if word.lower() in PAPERS:
        return 1.6
    return 1.0 if word.lower() in ordinary() or singular(word.lower()) in ordinary() else 1.6


def topic_of(run: Asked, runs: list[Asked], source: Source) -> str | None:
    """The run as it stands in a sentence: plural or without article as the posting has it; None where neither is sure."""
    words = [word.lower() if written_small(word) else word for word in run.words]
    if source in (Source.CERTIFICATE, Source.LANGUAGE):
        words = list(run.words)
    head = words[-1]
    phrase = " ".join(words)
    if head.lower() in PAPERS:
        return phrase if is_plural(head) else f"{'an' if head_sound(words[0]) else 'a'} {phrase}"
    if is_plural(head) or head != head.lower() or head.endswith(("ing", "tion", "ment", "ity", "ance", "ence", "ship", "ics")):
        return phrase
    if head in UNCOUNTED | MASSES:
        return phrase
    counted = any(other.before in ("a", "an", "each", "every") for other in runs)
    if counted and not head.endswith(("y", "s", "x", "z", "ch", "sh")):
        return f"{phrase}s"
    return None if counted or run.before in ("the", "our", "your", "this") else phrase


def head_sound(word: str) -> bool:
    """True where a word begins with a vowel as it is spoken, so that it takes "an"."""
    if word.isupper() and len(word) < 5:
        return word[0] in "AEFHILMNORSX"
    return bool(re.match(r"(?!(?:uni(?!n)|us[ae]|eu|one\b|ut[ei]))[aeiou]|hour|honest|heir|honou?r", word, re.I))
