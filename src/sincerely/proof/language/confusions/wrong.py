"""The wrong real word: a word of the sets in a place where another of its set fits far better."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from sincerely.proof.language.confusions.model import choices, model
from sincerely.proof.language.confusions.surroundings import REACH, rows
from sincerely.proof.language.confusions.words import Word, sets, words
from sincerely.proof.senses import Prose, Slip
from sincerely.terms import Span

# So many words are judged at once; a longer text is judged piece by piece.
PIECE = 2_000
# A second word is offered where it is not this much less likely than the first (natural logarithm).
NEAR = 2.0
# A word that stands for a noun is not written in place of the person: "if yours have" is right.
UNMISTAKEN = frozenset({("yours", "you")})
# What clears its bar goes before what does not.
SURE = 10.0


def wrong_words(prose: Prose) -> Iterator[Slip]:
    """Words that another fits far better, in their order."""
    found = list(words(prose.text))
    which = choices()[0]
    judged = [place for place, word in enumerate(found) if word.judged and word.text in which]
    if not judged:
        return
    table = rows([word.text for word in found])
    fitted = model()
    for start in range(0, len(judged), PIECE):
        places = np.array(judged[start : start + PIECE], np.intp)
        row = np.array([which[found[place].text] for place in places], np.intp)
        scores = fitted.scores(table, places + REACH, row)
        lead = scores[:, 1:] - scores[:, :1]
        above = lead > fitted.bars[row]
        for place in np.flatnonzero(above.any(axis=1)):
            word = found[places[place]]
            instead = better(word.text, np.where(above[place], lead[place] + SURE, lead[place]))
            if (word.text, instead[0]) not in UNMISTAKEN:
                yield slip(prose.text, word, instead)


def better(word: str, lead: NDArray[np.float32]) -> tuple[str, ...]:
    """The words that fit better, best first."""
    others = sets()[word]
    order = np.argsort(-lead[: len(others)], kind="stable")
    return tuple(others[place] for place in order if lead[place] > max(0.0, lead.max() - NEAR))


def slip(text: str, word: Word, instead: tuple[str, ...]) -> Slip:
    written = text[word.start : word.end]
    spelt = tuple(as_written(other, written) for other in instead)
    return Slip("confusion", Span(word.start, word.end), f"“{written}” is a word, but “{spelt[0]}” fits here.", spelt)


def as_written(word: str, written: str) -> str:
    """The word with a capital where the written one has one."""
    plain = word.replace("_", " ")
    return plain[0].upper() + plain[1:] if written[0].isupper() else plain
