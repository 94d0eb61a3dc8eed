"""What the model counts in a sentence: n-grams of words, of letters and of the sentence's skeleton, hashed into numbered boxes.

The skeleton keeps function words and puts a class (LAW, FAMILY, DEADLINE...) or an ending in the place of all others, so that
"if ... LAW" is seen whatever the trade. Training and judging share this file: a change here asks for `python -m training`.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from zlib import crc32

from sincerely.proof.tone.lexicon import CLASS_OF, FUNCTION_WORDS, PERSONS
from sincerely.proof.tone.normal import Token

BOXES = 1 << 18
LETTERS = (3, 4, 5)
LONGEST_WORD = 40
ENDINGS = ("ing", "ed", "ly", "est", "er", "ful", "less", "able", "ion", "s")


# Boxes that hold something, and the tokens, first to last, that put it there; a frame may stand one place outside.
Counted = tuple[tuple[int, ...], int, int]


@lru_cache(maxsize=1 << 16)
def box(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass")) & (BOXES - 1)


@lru_cache(maxsize=20_000)
def word_boxes(word: str) -> tuple[int, ...]:
    """The boxes of a word by itself and of its runs of letters, its edges counted as letters."""
    framed = f"<{word[:LONGEST_WORD]}>"
    return (box("w" + word), *(box("c" + framed[at : at + size]) for size in LETTERS for at in range(len(framed) - size + 1)))


@lru_cache(maxsize=20_000)
def bone(word: str) -> str:
    """A word's place in the skeleton."""
    if word in FUNCTION_WORDS or not word[0].isalpha():
        return word
    if word in CLASS_OF:
        return CLASS_OF[word][0]
    return next(("-" + ending for ending in ENDINGS if word.endswith(ending)), "-")


@lru_cache(maxsize=20_000)
def classes(word: str) -> tuple[str, ...]:
    """The classes that a word brings into the sentence as a whole."""
    negated = ("NOT",) if word.endswith("n't") else ()
    return (*CLASS_OF.get(word, ()), *PERSONS.get(word, ()), *negated)


def counted(tokens: Sequence[Token]) -> list[Counted]:
    """Everything that is counted in one sentence; the cost is linear in its length."""
    words = ["0" if token.text[0].isdigit() else token.text for token in tokens]
    alone = [(word_boxes(word), at, at) for at, word in enumerate(words)]
    framed = ["^", *words, "$"]
    skeleton = ["^", *map(bone, words), "$"]
    skipping = [f"{one}_{other}" for one, other in zip(framed, framed[2:], strict=False)]
    runs = [
        *grams("2", framed, 2),
        *grams("3", framed, 3),
        *grams("b", skeleton, 2),
        *grams("t", skeleton, 3),
        *grams("q", skeleton, 4),
        *grams("s", skipping, 1, covered=3),
    ]
    return [*alone, *runs, *written(tokens), *together(words)]


def grams(kind: str, row: Sequence[str], size: int, covered: int = 0) -> list[Counted]:
    """Runs of a row that is framed by one mark at each end; `covered`: how many of the row's places one run spans."""
    reach = (covered or size) - 2
    runs = row if size == 1 else map(" ".join, zip(*(row[at:] for at in range(size)), strict=False))
    found: list[Counted] = [((box(kind + run),), at - 1, at + reach) for at, run in enumerate(runs)]
    return found


def written(tokens: Sequence[Token]) -> list[Counted]:
    """How words are written: shouted, or disguised."""
    loud: list[Counted] = [((box("loud"),), at, at) for at, token in enumerate(tokens) if token.loud]
    return loud + [((box("disguised"),), at, at) for at, token in enumerate(tokens) if token.disguised]


def together(words: Sequence[str]) -> list[Counted]:
    """Which classes stand in the sentence at all, alone and in pairs, each at its first word."""
    places: dict[str, int] = {}
    for at, word in enumerate(words):
        for name in classes(word):
            places.setdefault(name, at)
    present = sorted(places)
    alone: list[Counted] = [((box("k" + name),), places[name], places[name]) for name in present]
    pairs = [(box(f"p{one}+{other}"), *sorted((places[one], places[other]))) for one, other in combinations(present, 2)]
    return alone + [((number,), first, last) for number, first, last in pairs]
