"""The table of known misspellings: our own, codespell's, contractions without their apostrophe, and words run together."""

import re
from collections.abc import Iterator, Mapping

from sincerely.proof.wordlists import wordlist
from training.language.sources import WORDS, book_pairs, by_hand, codespell

OWN = "misspellings.lst"
RIGHT = re.compile(r"[A-Za-zà-öø-ÿœ]+(?:['\- ][A-Za-zà-öø-ÿœ]+)*")
# Pairs as common as this in books are also run together by those who type fast.
PAIRS = 12_000
SHORTEST_PAIR = 6
# A short misspelling may well be a word of some trade or language; it is told of only where a word this common may be meant.
SHORT, OFTEN = 5, 60_000


def misspellings(words: set[str], rates: Mapping[str, float]) -> Iterator[str]:
    """Lines `wrong<tab>right`, several right ones, the likeliest first, with commas between."""
    table: dict[str, list[str]] = {}
    for wrong in run_together(words):
        table["".join(wrong)] = [" ".join(wrong)]
    for wrong, rights in codespell().items():
        fit = [
            right for right in rights if RIGHT.fullmatch(right) and all(known(part, words) for part in re.split("[ -]", right))
        ]
        if (
            re.fullmatch(r"[a-zà-öø-ÿ']+", wrong)
            and fit
            and (len(wrong) > SHORT or max(rates.get(right, 0) for right in fit) > OFTEN)
        ):
            table[wrong] = sorted(fit, key=lambda right: -min(rates.get(part, 0) for part in right.lower().split()))
    for line in sorted(by_hand_pairs()):
        wrong, _, right = line.partition(">")
        table[wrong] = [word.replace("_", " ") for word in right.split(",")]
    for wrong, rights in table.items():
        # "informations" is a matter of grammar.
        if (wrong not in words or wrong in rare()) and "_" not in wrong and rights != [wrong.removesuffix("s")]:
            yield f"{wrong}\t{','.join(rights)}"


def apart() -> Iterator[str]:
    """Lines `two words<tab>one`: words that are wrongly written apart."""
    for line in by_hand_pairs():
        wrong, _, right = line.partition(">")
        if "_" in wrong:
            yield f"{wrong.replace('_', ' ')}\t{right.replace('_', ' ')}"


def rare() -> frozenset[str]:
    """Words that are misspellings unless the word before speaks for them."""
    return wordlist("rare", WORDS)


def by_hand_pairs() -> set[str]:
    return by_hand(OWN)


def known(word: str, words: set[str]) -> bool:
    return word in words or word.lower() in words or word[:1].isupper()


def run_together(words: set[str]) -> Iterator[tuple[str, str]]:
    """The most common pairs of two words that make no word together."""
    common = sorted(book_pairs().items(), key=lambda item: -item[1])
    fit = (
        pair
        for pair, _ in common
        if pair[0] in words and pair[1] in words and "".join(pair) not in words and min(map(len, pair)) > 1
    )
    for number, pair in enumerate(pair for pair in fit if len("".join(pair)) >= SHORTEST_PAIR):
        if number >= PAIRS:
            return
        yield pair
