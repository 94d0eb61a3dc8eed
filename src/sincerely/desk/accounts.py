"""Opening what an account needs to send and to fetch: post's carriers and mailboxes, with the secrets unsealed."""

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from datetime import datetime
from types import ModuleType
from typing import Any

from sincerely.desk.access import Actor
from sincerely.desk.errors import DeskError, query
from sincerely.desk.models import Account
from sincerely.desk.sealing import unseal
from sincerely.desk.tokens import access_token
from sincerely.post.carriers import Carrier, carriers
from sincerely.post.mailboxes import Mailbox, mailboxes
from sincerely.post.setting import questions


def config_of(module: ModuleType, settings: Mapping[str, Any], secrets: Mapping[str, str]) -> Any:
    """A Config from kept settings, which JSON holds, and from the secrets that it asks for."""
    asked = questions(module.Config)
    values = {question.name: settings[question.name] for question in asked if question.name in settings}
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
    kept = {question.name: secrets[question.name] for question in asked if question.secret and question.name in secrets}
    return module.Config(**values, **kept)


@query
def open_carrier(actor: Actor, now: datetime | None = None) -> tuple[int, Carrier]:
    """The account that mail is sent by, and its carrier; raises DeskError where none is set up.

    Without `now` a token is renewed before each use.
    """
    row = next((row for row in Account.objects.filter(desk=actor.desk).order_by("id") if row.carrier), None)
    if row is None:
        raise DeskError("No mailbox is set up to send from. Set one up: sincerely mailbox. Or send it yourself: --mailto, --eml.")
    return row.pk, carrier_of(row, now)


@query
def open_mailbox(actor: Actor, now: datetime | None = None) -> tuple[int, Mailbox]:
    """The account that mail comes in by, and its mailbox, not yet entered; raises DeskError where none is set up."""
    row = next((row for row in Account.objects.filter(desk=actor.desk).order_by("id") if row.mailbox), None)
    if row is None:
        raise DeskError("No mailbox is set up to look into. Set one up: sincerely mailbox. Or name a saved mail: --eml FILE.")
    return row.pk, mailbox_of(row, now)


@query
def open_ways(desks: Collection[int], now: datetime) -> dict[int, tuple[Carrier, Mailbox | None]]:
    """How mail leaves some desks, and where it comes in; nothing of a desk that cannot send."""
    sending: dict[int, Account] = {}
    receiving: dict[int, Account] = {}
    for row in Account.objects.filter(desk__in=desks).order_by("id"):
        for settings, first in ((row.carrier, sending), (row.mailbox, receiving)):
            if settings:
                first.setdefault(row.desk_id, row)
    ways: dict[int, tuple[Carrier, Mailbox | None]] = {}
    for desk, row in sending.items():
        with suppress(DeskError):
            carrier, mailbox = carrier_of(row, now), None
            with suppress(DeskError):
                mailbox = mailbox_of(receiving[desk], now) if desk in receiving else None
            ways[desk] = carrier, mailbox
    return ways


def carrier_of(row: Account, now: datetime | None) -> Carrier:
    module = carriers()[row.carrier["name"]]
    carrier: Carrier = module.Carrier(config_of(module, row.carrier, unseal(row.sealed)), *token_of(row, row.carrier, now))
    return carrier


def mailbox_of(row: Account, now: datetime | None) -> Mailbox:
    module = mailboxes()[row.mailbox["name"]]
    mailbox: Mailbox = module.Mailbox(config_of(module, row.mailbox, unseal(row.sealed)), *token_of(row, row.mailbox, now))
    return mailbox


def token_of(row: Account, settings: Mapping[str, Any], now: datetime | None) -> tuple[Callable[[], str], ...]:
    """What gives the token of the hour, for carriers and mailboxes that sign in so; nothing for the others."""
    return (lambda: access_token(row.pk, now),) if settings.get("login") == "oauth2" else ()
