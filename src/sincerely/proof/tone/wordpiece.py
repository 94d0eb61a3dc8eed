"""Words cut into the pieces that the encoder knows, longest first, each piece with the token it is from."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from sincerely.proof.tone.normal import Token

PAD, UNKNOWN, START, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
LONGEST_WORD = 60  # characters; a longer word is one unknown piece
# The encoder was taught with every mark alone: "don't" is three words to it.
ALONE = re.compile(r"[^\W_]+|[^\w\s]|_")


class Vocabulary:
    """The pieces of an encoder, numbered in their order; pieces inside a word begin with ##."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self.number = {piece: number for number, piece in enumerate(pieces)}
        self.pad, self.unknown, self.start, self.end = (self.number[sign] for sign in (PAD, UNKNOWN, START, END))
        self.cut: dict[str, tuple[int, ...]] = {}

    @classmethod
    def load(cls, path: Path) -> "Vocabulary":
        """Reads a file of one piece a line."""
        return cls(path.read_text(encoding="utf-8").splitlines())

    def pieces(self, tokens: Sequence[Token]) -> list[tuple[int, int]]:
        """The number of each piece and the place of its token, in order."""
        return [(number, place) for place, token in enumerate(tokens) for number in self.of_word(token.text)]

    def of_word(self, word: str) -> tuple[int, ...]:
        """The pieces of one word or row of marks; a small store keeps what was cut before."""
        if word not in self.cut:
            if len(self.cut) > 20_000:
                self.cut.clear()
            self.cut[word] = tuple(number for part in ALONE.findall(word) for number in self.longest_first(part))
        return self.cut[word]

    def longest_first(self, word: str) -> list[int]:
        """The longest known piece, then the longest of the rest; unknown as a whole where a rest is unknown."""
        if len(word) > LONGEST_WORD:
            return [self.unknown]
        found, at = [], 0
        while at < len(word):
            for end in range(len(word), at, -1):
                number = self.number.get(("##" if at else "") + word[at:end])
                if number is not None:
                    break
            else:
                return [self.unknown]
            found.append(number)
            at = end
        return found
