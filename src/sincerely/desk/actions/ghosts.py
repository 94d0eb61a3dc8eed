"""A language model of the person's own: set, tried, forgotten. There is none until they set one."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings

from sincerely.desk import entries
from sincerely.desk.access import Actor, access_own_desk
from sincerely.desk.errors import DeskError, action
from sincerely.desk.models import Ghost
from sincerely.desk.record import record
from sincerely.desk.sealing import seal, unseal
from sincerely.ghost.endpoint import Endpoint, GhostError, ask

NONE_SET = "There is no model on this desk yet. Set one under Settings, Your own model. Or: sincerely model ADDRESS --name NAME."


def stays_here(endpoint: Endpoint) -> bool:
    """True where what is asked leaves neither this machine nor its owner; on a desk kept for many, nothing stays."""
    return endpoint.local and not settings.MEMBERS


@action
def set_model(actor: Actor, *, address: str, model: str, key: str | None = None, elsewhere: bool = False, now: datetime) -> None:
    """Sets the desk's model, or another one. `key`: None leaves the one that is kept, for the same host only.

    `elsewhere`: the second yes, to words that leave this machine; without it a model on another machine is refused.
    """
    desk = access_own_desk(actor)
    address = entries.line(address, "model's address", 500, needed=True)
    model = entries.line(model, "model's name", 200, needed=True)
    row = Ghost.objects.filter(desk=desk).first() or Ghost(desk=desk)
    secret = entries.line(key, "model's key", 2000) if key is not None else kept_key(row, address)
    try:
        endpoint = Endpoint(address, model, secret)
    except GhostError as error:
        raise DeskError(str(error)) from None
    if not endpoint.key.isascii():
        raise DeskError("The model's key holds a sign that no key has. Copy it again.")
    if not stays_here(endpoint) and not elsewhere:
        raise DeskError(
            f"{endpoint.host} is not this machine: what you ask leaves it. Say yes to that too, or choose a model here."
        )
    row.address, row.model, row.set_at = address, model, now
    row.sealed = seal({"key": secret}) if secret else ""
    row.agreed_at = None if stays_here(endpoint) else now
    row.save()
    where = "on this machine" if stays_here(endpoint) else f"at {endpoint.host}, another machine"
    record(actor, now, "set-model", row, f"Set your own model: {model}, {where}.")


def kept_key(row: Ghost, address: str) -> str:
    """The key that is kept, where it is for the same place: it is nobody else's business."""
    try:
        same = urlsplit(row.address)[:2] == urlsplit(address)[:2]
    except ValueError:
        return ""
    return key_of(row) if same else ""


def key_of(row: Ghost) -> str:
    try:
        return unseal(row.sealed).get("key", "")
    except DeskError:
        raise DeskError("The model's key cannot be opened with this desk's key. Give it again in the settings.") from None


@action
def forget_model(actor: Actor, *, now: datetime) -> None:
    """Forgets the model with its key; what it wrote stays. Raises DeskError where there is none."""
    row = Ghost.objects.filter(desk=access_own_desk(actor)).first()
    if row is None:
        raise DeskError(NONE_SET)
    record(actor, now, "forget-model", row, f"Forgot your own model {row.model}, and its key.")
    row.delete()


def endpoint_of(actor: Actor) -> Endpoint:
    """Where the desk's model answers; raises DeskError where there is none, or the second yes is missing."""
    row = Ghost.objects.filter(desk=access_own_desk(actor)).first()
    if row is None:
        raise DeskError(NONE_SET)
    try:
        endpoint = Endpoint(row.address, row.model, key_of(row))
    except GhostError as error:
        raise DeskError(str(error)) from None
    if not stays_here(endpoint) and row.agreed_at is None:
        raise DeskError(f"{endpoint.host} is not this machine: say in the settings once more that words may leave for it.")
    return endpoint


def try_model(actor: Actor) -> str:
    """What the model says to a word that tells nothing of anybody, in one line; raises DeskError where it cannot be asked."""
    try:
        said = ask(endpoint_of(actor), "You answer with one short sentence.", "Say that you are ready.")
    except GhostError as error:
        raise DeskError(str(error)) from None
    return " ".join("".join(sign if sign.isprintable() else " " for sign in said).split())[:200]
