"""The words near a misspelt one, best first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from sincerely.proof.language.suggestions.cost import cost
from sincerely.proof.language.words.tables import HERE, level, meant

# How well a word fits between its neighbours, in powers of two: (word before, word, word after) -> number.
Fits = Callable[[str, str, str], float]

ALPHABET = "abcdefghijklmnopqrstuvwxyz"
# Of the words within reach, so many are weighed letter by letter.
MOST_WEIGHED = 30
# What twice as common a word, and twice as good a fit, is worth in wrong letters.
FOR_LEVEL = 0.06
FOR_FIT = 0.06
# What being on the list of known misspellings is worth.
FOR_LIST = 0.6
# What the same last letter is worth.
FOR_ENDING = 0.12
MOST = 5
# A clipped word is at most so long, and so many letters were cut off at least.
LONGEST_CLIPPED, CUT_OFF = 6, 4


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word that may have been meant. `cost`: of the slip; `worth`: the higher, the likelier.

    `plain`: what it is worth by slip and rate alone.
    """

    word: str
    cost: float
    worth: float
    plain: float


@cache
def common() -> frozenset[str]:
    """The words that may be suggested."""
    return frozenset((HERE / "common.txt").read_text(encoding="utf-8").split())


@cache
def by_letter() -> dict[str, list[str]]:
    """The same, by their first letter."""
    found: dict[str, list[str]] = {}
    for word in sorted(common()):
        found.setdefault(word[0], []).append(word)
    return found


def beginning(letter: str) -> list[str]:
    return by_letter().get(letter, [])


@cache
def proper() -> tuple[str, ...]:
    """Those that are written with a capital, in small letters: days, months, countries."""
    return tuple(sorted(word.lower() for word in common() if word[0].isupper()))


def is_near_proper(wrong: str) -> bool:
    """True where a word with a capital may be among the suggestions: quickly told, since most unknown names are near none."""
    far = max(2, reach(wrong))
    return bool(meant(wrong)) or process.extractOne(wrong, proper(), scorer=OSA.distance, score_cutoff=far) is not None


def reach(wrong: str) -> int:
    """How many single slips a word of this length may be away from what was meant."""
    return 1 if len(wrong) < 5 else 2 if len(wrong) < 9 else 3


def within(wrong: str, letter: str, far: int) -> Iterator[tuple[str, int]]:
    """Words that begin with a letter, at most so many single slips away."""
    words = beginning(letter)
    for word, distance, _ in process.extract(
        wrong, words, scorer=OSA.distance, processor=str.lower if letter.isupper() else None, score_cutoff=far, limit=None
    ):
        yield word, int(distance)


@lru_cache(maxsize=4096)
def suggestions(wrong: str) -> tuple[Suggestion, ...]:
    """Words near a misspelt one in small letters, best first, at most five."""
    listed = meant(wrong)
    near: dict[str, int] = dict.fromkeys(listed, 0)
    # The first letter is seldom wrong: where the second was meant to be it, that is all that is wrong.
    for letter, far in ((wrong[0], reach(wrong)), (wrong[1:2], 1), ("p" if wrong[0] == "f" else "", 2)):
        for case in (letter, letter.upper()):
            near = dict(within(wrong, case, far)) | near
    for word in (wrong[1:], *(letter + rest for letter in ALPHABET for rest in (wrong, wrong[1:]))):
        for written in (word, word.capitalize()):
            if written in common():
                near.setdefault(written, 1)
    weighed = sorted(near, key=lambda word: (near[word] - FOR_LEVEL * level(word), word))[:MOST_WEIGHED]
    found = [weigh(word, wrong, listed) for word in weighed]
    return tuple(sorted(found, key=lambda each: (-each.worth, each.word))[:MOST])


@lru_cache(maxsize=4096)
def clipped(word: str) -> bool:
    """True for the beginning of a much longer common word, as trades clip theirs: "gynae", "refurb"."""
    return 4 <= len(word) <= LONGEST_CLIPPED and any(
        len(longer) >= len(word) + CUT_OFF and longer.startswith(word) for longer in beginning(word[0])
    )


def weigh(word: str, wrong: str, listed: tuple[str, ...]) -> Suggestion:
    spent = cost(word.lower(), wrong)
    rate = min(max(level(part), level(part.lower())) for part in word.split())
    bonus = FOR_LIST / (1 + listed.index(word)) if word in listed else 0.0
    plain = FOR_LEVEL * rate - spent
    return Suggestion(word, spent, plain + bonus + (FOR_ENDING if word[-1] == wrong[-1] else 0.0), plain)


def fitting(found: tuple[Suggestion, ...], before: str, after: str, fits: Fits | None) -> tuple[Suggestion, ...]:
    """Suggestions in the order that the words around them speak for."""
    if fits is None or len(found) < 2:
        return found
    weighed = [
        replace(each, worth=each.worth + FOR_FIT * fits(before.lower(), each.word.lower(), after.lower())) for each in found
    ]
    return tuple(sorted(weighed, key=lambda each: -each.worth))
