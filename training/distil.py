"""The quick model taught by the full one: its answers on the corpus beside the labels, and on free prose where there are none."""

import csv
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from sincerely.proof.sentences import cut_sentences
from sincerely.terms import Span
from training.encoder import Encoder
from training.examples import Sentence
from training.finetune import judged_alone
from training.fit import Fit, Floats, answers, count, fit
from training.lessons import Reader
from training.split import Side

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
LABELLED = 0.6  # weight of a label beside the teacher's word
MOST_FREE = 12_000  # sentences of free prose
WORDS = range(5, 45)


def distil(teacher: Encoder, reader: Reader, read: Side) -> Fit:
    """A quick model fitted to labels and to what the teacher says."""
    own = [*read.singles, *read.lines]
    free = [Sentence(text, frozenset(), "free") for text in free_prose()]
    taught = 1 / (1 + np.exp(-judged_alone(teacher, reader, [*own, *free])))
    taught[: len(own)] = LABELLED * answers(own) + (1 - LABELLED) * taught[: len(own)]
    return fit(count([one.text for one in (*own, *free)]), taught)


def plain(read: Side) -> Fit:
    """A quick model fitted to labels alone."""
    own = [*read.singles, *read.lines]
    return fit(count([one.text for one in own]), as_floats(own))


def as_floats(examples: list[Sentence]) -> Floats:
    return answers(examples).astype(np.float32)


def free_prose() -> list[str]:
    """Sentences of workplace prose (CC0, Apache-2.0, MIT) and of requests between strangers (CC BY 4.0), where they stand."""
    found = sorted({*prose(), *requests()})
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


def requests() -> Iterator[str]:
    path = SHARED / "tone" / "stanford_politeness" / "stack-exchange.annotated.csv"
    if path.exists():
        with path.open(encoding="utf-8", errors="replace") as file:
            yield from (row["Request"] for row in csv.DictReader(file) if len(row["Request"].split()) in WORDS)
