"""What proof is given beside the letter: engines that are loaded once and handed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sincerely.terms import Span


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip of language that an engine sees: `kind` is spelling, grammar or confusion; best suggestion first."""

    kind: str
    span: Span
    message: str
    suggestions: tuple[str, ...] = ()


class ToneModel(Protocol):
    """Judges sentences: for each a probability in [0, 1] for every tone rule, and for `any`."""

    def scores(self, sentences: Sequence[str]) -> list[dict[str, float]]: ...

    def thresholds(self) -> dict[str, float]:
        """A rule speaks at or above."""
        ...

    def sure(self) -> dict[str, float]:
        """A rule that holds letters back does so at or above; below it warns."""
        ...

    def weighed(self, sentence: str, rule: str) -> list[tuple[Span, float]]:
        """What each word, with its place in the sentence, adds for or against a rule."""
        ...


class LanguageEngine(Protocol):
    """Finds slips in running text; `known` are words that are right here: names, jargon, words of the posting."""

    def slips(self, text: str, known: frozenset[str]) -> list[Slip]: ...


@dataclass(frozen=True, slots=True)
class Senses:
    """The engines at hand; None where one is absent: its rules are then silent and the report says so."""

    tone: ToneModel | None = None
    language: LanguageEngine | None = None
