"""What the tables say of one word."""

import re
from functools import cache, lru_cache
from pathlib import Path

from sincerely.proof.language.names.folding import plain
from sincerely.proof.language.words.lines import SortedLines

HERE = Path(__file__).parent
MOST = 1 << 15
# Beginnings and endings that make a right word of any other.
BEGINNINGS = (
    *(
        "anti",
        "auto",
        "bio",
        "co",
        "counter",
        "cross",
        "cyber",
        "de",
        "eco",
        "ex",
        "extra",
        "hyper",
        "inter",
        "macro",
        "mega",
        "micro",
        "mid",
        "mini",
    ),
    *(
        "mis",
        "mono",
        "multi",
        "nano",
        "neo",
        "neuro",
        "non",
        "out",
        "over",
        "photo",
        "physio",
        "post",
        "pre",
        "pro",
        "proto",
        "pseudo",
        "psycho",
        "re",
    ),
    *("semi", "socio", "sub", "super", "tele", "thermo", "trans", "ultra", "un", "under", "uni", "up"),
)
ENDINGS = (
    "fold",
    "holder",
    "holders",
    "less",
    "like",
    "maker",
    "makers",
    "making",
    "ness",
    "proof",
    "ship",
    "side",
    "ware",
    "wide",
    "wise",
    "work",
    "worker",
    "workers",
)
# A plural by a plain s.
PLURAL = re.compile(r"(?:[^aeiouszxhy]|[aeo]|[aeiou]y)s$")
# What is left beside such a part: at least so long, and so common (one in sixteen million).
STEM, STEM_LEVEL = 4, 6
LONGEST_MADE = 30
# Parts of a compound: at least so long, and so common (one in a million).
PART, PART_LEVEL = 4, 11


@cache
def table(name: str) -> SortedLines:
    return SortedLines(HERE / f"{name}.txt")


@lru_cache(maxsize=MOST)
def level(word: str) -> int:
    """How common a word is: 0 unknown or rarer than one in a thousand million; each next level is twice as common ("the": 26)."""
    value = table("words").get(word)
    return ord(value) - ord("a") + 1 if value else 0


@lru_cache(maxsize=MOST)
def listed(word: str) -> bool:
    """True for a word of the list, as written."""
    return table("words").get(word) is not None


@lru_cache(maxsize=MOST)
def meant(wrong: str) -> tuple[str, ...]:
    """What a known misspelling may mean, the likeliest first; nothing where none is known. Asked in small letters."""
    value = table("misspellings").get(wrong)
    return tuple(value.split(",")) if value else ()


@lru_cache(maxsize=MOST)
def is_name(word: str) -> bool:
    """True for a name of a person or place, with or without its accents."""
    return table("names").get(plain(word)) is not None


@lru_cache(maxsize=MOST)
def is_made(word: str) -> bool:
    """True for a word that is in no list but made of known ones: with a usual beginning or ending, or of two."""
    return len(word) < LONGEST_MADE and not meant(word) and (derived(word) or compound(word))


def derived(word: str) -> bool:
    """A known word with one of the usual beginnings or endings, or one more of it."""
    stems = [word[len(part) :] for part in BEGINNINGS if word.startswith(part)]
    stems += [word[: -len(part)] for part in ENDINGS if word.endswith(part)]
    if PLURAL.search(word):
        stems.append(word[:-1])
    return any(len(stem) >= STEM and level(stem) >= STEM_LEVEL for stem in stems)


def compound(word: str) -> bool:
    """Two common words in one, as trades make them: "doorset", "toolbelt"."""
    return any(
        level(word[:place]) >= PART_LEVEL and level(word[place:]) >= PART_LEVEL for place in range(PART, len(word) - PART + 1)
    )
