"""Which of MiniLM's word pieces are kept: those that free prose or the corpus uses, and all single signs.

   python -m training.vocabulary

writes them beside the program. Done once: the weights that follow belong to this list.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sincerely.proof.tone.encoder import PIECES
from sincerely.proof.tone.normal import tokens
from sincerely.proof.tone.wordpiece import Vocabulary
from training.encoder import minilm
from training.examples import message_sentences, sentences

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
COMMON = 9_000  # MiniLM numbers its pieces by how common they are: the first are kept in any case
SEEN = 3  # times that a rarer piece has to stand in our texts


def pieces() -> tuple[list[str], list[int]]:
    """The pieces that are kept, and their numbers in MiniLM's own list."""
    place = {piece: number for number, piece in enumerate(theirs())}
    kept = PIECES.read_text(encoding="utf-8").splitlines()
    return kept, [place[piece] for piece in kept]


def theirs() -> list[str]:
    return (minilm() / "vocab.txt").read_text(encoding="utf-8").splitlines()


def chosen() -> list[str]:
    """The pieces to keep."""
    whole = theirs()
    vocabulary = Vocabulary(whole)
    counts: Counter[int] = Counter()
    for text in texts():
        counts.update(number for number, _ in vocabulary.pieces(tokens(text)))
    return [piece for number, piece in enumerate(whole) if counts[number] >= SEEN or is_common(number, piece)]


def is_common(number: int, piece: str) -> bool:
    bare = piece.removeprefix("##")
    return bare.isascii() and not piece.startswith("[unused") and (len(bare) == 1 or number < COMMON)


def texts() -> Iterator[str]:
    """The corpus, and the free prose that stands beside the project where it does."""
    for example in (*sentences(), *message_sentences()):
        yield example.text
    for path in sorted((SHARED / "text").glob("*.txt")):
        yield from path.read_text(encoding="utf-8").splitlines()
    for path in sorted((SHARED / "tone" / "stanford_politeness").glob("*.csv")):
        with path.open(encoding="utf-8", errors="replace") as file:
            yield from (row["Request"] for row in csv.DictReader(file))


if __name__ == "__main__":
    PIECES.write_text("\n".join(chosen()) + "\n", encoding="utf-8")
