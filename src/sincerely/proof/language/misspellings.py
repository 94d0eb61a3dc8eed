"""A first engine for slips of language: misspellings that are never a word, and a word that stands twice."""

import re
from functools import cache
from pathlib import Path

from sincerely.proof.senses import Slip
from sincerely.terms import Span

LIST = Path(__file__).with_name("misspellings.txt")
WORD = re.compile(r"[^\W\d_]+")
# Two of these side by side can be right ("all that that entails", "she had had time", "bye bye").
DOUBLED = re.compile(r"\b(?!(?:that|had|bye|ha|so|very|really|no|yes|please|more)\b)([a-z]{2,})[ \t]+\1\b")


@cache
def listed() -> dict[str, str]:
    """Each misspelling with the word that was meant; common slips of adult writers, none of them a word of its own."""
    rows = LIST.read_text(encoding="utf-8").splitlines()
    return {wrong: right for wrong, _, right in (row.partition(" ") for row in rows)}


class KnownSlips:
    """Finds known misspellings and doubled words; what it does not know it leaves alone."""

    def slips(self, text: str, known: frozenset[str]) -> list[Slip]:
        """The slips in a text, in its order; `known` words are right here, whatever the list says."""
        right_here = {word.casefold() for word in known}
        found = []
        for match in WORD.finditer(text):
            word = match.group()
            meant = listed().get(word.lower())
            if meant and word.casefold() not in right_here and not word.isupper():
                better = meant[0].upper() + meant[1:] if word[0].isupper() else meant
                found.append(Slip("spelling", Span(*match.span()), f"“{word}” is misspelt.", (better,)))
        for match in DOUBLED.finditer(text):
            word = match.group(1)
            found.append(Slip("grammar", Span(*match.span()), f"“{word}” stands twice.", (word,)))
        return sorted(found, key=lambda slip: slip.span)
