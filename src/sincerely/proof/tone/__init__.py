"""Tone: how likely each sentence breaks a rule of tone. Pure; the weights stand beside the code."""

import warnings
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from sincerely.proof.senses import Tier, ToneModel
from sincerely.proof.tone.model import Quick

if TYPE_CHECKING:
    from sincerely.proof.tone.encoder import Full

ABSENT = "The full model of tone is not installed, so the quick one judged."


@cache
def quick() -> Quick:
    """The quick model, read from its file once."""
    return Quick.load()


@cache
def full() -> "Full | None":
    """The full model; None where its files are absent. Its encoder is loaded with the first sentence."""
    from sincerely.proof.tone.encoder import FILES, Full

    return Full(quick()) if all(path.exists() for path in FILES) else None


def model(tier: Tier) -> ToneModel:
    """The model of a tier; where the full one is absent, the quick one, with a warning."""
    found = full() if tier == "full" else quick()
    if found is None:
        warnings.warn(ABSENT, stacklevel=3)
        return quick()
    return found


def scores(sentences: Sequence[str], tier: Tier = "full") -> list[dict[str, float]]:
    """For each sentence, read alone, a probability in [0, 1] for every tone rule and, under `any`, that something is wrong.

    English only: other languages, and texts without words, score 0 throughout.
    """
    return model(tier).scores(sentences)


def impoliteness(sentences: Sequence[str]) -> list[float]:
    """How impolite strangers would find each sentence or request, from 0 to 1; all 0 where the full model was not taught it.

    Learned from how five readers found each of 6,573 requests on Stack Exchange (Stanford Politeness Corpus, CC BY 4.0).
    """
    found = full()
    return found.impoliteness(sentences) if found else [0.0] * len(sentences)


def thresholds(tier: Tier = "full") -> dict[str, float]:
    """For each rule, and for `any`, the probability at or above which it fires."""
    return model(tier).thresholds()
