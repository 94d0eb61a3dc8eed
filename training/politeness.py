"""Requests between strangers and how polite five readers found each: half of the Stanford Politeness Corpus (CC BY 4.0), the
requests of Stack Exchange. The other half, of Wikipedia, is not read, so that it can judge."""

import csv
from functools import cache
from pathlib import Path

import numpy as np

from training.examples import Sentence

REQUESTS = (
    Path(__file__).resolve().parents[2] / "shared" / "data" / "tone" / "stanford_politeness" / "stack-exchange.annotated.csv"
)
STEEP = 2.5  # from the corpus's scores, whose quarters lie beyond -.7 and .6, to how impolite a request is, from 0 to 1
WORDS = range(3, 70)


@cache
def requests() -> list[Sentence]:
    """Nothing where the corpus does not stand beside the project."""
    if not REQUESTS.exists():
        return []
    with REQUESTS.open(encoding="utf-8", errors="replace", newline="") as file:
        rows = [row for row in csv.DictReader(file) if is_number(row["Normalized Score"])]
    return [
        Sentence(row["Request"], frozenset(), "stack-exchange", impolite=impolite(float(row["Normalized Score"])))
        for row in rows
        if len(row["Request"].split()) in WORDS
    ]


def impolite(score: float) -> float:
    return float(1 / (1 + np.exp(STEEP * score)))


def is_number(text: str | None) -> bool:
    """False where a row lost a column to a stray quotation mark."""
    try:
        float(text or "")
    except ValueError:
        return False
    return True
