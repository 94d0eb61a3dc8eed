"""Tone: how likely each sentence breaks a rule of tone. Pure; the weights stand beside the code."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from sincerely.proof.tone.model import Quick

Tier = Literal["quick", "full"]


@cache
def quick() -> Quick:
    """The quick model, read from its file once."""
    return Quick.load()


def scores(sentences: Sequence[str], tier: Tier = "full") -> list[dict[str, float]]:
    """For each sentence a probability in [0, 1] for every tone rule and, under `any`, that something of these is wrong at all.

    English only: other languages, and texts without words, score 0 throughout.
    There is one model so far: `full` and `quick` answer alike.
    """
    return quick().scores(sentences)


def thresholds(tier: Tier = "full") -> dict[str, float]:
    """For each rule, and for `any`, the probability at or above which it fires; the same for both tiers so far."""
    return quick().thresholds()
