"""What proof is given beside the letter: engines that are loaded once and handed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from sincerely.terms import Span

# How thoroughly tone and language are checked: as one types, or before sending.
Tier = Literal["quick", "full"]


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text for a language engine.

    `known`: words that are right here, as written: jargon, words of the posting, of notes and earlier mail.
    `names`: the words of the names on record, as written: right too, and what a near miss is measured against.
    """

    text: str
    known: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip of language that an engine sees; best suggestion first.

    `sure`: the first suggestion may be applied without reading the result. `mild`: a matter of taste, never worse than a hint.
    """

    kind: Literal["spelling", "grammar", "confusion"]
    span: Span
    message: str
    suggestions: tuple[str, ...] = ()
    sure: bool = False
    mild: bool = False


class ToneModel(Protocol):
    """Judges sentences: for each a probability in [0, 1] for every tone rule, and for `any`."""

    def scores(self, sentences: Sequence[str]) -> list[dict[str, float]]:
        """Of sentences that have nothing to do with each other."""
        ...

    def letter(self, sentences: Sequence[str], about: str = "") -> list[dict[str, float]]:
        """Of the sentences of one letter, in order; `about`: its channel and stage, a space between them."""
        ...

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
    """Finds slips in running text, in its order; no two on the same words."""

    def slips(self, prose: Prose) -> list[Slip]: ...

    @property
    def tier(self) -> Tier:
        """Which tier speaks; known once a text was read."""
        ...

    @property
    def notes(self) -> tuple[str, ...]:
        """What could not be used on the last text, in words for the person."""
        ...


@dataclass(frozen=True, slots=True)
class Senses:
    """The engines at hand; None where one is absent: its rules are then silent and the report says so.

    `notes`: what could not be used at all, in words for the person.
    """

    tone: ToneModel | None = None
    language: LanguageEngine | None = None
    notes: tuple[str, ...] = ()
