"""What goes out of the commons: opinions summed, remarks, templates, examples, and the queue of whoever keeps them."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TallyShape:
    """How many found something helpful, of how many who said; `mine` is the asking member's own word, None for none."""

    helped: int = 0
    votes: int = 0
    mine: bool | None = None


@dataclass(frozen=True, slots=True)
class RemarkShape:
    """One remark. `who` is a role or a name; `hidden`: why only its author still sees it. `place`: the organisation's name."""

    id: int
    who: str
    own: bool
    words: str
    said_at: str
    hidden: str
    organisation: int
    place: str
    tally: TallyShape


@dataclass(frozen=True, slots=True)
class TemplateShape:
    """A frame with its blanks and gaps; `own`: the asking member offered it."""

    id: int
    title: str
    stage: str
    channel: str
    subject: str
    body: str
    own: bool
    organisation: int
    place: str
    tally: TallyShape


@dataclass(frozen=True, slots=True)
class ExampleShape:
    """A letter with names covered. `edition` names the words that its author saw; `published_at` is None before they said yes."""

    id: int
    title: str
    stage: str
    channel: str
    text: str
    who: str
    own: bool
    edition: str
    published_at: str | None
    hidden: str
    organisation: int
    place: str
    tally: TallyShape


@dataclass(frozen=True, slots=True)
class PlaceShape:
    """An organisation that a member is in; `keeps`: they see its queue."""

    id: int
    name: str
    keeps: bool


@dataclass(frozen=True, slots=True)
class QueuedShape:
    """Something that members complained of: `noun` is remark or example; `by` tells its author's role, never a name."""

    noun: str
    id: int
    by: str
    own: bool
    title: str
    words: str
    place: str
    hidden: str
    reasons: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RulingShape:
    """What was decided, by whom and why; `words` are those that it was about, empty once they are gone."""

    what: str
    who: str
    noun: str
    words: str
    reason: str
    ruled_at: str
    place: str
