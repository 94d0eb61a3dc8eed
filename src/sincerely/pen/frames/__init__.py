"""The sentences that drafts are made of, as data: one file a stage, and one that all share."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from sincerely.terms import Stage

HERE = Path(__file__).parent


@cache
def frames(stage: Stage, short: bool = False) -> dict[str, Any]:
    """The frames of a stage by move, the shared ones included; the short ones are for text and speech."""
    every = read("common") | read(str(stage))
    return every | every["short"] if short else every


def read(name: str) -> dict[str, Any]:
    """One file of frames."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
