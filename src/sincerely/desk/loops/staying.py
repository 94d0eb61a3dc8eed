"""The inbox that stays: it waits for mail at the server, looks round where none is announced, and comes back after a drop."""

import time
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Protocol, runtime_checkable

from sincerely.desk.access import Actor
from sincerely.desk.accounts import open_mailbox
from sincerely.desk.errors import DeskError
from sincerely.desk.loops.inbox import Inflow, look, out_of_reach
from sincerely.post.mailboxes import Mailbox, MailboxError

# Seconds. A server announces mail in one folder (RFC 2177), and some announce none: the others are looked at so often.
LOOK = 120.0
# A password that has ended lets an open connection live on: signing in anew so often shows it in time.
SIGN_IN = 600.0
# Waits after a failure, the last for all that follow; and after a refused sign-in, which trying on would only lock.
AGAIN = (5.0, 15.0, 60.0, 120.0, 300.0)
REFUSED = 600.0


@runtime_checkable
class Announcing(Protocol):
    """A mailbox that can say when mail comes."""

    def wait(self, timeout: float) -> bool: ...


def stay(
    actor: Actor, clock: Callable[[], datetime], pause: Callable[[float], None] = time.sleep
) -> Iterator[Inflow | MailboxError | DeskError]:
    """Looks into the desk's mailbox for ever: what each look brought, or why there was none. `clock` tells the time.

    Raises DeskError at once where no mailbox is set up.
    """
    open_mailbox(actor, clock())
    failures = 0
    while True:
        wait = 0.0
        try:
            for inflow in one_connection(actor, clock, pause):
                failures = 0
                yield inflow
        except MailboxError as error:
            wait = REFUSED if error.credentials else AGAIN[min(failures, len(AGAIN) - 1)]
            yield error
        except DeskError as error:
            wait = AGAIN[min(failures, len(AGAIN) - 1)]
            yield error
        if wait:
            failures += 1
            pause(wait)


def one_connection(actor: Actor, clock: Callable[[], datetime], pause: Callable[[float], None]) -> Iterator[Inflow]:
    """Looks again and again over one connection, until it is time to sign in anew."""
    account, mailbox = open_mailbox(actor, clock())
    end = time.monotonic() + SIGN_IN
    try:
        with mailbox as box:
            while True:
                yield look(actor, account, box, clock())
                left = end - time.monotonic()
                if left <= 0:
                    return
                wait_for_mail(box, min(LOOK, left), pause)
    except MailboxError as error:
        raise out_of_reach(actor, account, error, clock()) from None


def wait_for_mail(box: Mailbox, seconds: float, pause: Callable[[float], None]) -> None:
    """Until mail is announced, or the time is over."""
    if isinstance(box, Announcing):
        box.wait(seconds)
    else:
        pause(seconds)
