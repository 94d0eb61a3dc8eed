"""Decent ways to say what a sentence wanted: told apart by what it is about, from `wordings.toml`."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("wordings.toml")


class Wording(NamedTuple):
    """`say` serves for sentences in which `about` is found, instead of what one of some rules speaks of."""

    about: re.Pattern[str]
    instead_of: frozenset[str]
    say: str


@cache
def wordings() -> tuple[Wording, ...]:
    """All of them, in their order."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["wording"]
    return tuple(Wording(re.compile(row["about"], re.IGNORECASE), frozenset(row["instead_of"]), row["say"]) for row in rows)


def wording(sentence: str, rule: str) -> str:
    """What could be said instead of a sentence that breaks a rule; nothing where none is known."""
    fitting = (known.say for known in wordings() if rule in known.instead_of and known.about.search(sentence))
    return next(fitting, "")
