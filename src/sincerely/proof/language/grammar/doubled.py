"""A word that stands twice where once was meant."""

import re
from collections.abc import Iterator

from sincerely.proof.senses import Prose, Slip
from sincerely.terms import Span

# Two of these side by side can be right ("all that that entails", "she had had time", "bye bye").
DOUBLED = re.compile(r"\b(?!(?:that|had|bye|ha|so|very|really|no|yes|please|more)\b)([a-z]{2,})[ \t]+\1\b")


def doubled(prose: Prose) -> Iterator[Slip]:
    """Each pair of the same word side by side."""
    for match in DOUBLED.finditer(prose.text):
        word = match.group(1)
        yield Slip("grammar", Span(*match.span()), f"“{word}” stands twice.", (word,), sure=True)
