"""The role on record with one word misspelt, often into another real word: Lone Officer, Pasty Chef."""

import re
from collections.abc import Iterator

from sincerely.proof.language.names.closeness import edits
from sincerely.proof.language.names.folding import bare, plain
from sincerely.proof.language.names.roles import DEGREES, RANKS, WORD
from sincerely.terms import Span

# Word by word, with nothing but spaces between: the others hold the one in place.
STARTS = re.compile(rf"(?<![\w'’-]){WORD}")
LEAST, MOST_EDITS = 4, 2
STEM = 6  # letters that make two words forms of one: analyst, analysis
OF_A_RANK = frozenset(word for ranks in RANKS for words in ranks for word in words)


def slips(text: str, role: str, known: frozenset[str]) -> Iterator[Span]:
    """Where the role stands with one word a slip from its own, all others right. `known`: words on record, no slips."""
    held = [plain(word) for word in re.findall(WORD, role)]
    if len(held) < 2:
        return
    whole = re.compile(r"[ \t]+".join(rf"({WORD})" for _ in held))
    for start in STARTS.finditer(text):
        match = whole.match(text, start.start())
        if match and is_slip([bare(word) for word in match.groups()], held, known):
            yield Span(match.start(), match.start(len(held)) + len(bare(match[len(held)])))


def is_slip(said: list[str], held: list[str], known: frozenset[str]) -> bool:
    """True where just one word differs, and only by a slip of the hand."""
    wrong = [(word, right) for word, right in zip(said, held, strict=True) if plain(word) != right]
    if len(wrong) != 1 or not all(word[0].isupper() for word in said if plain(word) not in DEGREES):
        return False
    ((word, right),) = wrong
    key = plain(word)
    if key in known or key in DEGREES | OF_A_RANK or min(len(key), len(right)) < LEAST or is_form(key, right):
        return False
    return key[:1] == right[:1] and edits(key, right) <= MOST_EDITS


def is_form(word: str, other: str) -> bool:
    """True for two forms or spellings of a word: sale and sales, centre and center, manager and management."""
    short, long = sorted((word, other), key=len)
    swapped = sorted((word[-2:], other[-2:])) == ["er", "re"] and word[:-2] == other[:-2]
    return long.startswith(short) or swapped or word[:STEM] == other[:STEM]
