"""A name's spelling with everything left out that is no matter of spelling: capitals, accents, marks between its parts."""

import re
import unicodedata
from functools import lru_cache

from sincerely.proof.names import folded

# A word of a name: letters with their accents, joined by apostrophes and hyphens.
LETTER = r"[^\W\d_]"
NAME_WORD = re.compile(rf"{LETTER}[\w\u0300-\u036f]*(?:['’ʼʻ`´\-‐‑]{LETTER}[\w\u0300-\u036f]*)*")
POSSESSIVE = frozenset({"'s", "’s", "ʼs", "'S", "’S", "ʼS"})
ONE_MARK = str.maketrans({"’": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "‐": "-", "‑": "-"})
LIGATURES = str.maketrans({"æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
# How German and Nordic letters are written where the keyboard has none.
SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
# Letters that sound alike in names of many languages, in the order in which they are replaced.
SOUNDS = (
    *((re.compile(pattern), sound) for pattern, sound in (("ph|v|w", "f"), ("c(?=[eiy])|z", "s"), ("ck|ch|c|q", "k"))),
    *((re.compile(pattern), sound) for pattern, sound in (("(?<=.)h", ""), ("ie|ey|ee|y", "i"), (r"(.)\1+", r"\1"), ("e$", ""))),
)


@lru_cache(maxsize=4096)
def written(word: str) -> str:
    """A word in small letters with one kind of apostrophe and hyphen."""
    return unicodedata.normalize("NFC", word.translate(ONE_MARK)).casefold()


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """A word as `written`, without accents."""
    return folded(word.translate(ONE_MARK)).translate(LIGATURES)


@lru_cache(maxsize=4096)
def plains(word: str) -> frozenset[str]:
    """A word without accents in every usual way: Müller is Muller or Mueller."""
    return frozenset({plain(word), plain(written(word).translate(SPELLED_OUT))})


@lru_cache(maxsize=4096)
def is_misaccented(word: str, name: str) -> bool:
    """True where a letter has an accent, and another one than on record: Zoé for Zoë. Left out or added is none such."""
    said, held = (accents(each) for each in (word, name))
    return len(said) == len(held) and any(
        one and other and not (one <= other or other <= one) for one, other in zip(said, held, strict=True)
    )


def accents(word: str) -> list[frozenset[str]]:
    """The accents of each letter of a word."""
    found: list[set[str]] = []
    for character in unicodedata.normalize("NFD", word):
        if found and unicodedata.combining(character):
            found[-1].add(character)
        else:
            found.append(set())
    return [frozenset(each) for each in found]


@lru_cache(maxsize=4096)
def joined(word: str) -> str:
    """A word without accents, hyphens and spaces; its apostrophes stay."""
    return re.sub(r"[\s.\-]", "", plain(word))


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """A rough key of how a name sounds: Jon and John, Catherine and Katherine share one."""
    key = re.sub(r"[^a-z]", "", plain(word))
    for pattern, heard in SOUNDS:
        key = pattern.sub(heard, key)
    return key


@lru_cache(maxsize=4096)
def is_latin(word: str) -> bool:
    """True for a word in Latin letters."""
    return any(unicodedata.name(letter, "").startswith("LATIN") for letter in word)


def is_small(word: str) -> bool:
    """True for a word in small letters all through: d'Aubigny and al-Mansoori are none."""
    return word[0].islower() and (word.islower() or not any(part[:1].isupper() for part in re.split("['’ʼ\\-]", word)))


def bare(word: str) -> str:
    """A word without its possessive ending."""
    return word[:-2] if word[-2:] in POSSESSIVE else word
