"""Handing over what was examined, by the desk's own mail server."""

from datetime import datetime

from sincerely.desk.access import Actor
from sincerely.desk.accounts import open_carrier
from sincerely.desk.relay.contacts import send_on
from sincerely.desk.relay.examining import Ready, mailbox_of
from sincerely.desk.relay.others import pass_on
from sincerely.desk.relay.submission import Outcome
from sincerely.desk.relay.words import refusal
from sincerely.post.carriers import CarrierError
from sincerely.post.upstream import upstream


def hand_over(actor: Actor, ready: Ready, now: datetime) -> Outcome:
    """Hands a mail to the server that the desk sends by. It is gone only where that server has taken it."""
    _, account = open_carrier(actor)
    try:
        carrier = upstream(account, ready.submission.utf8)
    except CarrierError as error:
        return refusal(error)
    if ready.mail is not None and ready.rows:
        return send_on(actor, ready.submission, ready.mail, ready.rows, carrier, now)
    return pass_on(actor, ready.submission, carrier, lambda: mailbox_of(actor), now)
