"""The desk itself: its owner, when to write, own words, mailboxes, who may see what, and everything as data."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sincerely.desk.access import Actor
from sincerely.desk.actions.accounts import forget_account
from sincerely.desk.actions.desk import switch_policy, update_profile
from sincerely.desk.actions.exports import export_desk
from sincerely.desk.actions.fine import call_back, call_fine
from sincerely.desk.actions.grants import grant, revoke
from sincerely.desk.actions.tokens import revoke_token
from sincerely.desk.callers import Scope
from sincerely.desk.errors import DeskError
from sincerely.desk.queries import plans
from sincerely.desk.queries.desk import accounts, desk
from sincerely.desk.queries.ghosts import model_of
from sincerely.desk.queries.members import coaches, grants
from sincerely.desk.queries.tokens import tokens
from sincerely.desk.shapes import DeskShape
from sincerely.faces.api.operation import delete, get, patch, post, put

TAG = "Settings"


def put_right(
    actor: Actor,
    *,
    name: str | None = None,
    email: str | None = None,
    phone: str | None = None,
    zone: str | None = None,
    postal_address: str | None = None,
    pace: float | None = None,
    employer: str | None = None,
    background: str | None = None,
    review_votes: int | None = None,
    review_mail: bool | None = None,
    now: datetime,
) -> DeskShape:
    """Changes what is known of the owner; what is not given stays."""
    given = {
        "name": name, "email": email, "phone": phone, "zone": zone, "postal_address": postal_address, "pace": pace,
        "employer": employer, "background": background, "review_votes": review_votes, "review_mail": review_mail,
    }  # fmt: skip
    return update_profile(actor, now=now, **{field: value for field, value in given.items() if value is not None})


def remind(actor: Actor, *, hour: int | None = None, now: datetime) -> DeskShape:
    """From which hour of the owner's day a reminder is mailed; null for none."""
    return update_profile(actor, digest_hour=hour, now=now)


def sign(actor: Actor, *, data: bytes, now: datetime) -> DeskShape:
    """A picture of the owner's handwritten name, PNG or JPEG, for letters."""
    if not data:
        raise DeskError("The picture is missing: send its bytes as the body.")
    return update_profile(actor, signature=data, now=now)


def unsign(actor: Actor, *, now: datetime) -> DeskShape:
    """Letters without the picture."""
    return update_profile(actor, signature=None, now=now)


def policy(actor: Actor) -> dict[str, Any]:
    """Every number of the policy in force, the owner's changes among them."""
    return asdict(plans.policy_of(actor))


OPERATIONS = (
    get("/desk", desk, Scope.READ, "The owner, and how they wish to follow up"),
    patch("/desk", put_right, Scope.SETTINGS, "Change what is known of the owner", name="update_profile"),
    put("/desk/reminder", remind, Scope.SETTINGS, "When a reminder is mailed to you", name="set_reminder"),
    put("/desk/signature", sign, Scope.SETTINGS, "Your handwritten name, as a picture", name="set_signature"),
    delete("/desk/signature", unsign, Scope.SETTINGS, "Letters without the picture", name="drop_signature"),
    get("/desk/policy", policy, Scope.READ, "When to write: every number in force", name="policy_of"),
    put("/desk/policy", switch_policy, Scope.SETTINGS, "Choose a policy, and what to change in it"),
    post("/desk/fine", call_fine, Scope.SETTINGS, "A rule leaves a phrase alone from now on"),
    delete("/desk/fine", call_back, Scope.SETTINGS, "A rule speaks of a phrase again"),
    get("/model", model_of, Scope.READ, "The desk's own language model, where it has one"),
    get("/accounts", accounts, Scope.READ, "Mailboxes, without their secrets"),
    delete("/accounts/{account}", forget_account, Scope.SETTINGS, "Forget a mailbox"),
    get("/coaches", coaches, Scope.READ, "Coaches whom you may let in"),
    get("/grants", grants, Scope.READ, "Who may read what of your desk"),
    post("/grants", grant, Scope.SETTINGS, "Let a coach read", status=201),
    delete("/grants/{grant}", revoke, Scope.SETTINGS, "Take a coach's right back", name="revoke_grant"),
    get("/tokens", tokens, Scope.SETTINGS, "Programs that may come in"),
    delete("/tokens/{token}", revoke_token, Scope.SETTINGS, "Keep a program out from now on"),
    get("/export", export_desk, Scope.SETTINGS, "Everything on the desk, without secrets"),
)
