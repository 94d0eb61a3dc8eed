"""Which words of a letter may be misspelt at all: names, jargon, other languages and words on record are left alone."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from sincerely.proof.language.suggestions.near import suggestions
from sincerely.proof.language.words.tables import HERE, is_made, is_name, level, listed, meant
from sincerely.proof.language.words.tokens import POSSESSIVE, Token
from sincerely.proof.wordlists import entries, wordlist

# A sentence of at least so many words in small letters, of which so many are unknown, is in another language.
FOREIGN_WORDS, FOREIGN_SHARE = 4, 0.5
# So many of them are compared with English words; less than this is far.
ENOUGH, FAR = 8, 0.0
# A line of so few words, none of them so common in English, is a name or a greeting in another language: "Con stima".
SHORT_LINE, CLOSING = 3, 17
LONG_WORD = re.compile("[a-z]{4,}")
TAKING_LEAVE = frozenset(
    word for name in ("closings", "greetings") for entry in entries(name) for word in LONG_WORD.findall(entry) if listed(word)
)
LEAVES = sorted(TAKING_LEAVE)
# A suggestion is at most so many single slips away.
MOST_SLIPS = 3
# Shorter words beside a name are parts of it: van, bin, de la.
PARTICLE = 5
PARTICLES = wordlist("particles") - {"do", "of", "i", "an", "y"}
# A capitalised word rarer than this (one in sixty thousand) may be part of a name.
COMMON = 15
# Words that follow a person's name at the start of a sentence.
AFTER_NAMES = wordlist("after_names", HERE)


@lru_cache(maxsize=16)
def right_here(known: frozenset[str], names: frozenset[str]) -> frozenset[str]:
    """Words that are right in this letter, in small letters: as written, without a possessive, and in their parts."""
    found = set()
    for word in known | names:
        whole = POSSESSIVE.sub("", word.replace("’", "'").casefold().strip('.,;:()"“”!?'))
        found |= {whole, *whole.replace("‐", "-").split("-")}
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Text:
    """The words of one letter: how often each stands there, which are names, which sentences are in another language."""

    tokens: Sequence[Token]
    right: frozenset[str]
    counts: Counter[str]
    named: frozenset[str]
    foreign: frozenset[int]

    @classmethod
    def of(cls, tokens: Sequence[Token], right: frozenset[str]) -> "Text":
        return cls(
            tokens,
            right,
            Counter(token.text for token in tokens),
            frozenset(token.text for token in tokens if not token.initial and not token.small),
            foreign(tokens),
        )

    def is_right_here(self, word: str) -> bool:
        """True for a word on record, its plural included."""
        small = word.casefold()
        return small in self.right or (small[-1:] == "s" and small[:-1] in self.right)

    def left_alone(self, place: int) -> bool:
        """True for a word that nothing is said of, whatever it looks like."""
        token = self.tokens[place]
        return (
            len(token.text) < 2
            or not token.text.isascii()
            or token.apart
            or place in self.foreign
            or self.is_right_here(token.text)
        )

    def in_a_name(self, token: Token) -> bool:
        """True for a short word with a name on one side: a particle, or any that is not known to be misspelt."""
        beside = any(name_like(other) for other in (token.before, token.after))
        return beside and (token.text in PARTICLES or (len(token.text) <= PARTICLE and not meant(token.text)))

    def may_be_a_name(self, token: Token) -> bool:
        """True for a capitalised word that is a known name, or stands as one does."""
        again = token.initial and token.text in self.named
        return again or is_name(token.text) or name_like(token.before) or name_like(token.after)

    def like_jargon(self, token: Token) -> bool:
        """True for an unknown word that is said again, or stands beside another unknown one."""
        return self.counts[token.text] > 1 or self.beside_unknown(token)

    def beside_unknown(self, token: Token) -> bool:
        return any(
            unknown(other.lower()) and not listed(other) for other in (token.before, token.after) if other.isascii() and other
        )


def name_like(word: str) -> bool:
    """True for a capitalised word that is no common word: "Rovere", "Disaster"."""
    return word[:1].isupper() and len(word) > 1 and not listed(word) and level(word.lower()) < COMMON


def unknown(word: str) -> bool:
    """True for a word in small letters that is neither right nor a known misspelling."""
    return not listed(word) and not meant(word) and not is_made(word)


def foreign(tokens: Sequence[Token]) -> frozenset[int]:
    """The places of all words in sentences of another language."""
    found: set[int] = set()
    start = 0
    for end in range(1, len(tokens) + 1):
        if end == len(tokens) or tokens[end].initial:
            small = [token.text for token in tokens[start:end] if token.small]
            if len(small) >= FOREIGN_WORDS and in_another_language(small):
                found.update(range(start, end))
            elif end - start <= SHORT_LINE and not any(at_home(token.text.lower()) for token in tokens[start:end]):
                found.update(place for place in range(start, end) if not misspelt_leave(tokens[place].text.lower()))
            start = end
    return frozenset(found)


def misspelt_leave(word: str) -> bool:
    """True for a known misspelling, and for a word close to one of a closing phrase."""
    if meant(word) or listed(word) or is_name(word) or not word.isascii():
        return bool(meant(word))
    if process.extractOne(word, LEAVES, scorer=OSA.distance, score_cutoff=MOST_SLIPS) is None:
        return False
    found = suggestions(word)
    return bool(found) and found[0].word in TAKING_LEAVE and found[0].plain >= FAR


def in_another_language(small: Sequence[str]) -> bool:
    """True where most words are unknown, and most of these are far from any English word."""
    strange = [word for word in small if unknown(word)]
    if len(strange) < FOREIGN_SHARE * len(small):
        return False
    return sum(far(word) for word in strange[:ENOUGH]) >= FOREIGN_SHARE * min(len(strange), ENOUGH)


def far(word: str) -> bool:
    found = suggestions(word)
    return not found or found[0].plain < FAR


def at_home(word: str) -> bool:
    """True for a common word of English, or one of its greetings and closing phrases."""
    return level(word) >= CLOSING or word in TAKING_LEAVE


def follows_a_name(word: str) -> bool:
    return word.lower() in AFTER_NAMES


def common(word: str, least: int) -> bool:
    """True where every part of a word is at least so common."""
    return all(level(part) >= least or part == "I'm" for part in word.lower().split())
