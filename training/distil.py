"""The quick model taught by the labels of the corpus and, on free prose that has none, by the full model."""

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from sincerely.proof.sentences import cut_sentences
from sincerely.terms import Span
from training.encoder import Encoder
from training.examples import Sentence
from training.finetune import judged_alone
from training.fit import HEADS, Fit, answers, count, fit
from training.lessons import Reader
from training.politeness import requests
from training.split import Side

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
MOST_FREE = 5_000  # sentences of free prose
WORDS = range(5, 45)


def distil(teacher: Encoder, reader: Reader, read: Side) -> Fit:
    """A quick model fitted to the labels of what was read, and to what the teacher says of free prose.

    On what it has read itself the teacher only repeats the labels.
    """
    own = [*read.singles, *read.lines]
    free = [Sentence(text, frozenset(), "free") for text in free_prose()]
    told = [answers(own).astype(np.float32)]
    if free:
        told.append(1 / (1 + np.exp(-judged_alone(teacher, reader, free)[:, : len(HEADS)])))
    return fit(count([one.text for one in (*own, *free)]), np.vstack(told))


def plain(read: Side) -> Fit:
    """A quick model fitted to labels alone."""
    own = [*read.singles, *read.lines]
    return fit(count([one.text for one in own]), answers(own).astype(np.float32))


def free_prose() -> list[str]:
    """Sentences of workplace prose (CC0, Apache-2.0, MIT) and of requests between strangers (CC BY 4.0), where they stand."""
    found = sorted({*prose(), *(one.text for one in requests())})
    if not found:
        print("../shared/data does not stand beside the project: the quick model is taught on the corpus alone", flush=True)
    return random.Random(0).sample(found, min(MOST_FREE, len(found)))


def prose() -> Iterator[str]:
    for path in sorted((SHARED / "text").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            for span in cut_sentences(line, Span(0, len(line))):
                text = line[span.start : span.end].strip()
                if len(text.split()) in WORDS and text[0].isupper() and text[-1] in ".?!":
                    yield text
