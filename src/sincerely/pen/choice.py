"""Which of several ways of saying a thing is taken: always the same for the same brief, never the same for two seats."""

import hashlib
import re
from collections.abc import Sequence

from sincerely.pen.brief import Brief

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*", re.UNICODE)
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


def seed(brief: Brief) -> str:
    """What the choice depends on: the facts that all seats share, and not the contact, so that seats can differ."""
    facts = (
        brief.candidate.name,
        brief.company,
        brief.role,
        brief.interview.date,
        brief.interview.notes,
        brief.stage,
        brief.channel,
    )
    return "\x1f".join(str(fact) for fact in facts)


def offset(key: str, move: str) -> int:
    """A number that looks like chance and is none."""
    return int.from_bytes(hashlib.sha256(f"{key}\x1f{move}".encode()).digest()[:4], "big")


def likeness(text: str, other: str) -> float:
    """How alike two texts are, from 0 to 1: the share of word triples in common, and a sentence in common at once 1."""
    if sentences(text) & sentences(other):
        return 1.0
    one, two = triples(text), triples(other)
    return len(one & two) / max(1, min(len(one), len(two)))


def sentences(text: str) -> frozenset[str]:
    """The sentences of five words or more, without case: shorter ones are greetings and names."""
    return frozenset(part.casefold() for part in SENTENCE.split(text) if len(WORD.findall(part)) >= 5)


def triples(text: str) -> frozenset[tuple[str, ...]]:
    """Every three words that follow each other."""
    words = [word.casefold() for word in WORD.findall(text)]
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def echoes(texts: Sequence[str]) -> int:
    """How often the sentences of one text begin alike, or use the same three words: such a text sounds canned."""
    openings = [tuple(word.casefold() for word in WORD.findall(text)[:2]) for text in texts]
    said: set[tuple[str, ...]] = set()
    count = len(openings) - len(set(openings))
    for text in texts:
        count += 2 * len(triples(text) & said)
        said |= triples(text)
    return count
