"""Counts which words stand beside each other more or less often than chance: neighbours.npz.

    python -m training.language.neighbours        after: what training/language/words.py and texts.py ask for

A pair's worth is log2 of how often it was seen over how often chance would have it, one seen more in both to steady rare ones;
where Google Books has the pair too, the mean of both.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from sincerely.proof.language.confusions.hashes import number, together
from sincerely.proof.language.confusions.neighbours import STEPS, TABLE
from training.language.sources import book_pairs, books
from training.language.texts import everything

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[^\s\w]|\d+")
LEAST_SEEN = 3
# Pairs as often as chance has them say nothing.
LEAST_WORTH = 0.75
LOWEST, HIGHEST = -10.0, 14.0


def worth(seen: float, expected: float) -> float:
    return math.log2((seen + 1) / (expected + 1))


def words_of(text: str) -> Iterator[str]:
    """Words in small letters; a mark in between is a word that is no word."""
    for match in WORD.finditer(text.replace("’", "'")):
        yield match.group().lower() if match.group()[0].isalpha() else "#"


def seen() -> tuple[Counter[str], Counter[tuple[str, str]]]:
    singles: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for _, text in everything():
        words = list(words_of(text))
        singles.update(words)
        pairs.update(pair for pair in pairwise(words) if "#" not in pair)
    del singles["#"]
    return singles, pairs


def worths() -> tuple[dict[tuple[str, str], float], int]:
    """What each pair is worth, and the number of words counted."""
    singles, pairs = seen()
    total = sum(singles.values())
    found = {
        pair: worth(count, singles[pair[0]] * singles[pair[1]] / total) for pair, count in pairs.items() if count >= LEAST_SEEN
    }
    book = books()
    pages = sum(book.values())
    for pair, count in book_pairs().items():
        if pair[0] in book and pair[1] in book:
            in_books = math.log2(count * pages / (book[pair[0]] * book[pair[1]]))
            found[pair] = (found[pair] + in_books) / 2 if pair in found else in_books
    return {pair: value for pair, value in found.items() if abs(value) >= LEAST_WORTH}, total


def main() -> None:
    found, total = worths()
    by_key = {together(number(one), number(two)): value for (one, two), value in sorted(found.items())}
    keys = np.array(sorted(by_key), np.uint32)
    values = np.array([by_key[int(key)] for key in keys])
    steps = np.rint(np.clip(values, LOWEST, HIGHEST) * STEPS).astype(np.int8)
    np.savez_compressed(TABLE, keys=keys, worth=steps, words=np.int64(total))
    print(f"{len(keys)} pairs of {total} words, {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
