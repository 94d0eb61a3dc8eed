"""The answer of a connection test, in plain words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Probe:
    """What a connection test found. `words` is one line: what works, or what does not and what to do."""

    works: bool
    words: str
