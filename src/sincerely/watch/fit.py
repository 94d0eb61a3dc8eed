"""How well a posting fits a person's background: the telling words that both share, each with what it weighs."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sincerely.pen.background import BadBackground, read_background
from sincerely.pen.fits import WORTH, worth
from sincerely.pen.stems import stem as cut
from sincerely.pen.stems import tokens
from sincerely.pen.words import (
    ADJECTIVES,
    ADVERBS,
    DETERMINERS,
    ERRANDS,
    FINITE,
    GENERIC,
    LINKS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    VAGUE,
)
from sincerely.watch.posting import Posting

# What a person does is in the title; a word there says more than one of hundreds below it.
IN_TITLE = 3.0
MOST_WORDS, MOST_SHOWN = 3_000, 8
TENS = frozenset({"twelve", "twenty", "thirty", "forty", "fifty", "sixty", "hundred", "thousand", "dozen", "half"})
FORMS = DETERMINERS | LINKS | POSSESSIVES | PREPOSITIONS | PRONOUNS | FINITE | TENS
PLAIN = FORMS | ADVERBS | ADJECTIVES | GENERIC | ERRANDS | VAGUE


# Adverts use the same few thousand words again and again.
stem = lru_cache(20_000)(cut)


@dataclass(frozen=True, slots=True)
class Fit:
    """`score` orders postings, 0 for nothing shared; `words` are those shared, the weightiest first; `reasons` say it plainly."""

    score: float
    words: tuple[str, ...]
    reasons: tuple[str, ...]


NOTHING = Fit(0.0, (), ())


def known_words(background: str) -> dict[str, float]:
    """The stems of the telling words of a background, each with the weight of the place where it stands. Empty for none."""
    try:
        pieces = read_background(background).pieces if background.strip() else ()
    except BadBackground:
        pieces = ()
    found: dict[str, float] = {}
    for piece in pieces:
        for word in (*tokens(piece.text), *tokens(piece.role)):
            if telling(word):
                key = stem(word)
                found[key] = max(found.get(key, 0.0), WORTH[piece.source])
    return found


def fit(posting: Posting, known: Mapping[str, float]) -> Fit:
    """The fit of a posting with what `known_words` gave of a background.

    Each shared word counts once: by its worth (names of tools and trades over plain words), by where the background shows it,
    three times where it stands in the title. The sum is set against the length of the posting, whose words grow by themselves.
    """
    if not known:
        return NOTHING
    title = {stem(word) for word in tokens(posting.title)}
    shown: dict[str, str] = {}
    for word in tokens(f"{posting.title}\n{posting.text}")[:MOST_WORDS]:
        if telling(word):
            shown.setdefault(stem(word), word)
    weights = {key: worth(word) * known[key] * (IN_TITLE if key in title else 1.0) for key, word in shown.items() if key in known}
    if not weights:
        return NOTHING
    best = sorted(weights, key=lambda key: (-weights[key], shown[key].lower()))
    score = sum(weights.values()) / math.sqrt(len(shown) + 50)
    return Fit(round(score, 4), tuple(shown[key] for key in best[:MOST_SHOWN]), tuple(reasons(best, title, shown)))


def reasons(best: list[str], title: set[str], shown: Mapping[str, str]) -> list[str]:
    """Why, in sentences."""
    named = [shown[key] for key in best if key in title][:3]
    asked = [shown[key] for key in best if key not in title][:MOST_SHOWN]
    found = [f"Its title has words of your background: {', '.join(named)}."] if named else []
    if asked:
        more = len(best) - len(named) - len(asked)
        found.append(f"Its text shares {', '.join(asked)}{f' and {more} more' if more > 0 else ''} with your background.")
    return found


def telling(word: str) -> bool:
    """True for a word that tells one job from another."""
    plain = word.lower()
    return len(plain) > 2 and plain not in PLAIN and not plain.isdigit()
