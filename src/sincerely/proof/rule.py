"""A rule as a value: what it weighs, where it applies, and the examples that prove it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sincerely.proof.finding import Mark
from sincerely.proof.reading import Reading
from sincerely.terms import Channel, Severity, Stage

EVERY_CHANNEL = frozenset(Channel)
EVERY_STAGE = frozenset(Stage)
WRITTEN_MAIL = frozenset({Channel.EMAIL, Channel.LETTER})


@dataclass(frozen=True, slots=True)
class Example:
    """A letter in the form of `check --batch`, shortened: `body` alone, or with the parts and facts that matter.

    `quote`: for one that is flagged, the words that the finding must overlap; empty for an absence.
    """

    body: str
    channel: Channel = Channel.EMAIL
    stage: Stage = Stage.THANK_YOU
    quote: str = ""
    message: dict[str, Any] = field(default_factory=dict)
    record: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """The properties of one rule; its file holds it as `RULE`, beside `look`.

    `severity` is the usual weight: a mark may carry another. `why` is one sentence with its source.
    `flags` and `passes` are its tests and its page in the docs; both are compulsory.
    """

    severity: Severity
    title: str
    why: str
    flags: tuple[Example, ...]
    passes: tuple[Example, ...]
    channels: frozenset[Channel] = EVERY_CHANNEL
    stages: frozenset[Stage] = EVERY_STAGE


Look = Callable[[Reading], Iterator[Mark]]


@dataclass(frozen=True, slots=True)
class NamedRule:
    """A rule as the rulebook holds it: its id (way/file name), its values, its look, and its docstring for the docs."""

    id: str
    rule: Rule
    look: Look
    doc: str
