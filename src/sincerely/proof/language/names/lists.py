"""The word lists that names are judged by."""

from collections.abc import Collection
from functools import cache
from pathlib import Path

from sincerely.proof.language.names.folding import plain
from sincerely.proof.wordlists import entries, wordlist

HERE = Path(__file__).parent
TITLES = wordlist("honorifics") | wordlist("titles", HERE)
AFTER_NAMES = wordlist("after_names", HERE)
BEFORE_EITHER = wordlist("titles_before_either", HERE)
FAMILY_FIRST = wordlist("family_first", HERE)
LEGAL_FORMS = wordlist("legal_forms", HERE)
PARTICLES = wordlist("particles") | wordlist("more_particles", HERE)


def is_in(word: str, *lists: Collection[str]) -> bool:
    """True where a word stands in one of some lists. To unite long lists for each word takes longer than all the rest."""
    return any(word in words for words in lists)


@cache
def ordinary() -> frozenset[str]:
    """Ordinary English words, in small letters."""
    return wordlist("ordinary", HERE)


@cache
def generic() -> frozenset[str]:
    """Words that address a group or an office, not a person."""
    return wordlist("generic", HERE)


@cache
def company_words() -> frozenset[str]:
    """Words that say what an employer is or does, plain."""
    return wordlist("company_words", HERE)


@cache
def place_words() -> frozenset[str]:
    """Words that end the name of a place."""
    return wordlist("place_words", HERE) | wordlist("towns", HERE)


@cache
def departments() -> frozenset[str]:
    """Words for parts of an employer, days, subjects and tools: capitals that name no employer."""
    return wordlist("departments", HERE)


@cache
def given_names() -> frozenset[str]:
    """Given names that are common somewhere, plain."""
    return frozenset(plain(name) for line in entries("given_names", HERE) for name in line.split())


@cache
def short_forms() -> dict[str, frozenset[str]]:
    """Full name → what its bearers are also called, plain."""
    table: dict[str, frozenset[str]] = {}
    for entry in entries("nicknames", HERE):
        full, _, short = entry.partition(":")
        table[plain(full)] = table.get(plain(full), frozenset()) | {plain(word) for word in short.split()}
    return table
