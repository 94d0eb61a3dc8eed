"""What the encoder reads in one epoch: sentences alone, whole letters, and letters put together from single sentences."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import torch
from torch import Tensor

from sincerely.proof.tone.normal import tokens
from sincerely.proof.tone.wordpiece import Vocabulary
from training.encoder import Batch
from training.examples import Sentence
from training.fit import answers

LONGEST_SENTENCE = 96  # pieces; of a longer one its beginning
LONGEST_ROW = 256
PIECES_A_BATCH = 1_000
TOGETHER = 0.3  # of the single sentences, those read in a letter put together from several
AGAIN_ALONE = 0.4  # of the sentences of whole letters, those read alone as well
LETTERS = 2  # times that each whole letter is read: they are few, and count most
SPOILT = 0.2  # of the sentences, those read without their marks or with a slip
UNTOLD = 0.3  # of the letters, those read without their channel and stage
MOST_FAULTY = 2  # sentences of a letter put together


@dataclass(frozen=True)
class Row:
    """Sentences read together, in order; before them, where it is known, what they stand in."""

    sentences: tuple[Sentence, ...]
    pieces: tuple[tuple[int, ...], ...]
    about: tuple[int, ...] = ()

    @property
    def length(self) -> int:
        return 1 + len(self.about) + sum(len(each) + 1 for each in self.pieces)


class Reader:
    """Cuts sentences into pieces and rows into batches."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.cut = lru_cache(maxsize=200_000)(self.fresh)

    def fresh(self, text: str) -> tuple[int, ...]:
        return tuple(number for number, _ in self.vocabulary.pieces(tokens(text)))[:LONGEST_SENTENCE]

    def row(self, together: Sequence[Sentence], chance: random.Random | None = None) -> Row:
        """A row of sentences; with chance, some of them spoilt."""
        texts = [spoilt(one.text, chance) if chance and chance.random() < SPOILT else one.text for one in together]
        pieces = tuple(
            self.cut(text) if text == one.text else self.fresh(text) for text, one in zip(texts, together, strict=True)
        )
        known = len(together) > 1 and not (chance and chance.random() < UNTOLD)
        row = Row(tuple(together), pieces, self.cut(together[0].about) if known else ())
        while row.length > LONGEST_ROW and len(row.sentences) > 1:
            row = Row(row.sentences[:-1], row.pieces[:-1], row.about)
        return row

    def batch(self, rows: Sequence[Row]) -> Batch:
        width = max(row.length for row in rows)
        ids = np.full((len(rows), width), self.vocabulary.pad, np.int64)
        owner = np.full((len(rows), width), -1, np.int64)
        mask = np.zeros((len(rows), width), np.int64)
        sentence = 0
        for line, row in enumerate(rows):
            at = 1 + len(row.about)
            ids[line, :at], mask[line, : row.length] = [self.vocabulary.start, *row.about], 1
            for pieces in row.pieces:
                ids[line, at : at + len(pieces) + 1] = [*pieces, self.vocabulary.end]
                owner[line, at : at + len(pieces) + 1] = sentence
                at, sentence = at + len(pieces) + 1, sentence + 1
        return Batch(torch.from_numpy(ids), torch.from_numpy(mask), torch.from_numpy(owner), sentence)


def spoilt(text: str, chance: random.Random) -> str:
    """The text as a hasty hand leaves it: no marks at the end or at all, or two letters of a word in the wrong order."""
    kind = chance.random()
    if kind < 0.4:
        return text.rstrip(" .!?…")
    if kind < 0.6:
        return re.sub(r"[.,;:!?]", "", text)
    words = text.split(" ")
    at = chance.randrange(len(words))
    if len(words[at]) > 3:
        place = chance.randrange(1, len(words[at]) - 1)
        word = words[at]
        words[at] = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    return " ".join(words)


def letters(lines: Sequence[Sentence]) -> list[list[Sentence]]:
    """The prose of each whole message, in order."""
    found: dict[str, list[Sentence]] = {}
    for line in lines:
        if line.prose:
            found.setdefault(line.message, []).append(line)
    return list(found.values())


def epoch(singles: Sequence[Sentence], lines: Sequence[Sentence], reader: Reader, chance: random.Random) -> Iterator[list[Row]]:
    """One epoch's batches of rows; twins that are read alone stand in one batch."""
    groups = twins(singles)
    chance.shuffle(groups)
    cut = int(len(groups) * TOGETHER)
    units = [[reader.row([one], chance) for one in group] for group in groups[cut:]]
    units += [[reader.row(row, chance)] for row in put_together([one for group in groups[:cut] for one in group], chance)]
    for letter in letters(lines):
        units += [[reader.row(letter, chance)]] * LETTERS
    units += [[reader.row([line], chance)] for line in lines if chance.random() < AGAIN_ALONE]
    yield from batches(units, chance)


def twins(singles: Sequence[Sentence]) -> list[list[Sentence]]:
    """Each sentence with its twin, or alone."""
    by_key = {one.key: one for one in singles}
    done: set[str] = set()
    groups = []
    for one in singles:
        if one.key not in done:
            other = by_key.get(one.twin)
            group = [one, other] if other and other.key not in done and other is not one else [one]
            done.update(member.key for member in group)
            groups.append(group)
    return groups


def put_together(singles: Sequence[Sentence], chance: random.Random) -> Iterator[list[Sentence]]:
    """Letters of three to seven sentences of one author, at most two of them faulty."""
    by_author: dict[str, tuple[list[Sentence], list[Sentence]]] = {}
    for one in singles:
        by_author.setdefault(one.author, ([], []))[bool(one.labels)].append(one)
    for clean, faulty in by_author.values():
        chance.shuffle(clean)
        chance.shuffle(faulty)
        while faulty or clean:
            size = chance.randint(3, 7)
            bad = min(chance.randint(0, MOST_FAULTY) if clean else MOST_FAULTY, len(faulty))
            row = [faulty.pop() for _ in range(bad)] + [clean.pop() for _ in range(min(size - bad, len(clean)))]
            chance.shuffle(row)
            if row:
                yield row


def batches(units: list[list[Row]], chance: random.Random) -> Iterator[list[Row]]:
    """Units of like length together, so that little is padding; the batches in random order."""
    units.sort(key=lambda unit: max(row.length for row in unit) + chance.random())
    found: list[list[Row]] = []
    batch: list[Row] = []
    for unit in units:
        longest = max(row.length for row in (*batch, *unit))
        if batch and longest * (len(batch) + len(unit)) > PIECES_A_BATCH:
            found.append(batch)
            batch = []
        batch += unit
    found.append(batch)
    chance.shuffle(found)
    yield from found


def targets(rows: Sequence[Row]) -> Tensor:
    return torch.from_numpy(answers([one for row in rows for one in row.sentences])).float()


def pairs(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Places of a faulty sentence and its clean twin within a batch."""
    flat = [one for row in rows for one in row.sentences]
    place = {one.key: at for at, one in enumerate(flat) if one.key}
    return [
        (at, place[one.twin])
        for at, one in enumerate(flat)
        if one.labels and one.twin in place and not flat[place[one.twin]].labels
    ]
