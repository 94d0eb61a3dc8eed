"""The full model: a small encoder that reads each sentence with its neighbours. Run by onnxruntime, loaded when first asked."""

import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sincerely.proof.tone.model import MOST_CHARACTERS, Quick, is_english
from sincerely.proof.tone.normal import tokens
from sincerely.proof.tone.scale import Floats, Scale, probabilities
from sincerely.proof.tone.wordpiece import Vocabulary
from sincerely.terms import Span

if TYPE_CHECKING:
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]

HERE = Path(__file__).parent
WEIGHTS, PIECES, SCALES = HERE / "full.onnx", HERE / "full.txt", HERE / "full.json"
FILES = (WEIGHTS, PIECES, SCALES)
IMPOLITE = "impolite"  # what the encoder says beside the heads
LONGEST_SENTENCE = 96  # pieces, as it was taught; what runs on longer is read in parts that overlap
STEP = 64
LONGEST_ROW = 256  # pieces of a letter read at once
MOST_PIECES = 6_000  # of one letter, some 4,000 words; what stands behind them is left to the quick model
LIKE = 1.4  # longest to shortest of the sentences read in one go: the shorter ones are filled up, which costs as much as words
PIECES_AT_ONCE = 2_048  # of sentences read alone


class Heard(NamedTuple):
    """One sentence: its pieces, in overlapping parts where it runs on, and the quick model's raw logits."""

    parts: list[list[int]]
    quick: Floats


