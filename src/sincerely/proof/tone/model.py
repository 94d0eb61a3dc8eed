"""The quick model: one logistic head per rule over counted features, and one for "something is wrong at all"."""

from collections.abc import Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sincerely.proof.memory import Memory
from sincerely.proof.tone.features import counted
from sincerely.proof.tone.lexicon import FOREIGN, FUNCTION_WORDS
from sincerely.proof.tone.normal import Token, tokens
from sincerely.proof.tone.scale import Floats, Scale
from sincerely.terms import Span

WEIGHTS = Path(__file__).with_name("quick.npz")
ANY = "any"
FEWEST_WORDS_TO_PLACE = 5  # a shorter sentence is taken to be English
LONGEST = 60  # tokens judged at once; what runs on longer is judged piece by piece
STEP = 40
REMEMBERED = 1_024  # sentences: some eighty letters
MOST_CHARACTERS = 20_000  # of one sentence; what runs on longer than a chapter is judged by its beginning


class Quick:
    """Judges one sentence at a time; made from the arrays of a weights file."""

    def __init__(self, arrays: dict[str, NDArray[np.generic]]) -> None:
        self.heads: tuple[str, ...] = tuple(str(name) for name in arrays["heads"])
        self.table: NDArray[np.int8] = np.asarray(arrays["table"], np.int8)
        self.rarity = np.asarray(arrays["rarity"], np.float32)
        self.step = np.asarray(arrays["step"], np.float32)
        self.bias = np.asarray(arrays["bias"], np.float32)
        self.scale = Scale(*arrays["scale"].tolist())
        self.speaks = dict(zip(self.heads, arrays["speaks"].tolist(), strict=True))
        self.sure_from = dict(zip(self.heads, arrays["sure"].tolist(), strict=True))
        self.judged: Memory[str, Floats] = Memory(REMEMBERED)

    @classmethod
    def load(cls, path: Path = WEIGHTS) -> "Quick":
        """Reads a weights file; it holds plain arrays only."""
        with np.load(path, allow_pickle=False) as file:
            return cls({name: file[name] for name in file.files})

    def scores(self, sentences: Sequence[str]) -> list[dict[str, float]]:
        """For each sentence a probability per rule and for `any`; all 0 where there is nothing in English to judge."""
        judged = self.judged.answers(sentences, self.judge)
        return [dict(zip(self.heads, judged[sentence].tolist(), strict=True)) for sentence in sentences]

    def letter(self, sentences: Sequence[str], about: str = "") -> list[dict[str, float]]:
        """The same for the sentences of one letter: this model reads each alone, and does not ask what they are about."""
        return self.scores(sentences)

    def thresholds(self) -> dict[str, float]:
        """A rule fires at or above."""
        return self.speaks

    def sure(self) -> dict[str, float]:
        """A rule that holds a letter back does so at or above; below it warns."""
        return self.sure_from

    def judge(self, sentences: Sequence[str]) -> Sequence[Floats]:
        """The probabilities of each sentence, one for each head."""
        judged = [self.silence] * len(sentences)
        found = [tokens(sentence[:MOST_CHARACTERS]) for sentence in sentences]
        english = [at for at, each in enumerate(found) if is_english(each)]
        if english:
            said = self.scale.probabilities(np.vstack([self.heard(found[at]) for at in english]))
            for at, row in zip(english, said, strict=True):
                judged[at] = row
        return judged

    def heard(self, found: Sequence[Token]) -> Floats:
        """Raw logits; of what runs on, the largest of its pieces."""
        return np.asarray(np.max([self.logits(piece) for piece in pieces(found)], axis=0), np.float32)

    def logits(self, found: Sequence[Token]) -> Floats:
        boxes = list(set().union(*[boxes for boxes, _, _ in counted(found)]))
        rarity = self.rarity[boxes]
        values = rarity / np.linalg.norm(rarity)
        return np.asarray((values @ self.table[boxes].astype(np.float32)) * self.step + self.bias, np.float32)

    def weighed(self, sentence: str, rule: str) -> list[tuple[Span, float]]:
        """What each token, with its place in the sentence, adds for or against a rule; those of a group share alike."""
        found = tokens(sentence[:MOST_CHARACTERS])
        groups = counted(found)
        every = [box for boxes, _, _ in groups for box in boxes]
        leaning = iter((self.rarity[every] * self.leaning(every, self.heads.index(rule))).tolist())
        shares = [0.0] * len(found)
        for boxes, first, last in groups:
            touched = range(max(first, 0), min(last + 1, len(found)))
            share = sum(islice(leaning, len(boxes))) / len(touched)
            for at in touched:
                shares[at] += share
        return [(Span(token.start, token.end), share) for token, share in zip(found, shares, strict=True)]

    def leaning(self, boxes: list[int], head: int) -> Floats:
        """What some boxes say to a rule, and a little of what they say to "any"."""
        columns = self.table[boxes][:, [head, -1]].astype(np.float32) * self.step[[head, -1]]
        return np.asarray(columns[:, 0] + self.scale.lean * columns[:, 1], np.float32)

    @cached_property
    def silence(self) -> Floats:
        return np.zeros(len(self.heads), np.float32)


def pieces(found: Sequence[Token]) -> list[Sequence[Token]]:
    """The tokens whole, or in overlapping pieces where they run on."""
    if len(found) <= LONGEST:
        return [found]
    return [found[at : at + LONGEST] for at in range(0, len(found) - (LONGEST - STEP), STEP)]


def is_english(found: Sequence[Token]) -> bool:
    """True where there are words to judge, and they are not plainly another language's."""
    known = [token.text for token in found if token.text[0].isalpha()]
    if not any(word[0].isascii() for word in known):
        return False
    if len(known) < FEWEST_WORDS_TO_PLACE:
        return True
    english = sum(1 for word in known if word in FUNCTION_WORDS)
    foreign = sum(1 for word in known if word in FOREIGN)
    return foreign <= english or foreign < len(known) / 8
