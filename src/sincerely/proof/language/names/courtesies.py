"""Words of respect that other languages put beside a name: Ayşe Hanım, Tanaka-san, Bwana Otieno; and names from a father's."""

import re
from functools import cache

from sincerely.proof.language.names.folding import plain
from sincerely.proof.language.names.lists import HERE, TITLES
from sincerely.proof.wordlists import entries, wordlist

TITLE_BEGINNINGS = wordlist("title_beginnings", HERE)
# East Slavic patronymics, and the Icelandic daughter's: https://en.wikipedia.org/wiki/Patronymic gives the endings.
PATRONYMIC = re.compile(r"\w{2,}(?:ovna|evna|ivna|yivna|ichna|inichna|ovich|evich|yevich|ovych|yovych|iyovych|dottir)")
# What a hyphen joins to a name; "-ji", "-da" and other small syllables end given names too: they count where the rest is a whole
# name on record.
JOINED_ON = re.compile(
    r"[\-‐‑](?:san|sama|sensei|senpai|sempai|nim|ssi|sahib|saheb|saab|bey|hanım|hanim|bhai|garu|bucho|kacho|shacho|kaicho|hakase|"
    r"chan|kun|jaan|dai|didi)\Z",
    re.IGNORECASE,
)
RESPECTED = re.compile(r"[\-‐‑](?:Ji|[a-zà-öø-ÿāēīōū]{1,7})\Z")


# Nominative and vocative endings, plain, of Slavic and Baltic languages, Greek, Romanian and Georgian: they call people so.
VOCATIVES = (
    *(("a", "o"), ("a", "u"), ("a", "e"), ("a", "i"), ("ek", "ku"), ("ec", "ce"), ("iec", "cze"), ("", "e"), ("", "u")),
    *(("", "ie"), ("", "o"), ("", "i"), ("r", "rze"), ("t", "cie"), ("d", "dzie"), ("l", "le"), ("as", "ai"), ("is", "i")),
    *(("us", "au"), ("os", "o"), ("os", "e"), ("s", ""), ("is", "y"), ("e", "o"), ("", "ule")),
)


@cache
def before() -> frozenset[str]:
    """Words of respect before a name, plain; the titles are among them."""
    return TITLES | {plain(word) for line in entries("courtesies_before", HERE) for word in line.split()}


@cache
def after() -> frozenset[str]:
    """Words of respect after a name, plain."""
    return frozenset(plain(word) for line in entries("courtesies_after", HERE) for word in line.split())


def uncourtly(word: str) -> str:
    """A word without what respect joins to it: Tanaka for Tanaka-san."""
    return JOINED_ON.sub("", word)


def is_vocative(word: str, name: str) -> bool:
    """True where a word is how a name is called out: Halino for Halina, Radku for Radek."""
    said, full = plain(word), plain(name)
    if said == full + full[-1]:
        return False
    return any(full.endswith(one) and said == full[: len(full) - len(one)] + other for one, other in VOCATIVES)


def is_patronymic(word: str) -> bool:
    """True for a name that is made from the father's: Petrovna, Ivanovych, Jónsdóttir."""
    return bool(PATRONYMIC.fullmatch(plain(word)))
