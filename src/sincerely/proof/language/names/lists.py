"""The word lists that names are judged by."""

from functools import cache
from pathlib import Path

from sincerely.proof.language.names.folding import plain
from sincerely.proof.wordlists import entries, wordlist

HERE = Path(__file__).parent
TITLES = wordlist("honorifics") | wordlist("titles", HERE)
AFTER_NAMES = wordlist("after_names", HERE)
BEFORE_EITHER = wordlist("titles_before_either", HERE)
FAMILY_FIRST = wordlist("family_first", HERE)
PARTICLES = wordlist("particles") | wordlist("more_particles", HERE)


@cache
def ordinary() -> frozenset[str]:
    """Ordinary English words, in small letters."""
    return wordlist("ordinary", HERE)


@cache
def generic() -> frozenset[str]:
    """Words that address a group or an office, not a person."""
    return wordlist("generic", HERE)


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