class Full:
    """Judges sentences alone or in a letter; `quick` judges what stands beyond a letter's length, and says which words weigh."""

    def __init__(self, quick: Quick, weights: Path = WEIGHTS, pieces: Path = PIECES, scales: Path = SCALES) -> None:
        self.quick, self.weights, self.pieces_file = quick, weights, pieces
        stored = json.loads(scales.read_text(encoding="utf-8"))
        self.heads: tuple[str, ...] = tuple(stored["heads"])
        self.answers: tuple[str, ...] = tuple(stored["answers"])
        self.share: float = stored["share"]
        self.bluntness: float = stored["bluntness"]
        self.speaks: dict[str, float] = stored["speaks"]
        self.sure_from: dict[str, float] = stored["sure"]
        self.alone, self.together = Scale(**stored["alone"]), Scale(**stored["together"])

    @cached_property
    def session(self) -> "InferenceSession":
        """The encoder, on one thread."""
        from onnxruntime import InferenceSession, SessionOptions

        options = SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return InferenceSession(str(self.weights), options, providers=["CPUExecutionProvider"])

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return Vocabulary.load(self.pieces_file)

    def thresholds(self) -> dict[str, float]:
        """A rule fires at or above."""
        return self.speaks

    def sure(self) -> dict[str, float]:
        """A rule that holds a letter back does so at or above; below it warns."""
        return self.sure_from

    def weighed(self, sentence: str, rule: str) -> list[tuple[Span, float]]:
        """What each token adds for or against a rule, as the quick model, which this one taught, has it."""
        return self.quick.weighed(sentence, rule)

    def scores(self, sentences: Sequence[str]) -> list[dict[str, float]]:
        """For each sentence, read alone, a probability per rule and for `any`; all 0 where there is no English to judge."""
        found = np.zeros((len(sentences), len(self.heads)), np.float32)
        heard = [(number, one) for number, text in enumerate(sentences) if (one := self.hear(text))]
        if heard:
            found[[number for number, _ in heard]] = self.alone.probabilities(self.raw([one for _, one in heard]))
        return self.named(found)

    def impoliteness(self, sentences: Sequence[str]) -> list[float]:
        """How impolite strangers would find each sentence or request, from 0 to 1; 0 where there is no English to judge."""
        found = [0.0] * len(sentences)
        heard = [(number, one) for number, text in enumerate(sentences) if (one := self.hear(text))]
        if heard and IMPOLITE in self.answers:
            said = probabilities(self.said([one for _, one in heard])[:, self.answers.index(IMPOLITE)])
            for (number, _), how in zip(heard, said.tolist(), strict=True):
                found[number] = how
        return found

    def letter(self, sentences: Sequence[str], about: str = "") -> list[dict[str, float]]:
        """The same for the sentences of one letter, in their order; `about`: its channel and stage."""
        found = np.zeros((len(sentences), len(self.heads)), np.float32)
        heard: list[tuple[int, Heard]] = []
        length = 0
        for number, text in enumerate(sentences):
            if length > MOST_PIECES:
                rest = self.quick.scores(sentences[number:])
                found[number:] = [[one[head] for head in self.heads] for one in rest]
                break
            if one := self.hear(text):
                heard.append((number, one))
                length += sum(map(len, one.parts))
        if heard:
            raw = self.raw_letter([one for _, one in heard], self.about(about))
            found[[number for number, _ in heard]] = self.together.probabilities(raw)
        return self.named(found)

    def hear(self, text: str) -> Heard | None:
        """A sentence cut for the encoder, and what the quick model says of it; None where it holds no English."""
        found = tokens(text[:MOST_CHARACTERS])
        if not is_english(found):
            return None
        pieces = [number for number, _ in self.vocabulary.pieces(found)]
        if len(pieces) > LONGEST_SENTENCE:
            parts = [pieces[at : at + LONGEST_SENTENCE] for at in range(0, len(pieces) - (LONGEST_SENTENCE - STEP), STEP)]
            return Heard(parts, self.quick.heard(found))
        return Heard([pieces], self.quick.heard(found))

    def raw(self, sentences: Sequence[Heard]) -> Floats:
        """Raw logits of sentences read alone; the quick model has its say in them."""
        return self.blended(self.said(sentences), sentences)

    def said(self, sentences: Sequence[Heard]) -> Floats:
        """What the encoder says of sentences read alone, of a long one the largest of its parts."""
        parts = [(number, part) for number, one in enumerate(sentences) for part in one.parts]
        found = np.full((len(sentences), len(self.answers)), -np.inf, np.float32)
        for some in self.batches(parts):
            np.maximum.at(found, [number for number, _ in some], self.logits([[part] for _, part in some]))
        return found

    def raw_letter(self, sentences: Sequence[Heard], about: Sequence[int]) -> Floats:
        """The same for the sentences of one letter."""
        parts = [(number, part) for number, one in enumerate(sentences) for part in one.parts]
        found = np.full((len(sentences), len(self.answers)), -np.inf, np.float32)
        np.maximum.at(found, [number for number, _ in parts], self.twice([part for _, part in parts], about))
        return self.blended(found, sentences)

    def blended(self, said: Floats, sentences: Sequence[Heard]) -> Floats:
        """The encoder's logits and, so many times as heavy, those of the quick model: they err in different places. "any" may
        lean a little on how impolite the encoder finds a sentence."""
        found = said[:, : len(self.heads)] + self.share * np.stack([one.quick for one in sentences])
        found /= 1 + self.share
        if self.bluntness:
            found[:, -1] += self.bluntness * said[:, self.answers.index(IMPOLITE)]
        return np.asarray(found, np.float32)

    def twice(self, parts: Sequence[Sequence[int]], about: Sequence[int]) -> Floats:
        """The mean of what is heard in parts of a letter alone and with their neighbours, which finds more than either.

        As many as fit are read together.
        """
        rows: list[list[Sequence[int]]] = [[]]
        for part in parts:
            if rows[-1] and len(about) + sum(len(other) + 1 for other in rows[-1]) + len(part) + 2 > LONGEST_ROW:
                rows.append([])
            rows[-1].append(part)
        with_neighbours = np.vstack([self.logits([row], about if len(row) > 1 else ()) for row in rows])
        order = self.batches(list(enumerate(parts)))
        alone = np.empty_like(with_neighbours)
        for some in order:
            alone[[number for number, _ in some]] = self.logits([[part] for _, part in some])
        return np.asarray((with_neighbours + alone) / 2, np.float32)

    def named(self, found: Floats) -> list[dict[str, float]]:
        return [dict(zip(self.heads, row.tolist(), strict=True)) for row in found]

    def about(self, words: str) -> list[int]:
        """The pieces that stand before a letter."""
        return [number for number, _ in self.vocabulary.pieces(tokens(words))]

    @staticmethod
    def batches(parts: Sequence[tuple[int, Sequence[int]]]) -> list[list[tuple[int, Sequence[int]]]]:
        """Parts of like length together."""
        found: list[list[tuple[int, Sequence[int]]]] = []
        for one in sorted(parts, key=lambda item: len(item[1])):
            if not found or len(one[1]) > LIKE * len(found[-1][0][1]) or len(one[1]) * (len(found[-1]) + 1) > PIECES_AT_ONCE:
                found.append([])
            found[-1].append(one)
        return found

    def logits(self, rows: Sequence[Sequence[Sequence[int]]], about: Sequence[int] = ()) -> Floats:
        """One row of logits for each part in some rows of parts: what its pieces say, weighed by how much each head listens."""
        words = self.vocabulary
        lines = [[words.start, *about, *(number for part in row for number in (*part, words.end))] for row in rows]
        ids = np.full((len(lines), max(map(len, lines))), words.pad, np.int64)
        mask = np.zeros_like(ids)
        for at, line in enumerate(lines):
            ids[at, : len(line)], mask[at, : len(line)] = line, 1
        (said,) = self.session.run(None, {"ids": ids, "mask": mask})
        found = []
        for at, row in enumerate(rows):
            start = 1 + len(about)
            for part in row:
                voices, loudness = np.split(np.asarray(said[at, start : start + len(part) + 1]), 2, axis=1)
                weight = np.exp(np.clip(loudness, -15, 15))
                found.append((voices * weight).sum(axis=0) / weight.sum(axis=0))
                start += len(part) + 1
        return np.asarray(found, np.float32)
