"""The desk's own model, and what would go to it."""

from dataclasses import dataclass
from datetime import datetime

from sincerely.desk.access import Actor, access_desk, access_message
from sincerely.desk.actions.ghosts import stays_here
from sincerely.desk.actions.rewording import Wanted, question
from sincerely.desk.errors import query
from sincerely.desk.models import Ghost, Version
from sincerely.desk.snapshots.material import known_of
from sincerely.ghost.asking import Question
from sincerely.ghost.endpoint import Endpoint, GhostError
from sincerely.ghost.grounding import Doubt, doubts


@dataclass(frozen=True, slots=True)
class ModelShape:
    """The desk's own model. `local`: nothing that is asked leaves this machine; `ready`: else the owner agreed that it does."""

    address: str
    model: str
    host: str
    local: bool
    ready: bool
    has_key: bool


@query
def model_of(actor: Actor) -> ModelShape | None:
    """The desk's own model; None where none is set."""
    row = Ghost.objects.filter(desk=access_desk(actor)).first()
    if row is None:
        return None
    try:
        endpoint = Endpoint(row.address, row.model)
    except GhostError:
        return ModelShape(row.address, row.model, "", False, False, bool(row.sealed))
    local = stays_here(endpoint)
    return ModelShape(row.address, row.model, endpoint.host, local, local or row.agreed_at is not None, bool(row.sealed))


@query
def question_of(actor: Actor, message: int, wanted: Wanted, now: datetime) -> Question:
    """What would go to the model, to the byte; nothing goes. Raises DeskError where there is no model or nothing to ask."""
    return question(actor, access_message(actor, message), wanted, now)


@query
def doubts_in(actor: Actor, message: int, version: int, now: datetime) -> tuple[Doubt, ...]:
    """What in the text of a version nobody told, where a program proposes it."""
    row = access_message(actor, message)
    kept = Version.objects.filter(message=row, pk=version).exclude(proposed_by="").first()
    return doubts(kept.body, known_of(row, now)) if kept else ()
