"""Makes the tables of words, names, misspellings and spellings by country.

   python -m training.language.words            after: apt-get install scowl; pip install -r training/language/requirements.txt

Writes, in words/, words.txt, common.txt, names.txt, misspellings.txt, apart.txt and variants.txt. About a minute on one core.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sincerely.proof.language.names.folding import plain
from training.language.misspellings import OWN, apart, misspellings
from training.language.sources import (
    WORDS,
    books,
    by_hand,
    codespell,
    counted,
    given_and_family_names,
    letters,
    places,
    prose,
    scowl,
)
from training.language.variants import variants

# SCOWL's sizes: 60 is what its author advises for spell checkers, 70 "large", 80 "huge" (valid in Scrabble), 95 all.
SURE, LARGE, HUGE, ALL = 60, 70, 80, 95
# A rare word that is one slip from a word this common (parts in a thousand million) more likely hides that slip.
COMMON = {LARGE: 3_000, HUGE: 300}
RATIO = 200
LONG = 8
# A word in none of the lists is one if our own letters or the shared prose have it this often.
OFTEN = 4
# Names of days, months, countries and languages are counted in small letters by one source only: they are at least so common.
PROPER = 10_000
# Words rarer than one in thirty million are never suggested.
SUGGESTED = 32
PLAIN_WORD = re.compile(r"[a-zà-öø-ÿœ]+(?:'[a-zà-öø-ÿœ]+)?")


def frequencies(own: Counter[str], work: Counter[str]) -> dict[str, float]:
    """Parts in a thousand million: the mean of books, workplace prose and our own letters."""
    tables: tuple[Mapping[str, int], ...] = (books(), work, own)
    totals = [sum(table.values()) for table in tables]
    words = set().union(*tables)
    return {
        word: 1e9 * sum(table.get(word, 0) / total for table, total in zip(tables, totals, strict=True)) / len(tables)
        for word in words
    }


def slips(word: str) -> Iterator[str]:
    """The word with one letter left out."""
    return (word[:place] + word[place + 1 :] for place in range(len(word)))


class Neighbours:
    """Which common words are one slip away: a letter more, less, other, or two swapped."""

    def __init__(self, words: Mapping[str, float]) -> None:
        self.rate = words
        self.short: dict[str, list[str]] = {}
        for word in words:
            for less in {word, *slips(word)}:
                self.short.setdefault(less, []).append(word)

    def rate_near(self, word: str) -> float:
        """The rate of the most common word one slip away."""
        near = {
            other
            for less in {word, *slips(word)}
            for other in self.short.get(less, ())
            if other != word and one_slip(word, other)
        }
        return max((self.rate[other] for other in near), default=0.0)


def one_form(one: str, other: str) -> bool:
    """One is the other with an ending: "transduce", "transducer"."""
    return len(one) >= LONG and (one.startswith(other) or other.startswith(one))


def one_slip(one: str, other: str) -> bool:
    """Both differ by one letter or one swap; callers know that they share all letters but one."""
    if abs(len(one) - len(other)) == 1:
        return True
    differ = [place for place, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    return len(differ) == 1 or (len(differ) == 2 and differ[1] == differ[0] + 1)


def word_set(rates: dict[str, float], own: Counter[str], work: Counter[str]) -> set[str]:
    """Every word that is right in small letters."""
    wrong = codespell()
    sizes = {word: min(found.values()) for word, found in scowl("words", "contractions").items()}
    small = {word: size for word, size in sizes.items() if PLAIN_WORD.fullmatch(word) and "'" not in word}
    small |= {plain(word): size for word, size in small.items() if not word.isascii() and plain(word) not in small}
    seldom = {word for word, found in scowl("words").items() if all(variety.endswith("variant_2") for variety in found)}
    sure = {word for word, size in small.items() if size <= SURE and not (word in seldom and word in wrong)} | contractions()
    common = Neighbours({word: rates[word] for word in sure if rates.get(word, 0) >= min(COMMON.values())})
    kept = set(sure)
    for word, size in small.items():
        if SURE < size <= ALL and word not in wrong and (size == LARGE or len(word) > (3 if size <= HUGE else 5)):
            near = common.rate_near(word)
            if near < COMMON[
                LARGE if size <= LARGE or (size <= HUGE and len(word) >= LONG) else HUGE
            ] or near < RATIO * rates.get(word, 0):
                kept.add(word)
    met = {word for word in own | work if own[word] >= OFTEN or work[word] >= 3 * OFTEN}
    jargon = {
        word
        for word in met
        if PLAIN_WORD.fullmatch(word) and len(word) > 3 and word not in wrong and common.rate_near(word) < COMMON[LARGE]
    }
    return (
        (kept | jargon | {word for word in by_hand("*.txt") if PLAIN_WORD.fullmatch(word)})
        - by_hand("never.lst")
        - {line.partition(">")[0] for line in by_hand(OWN)}
    )


def contractions() -> set[str]:
    """Words with an apostrophe."""
    return {
        word
        for word, sizes in scowl("contractions", "words").items()
        if "'" in word and not word.endswith("'s") and min(sizes.values()) <= 50
    } | {
        *by_hand("contractions.lst"),
    }


def level(rate: float) -> str:
    """A letter for a rate: each next one is twice as common; "a" is one in a thousand million."""
    return chr(ord("a") + min(25, max(0, round(math.log2(rate))))) if rate >= 1 else ""


def write(path: Path, lines: Iterable[str]) -> None:
    ordered = sorted({line.encode("utf-8") for line in lines})
    path.write_bytes(b"\n".join(ordered) + b"\n")
    print(f"{path.name}: {len(ordered)} lines, {path.stat().st_size} bytes")


def main() -> None:
    own, work = counted(letters()), counted(prose())
    rates = frequencies(own, work)
    words = word_set(rates, own, work)
    ranked = (f"{word}\t{level(rates[word])}" if rates.get(word, 0) >= 1 else word for word in words)
    write(
        WORDS / "words.txt",
        (*ranked, *(f"{word}\t{level(max(PROPER, rates.get(word.lower(), 0)))}" for word in by_hand("proper.lst"))),
    )
    write(WORDS / "common.txt", (*(word for word in words if rates.get(word, 0) >= SUGGESTED), *by_hand("proper.lst")))
    upper = {word.removesuffix("'s") for word, sizes in scowl("upper", "proper-names").items() if min(sizes.values()) <= HUGE}
    names = {plain(word) for word in given_and_family_names() | places() | upper | by_hand("names.lst")}
    # "Alot" is a town in India, but hardly ever meant.
    names -= {wrong for wrong, right in (line.split(">") for line in by_hand(OWN)) if re.search("['_]", right) and len(wrong) > 3}
    write(WORDS / "names.txt", (name for name in names if re.fullmatch(r"[a-z'’]+", name) and len(name) > 1))
    write(WORDS / "misspellings.txt", misspellings(words, rates))
    write(WORDS / "apart.txt", apart())
    write(WORDS / "variants.txt", variants(words, rates))


if __name__ == "__main__":
    main()
