"""Mailbox accounts: set up, forgotten, and whether they can be reached."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sincerely.desk import entries
from sincerely.desk.access import Actor, access_account, access_own_desk
from sincerely.desk.errors import DeskError, action
from sincerely.desk.models import Account
from sincerely.desk.record import record
from sincerely.desk.sealing import seal, unseal
from sincerely.desk.shapes import AccountShape
from sincerely.desk.shaping import account_shape
from sincerely.desk.tokens import as_secrets, without_access
from sincerely.post.carriers import carriers
from sincerely.post.mailboxes import mailboxes
from sincerely.post.setting import questions
from sincerely.post.signin.client import Client, Tokens

# How long sending rests after the account itself was refused, unless it is set up anew.
PAUSE = timedelta(hours=1)


@action
def set_account(
    actor: Actor,
    address: str,
    *,
    carrier: Mapping[str, Any],
    mailbox: Mapping[str, Any],
    secrets: Mapping[str, str],
    now: datetime,
    keeps_sent: bool = False,
) -> AccountShape:
    """Sets up a mailbox, or changes it. `carrier` and `mailbox`: `{"name": "smtp", …}` and the settings of its Config.

    Secrets go sealed into `secrets` (by their setting's name) and are refused elsewhere.
    """
    desk = access_own_desk(actor)
    address = entries.email(address, "mailbox address")
    if not address:
        raise DeskError("The mailbox address is missing. Please give it.")
    check(carrier, carriers(), "way to send mail")
    check(mailbox, mailboxes(), "way to fetch mail")
    account = Account.objects.filter(desk=desk, address=address).first() or Account(desk=desk, address=address, created_at=now)
    kept = unseal(account.sealed) if account.sealed and not secrets else dict(secrets)
    account.carrier, account.mailbox = dict(carrier), dict(mailbox)
    account.sealed, account.keeps_sent = seal(kept), keeps_sent
    account.trouble, account.trouble_since, account.sending_trouble = "", None, ""
    account.save()
    record(actor, now, "set", account, f"Set up the mailbox {address}.")
    return account_shape(account)


def check(config: Mapping[str, Any], known: Mapping[str, Any], noun: str) -> None:
    """Refuses a way that does not exist, a setting that it does not have, and a secret in the open."""
    if not config:
        return
    name = str(config.get("name", ""))
    if name not in known:
        raise DeskError(f"There is no {noun} called {name!r}. There is: {', '.join(known)}.")
    asked = {question.name: question for question in questions(known[name].Config)}
    for key in config:
        if key != "name" and key not in asked:
            raise DeskError(f"The {noun} {name} has no setting {key!r}. It has: {', '.join(asked)}.")
        if key in asked and asked[key].secret:
            raise DeskError(f"The {key} belongs among the secrets, which are kept sealed.")


@action
def sign_in(actor: Actor, address: str, client: Client, tokens: Tokens, *, now: datetime) -> AccountShape:
    """Sets up a mailbox at a provider that was signed in to by OAuth 2.0: its servers are known, its tokens are sealed."""
    provider = client.provider
    both = {"username": address, "login": "oauth2"}
    return set_account(
        actor,
        address,
        carrier={"name": "smtp", "host": provider.smtp_host, **both},
        mailbox={"name": "imap", "host": provider.imap_host, **both},
        secrets=as_secrets(client, tokens),
        keeps_sent=provider.keeps_sent,
        now=now,
    )


@action
def forget_account(actor: Actor, account: int, *, now: datetime) -> None:
    """Forgets a mailbox with its password; mail that was fetched stays."""
    row = access_account(actor, account)
    record(actor, now, "forget", row, f"Forgot the mailbox {row.address} and its password.")
    row.delete()


@action
def note_trouble(actor: Actor, account: int, words: str, *, now: datetime) -> AccountShape:
    """Notes that a mailbox cannot be reached, in one line that holds no secret."""
    row = access_account(actor, account)
    if not row.trouble:
        row.trouble_since = now
        record(actor, now, "trouble", row, f"The mailbox {row.address} cannot be reached: {words}")
    row.trouble, row.checked_at = words, now
    row.save(update_fields=["trouble", "trouble_since", "checked_at"])
    return account_shape(row)


@action
def note_reached(actor: Actor, account: int, *, now: datetime) -> AccountShape:
    """Notes that a mailbox was reached."""
    row = access_account(actor, account)
    if row.trouble:
        record(actor, now, "reached", row, f"The mailbox {row.address} can be reached again.")
    row.trouble, row.trouble_since, row.checked_at = "", None, now
    row.save(update_fields=["trouble", "trouble_since", "checked_at"])
    return account_shape(row)


def forget_access(actor: Actor, account: int) -> None:
    """After a refusal the token of the hour is asked for anew; the sign-in itself stays."""
    row = access_account(actor, account)
    row.sealed = without_access(row.sealed)
    row.save(update_fields=["sealed"])


def ways_back(actor: Actor, account: int) -> str:
    """What to do where a mailbox no longer lets the desk in."""
    row = access_account(actor, account)
    provider = unseal(row.sealed).get("provider", "")
    return f"Do so with: sincerely mailbox --provider {provider}" if provider else "Set it up again: sincerely mailbox"


def note_sending(actor: Actor, words: str, now: datetime) -> None:
    """Notes why nothing can be sent by the account that sends, or, without words, that it can."""
    row = next((row for row in Account.objects.filter(desk=actor.desk).order_by("id") if row.carrier), None)
    if row is None or (not words and not row.sending_trouble):
        return
    if bool(words) != bool(row.sending_trouble):
        told = f"Nothing can be sent by {row.address}: {words}" if words else f"Mail can be sent by {row.address} again."
        record(actor, now, "sending-trouble" if words else "sending-again", row, told)
    row.sending_trouble, row.sending_tried_at = words, now
    row.save(update_fields=["sending_trouble", "sending_tried_at"])
