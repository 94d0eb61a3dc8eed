"""The desk itself: starting one, and what is known of its owner."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sincerely.cadence import BadPolicy, named, read_policy
from sincerely.desk import entries
from sincerely.desk.access import Actor, access_desk
from sincerely.desk.errors import DeskError, action
from sincerely.desk.models import Desk
from sincerely.desk.record import record
from sincerely.desk.shapes import DeskShape
from sincerely.desk.shaping import desk_shape
from sincerely.desk.snapshots.cases import forget
from sincerely.pen.background import BadBackground, read_background
from sincerely.press.paper import BadPaper, image_kind


def pace(value: Any) -> float:
    """Words a minute; people speak between 60 and 300 (NCVS: about 150)."""
    try:
        words = float(value)
    except (TypeError, ValueError):
        raise DeskError("The speaking pace is not a number of words a minute, such as 150.") from None
    if not 60 <= words <= 300:
        raise DeskError("The speaking pace is not between 60 and 300 words a minute.")
    return words


def background(value: Any) -> str:
    """JSON Resume or plain text, as the pen reads it."""
    text = entries.text(value, "background", 1_000_000)
    try:
        read_background(text)
    except BadBackground as error:
        raise DeskError(str(error)) from None
    return text


def rules(value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(rule, str) for rule in value):
        raise DeskError("The rules to switch off are not a list of names such as brevity/filler.")
    return sorted(set(value))


def hour(value: Any) -> int | None:
    """An hour of the day, or none."""
    if value is None or value == "":
        return None
    if not re.fullmatch(r"\d{1,2}", str(value)) or int(value) > 23:
        raise DeskError("The hour of the reminder is not between 0 and 23.")
    return int(value)


def votes(value: Any) -> int:
    """How many reviewers have to say "send"; nobody asks nine people."""
    if not re.fullmatch(r"\d", str(value)):
        raise DeskError('The number of "send" votes is not between 0 and 9.')
    return int(value)


def signature(value: Any) -> bytes | None:
    """A PNG or JPEG; nothing takes it away."""
    try:
        return value if not value or image_kind(value) else None
    except BadPaper as error:
        raise DeskError(str(error)) from None


# What may be told of the owner, and how each is checked.
PROFILE: Mapping[str, Callable[[Any], Any]] = {
    "name": lambda value: entries.line(value, "name", 200, needed=True),
    "email": lambda value: entries.email(value),
    "phone": lambda value: entries.line(value, "phone number", 64),
    "zone": lambda value: entries.zone(value) or "UTC",
    "postal_address": lambda value: entries.text(value, "postal address", 1000),
    "signature": signature,
    "pace": pace,
    "employer": lambda value: entries.line(value, "present employer", 200),
    "background": background,
    "allowed_rules": rules,
    "digest_hour": hour,
    "review_votes": votes,
    "review_mail": bool,
}


def checked(changes: Mapping[str, Any]) -> dict[str, Any]:
    """Changes to a profile, each in its form; raises DeskError for an unknown name."""
    unknown = sorted(set(changes) - set(PROFILE))
    if unknown:
        raise DeskError(f"A profile has no {unknown[0]!r}. It has: {', '.join(PROFILE)}.")
    return {name: PROFILE[name](value) for name, value in changes.items()}


@action
def remove_sample() -> None:
    """Takes the sample desk away with all that is on it; nothing where there is none."""
    Desk.objects.filter(sample=True).delete()
    forget()


@action
def start_desk(*, name: str, now: datetime, person: int | None = None, **profile: Any) -> Actor:
    """Starts the desk of this home, or of a person where it is kept for many; raises DeskError where one stands.

    `profile`: see PROFILE.
    """
    if Desk.objects.filter(sample=False, person=person).exists():
        raise DeskError(
            "A desk stands here already. See it: sincerely due. For another one, set SINCERELY_HOME to another folder."
        )
    known = checked({"name": name, **profile})
    if person is None:
        remove_sample()
    desk = Desk.objects.create(created_at=now, person_id=person, **known)
    actor = Actor(desk.pk, desk.name)
    record(actor, now, "start", desk, "Started this desk.")
    return actor


@action
def update_profile(actor: Actor, *, now: datetime, **changes: Any) -> DeskShape:
    """Changes what is known of the owner; `changes`: see PROFILE."""
    desk = access_desk(actor)
    new = {name: value for name, value in checked(changes).items() if getattr(desk, name) != value}
    for name, value in new.items():
        setattr(desk, name, value)
    if new:
        desk.save(update_fields=list(new))
        record(actor, now, "update", desk, f"Changed your {', '.join(name.replace('_', ' ') for name in new)}.", fields=list(new))
    return desk_shape(desk)


@action
def switch_policy(actor: Actor, name: str = "default", changes: Mapping[str, Any] | None = None, *, now: datetime) -> DeskShape:
    """Chooses a ready-made policy and what to change in it; raises DeskError that names the key that makes no sense."""
    desk = access_desk(actor)
    try:
        read_policy(changes or {}, named(name))
    except BadPolicy as error:
        raise DeskError(str(error)) from None
    desk.policy, desk.policy_changes = name, dict(changes or {})
    desk.save(update_fields=["policy", "policy_changes"])
    record(actor, now, "switch-policy", desk, f"Switched to the policy {name}.", policy=name, changes=desk.policy_changes)
    return desk_shape(desk)
