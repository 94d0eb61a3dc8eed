"""What goes on while the desk is open: waiting notes leave when their time comes, answers come in, openings are watched."""

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from threading import Event, Thread

from django.conf import settings
from django.db import close_old_connections

from sincerely.desk.access import Actor
from sincerely.desk.accounts import open_carrier, open_mailbox
from sincerely.desk.errors import DeskError
from sincerely.desk.loops import boards, digest, inbox, lanes, outbox, voices
from sincerely.desk.loops.staying import stay
from sincerely.desk.opened import owner, owners
from sincerely.faces.web.opening import OpenDesk, warm
from sincerely.post.carriers import CarrierError
from sincerely.post.mailboxes import MailboxError

log = logging.getLogger(__name__)
# Seconds between two looks at what waits, and between two looks for a mailbox where none is set up.
SENDING, NO_MAILBOX = 15.0, 60.0
# Between two visits to the mailboxes of many: one stays at none of them.
VISITING = 300.0
# And between two looks at what is under watch: hosts are asked once in ten seconds at most.
SWEEPING = 5.0


class Background:
    """Three threads beside the pages, and one that loads the engines; where workers are (`SINCERELY_WORKERS`), that one alone.

    They end with the program, at any moment: every step of theirs may be cut off.
    """

    def __init__(self, clock: Callable[[], datetime], rest: float = NO_MAILBOX) -> None:
        self.clock = clock
        self.rest = rest
        self.over = Event()

    def start(self) -> None:
        for work in () if settings.WORKERS else (self.send, self.receive, self.sweep):
            Thread(target=self.on, args=(work,), daemon=True).start()
        Thread(target=warm, daemon=True).start()

    def on(self, work: Callable[[], float]) -> None:
        """Does some work again and again; a defect in it is noted by its kind alone, as words may be private."""
        pause = 0.0
        while not self.over.wait(pause):
            try:
                pause = work()
            except Exception as error:
                log.error("%s failed: %s", work.__name__, type(error).__name__)
                pause = self.rest
            finally:
                close_old_connections()

    def send(self) -> float:
        """Everything that may go now, the reminder of the day, and what reviewers said; seconds until the next look."""
        with suppress(DeskError):
            for actor in owners():
                # What one person must mend keeps nobody else's notes.
                with suppress(DeskError, CarrierError, MailboxError):
                    self.send_from(OpenDesk(actor, self.clock()))
            for actor in lanes.to_tell():
                with suppress(DeskError, CarrierError):
                    self.tell(actor)
        return SENDING

    def send_from(self, desk: OpenDesk) -> None:
        """The same from one desk; raises DeskError, CarrierError, MailboxError."""
        now = desk.now
        _, carrier = open_carrier(desk.actor, now)
        mailbox = None
        with suppress(DeskError):
            _, mailbox = open_mailbox(desk.actor, now)
        while not self.over.is_set() and outbox.tick(desk.actor.as_loop("outbox"), carrier, desk.rulebook("full"), now, mailbox):
            now = self.clock()
        digest.tick(desk.actor.as_loop("digest"), carrier, self.clock())

    def tell(self, actor: Actor) -> None:
        """What reviewers said, by mail; raises DeskError, CarrierError."""
        voices.tick(actor, lambda: open_carrier(actor, self.clock())[1], self.clock())

    def receive(self) -> float:
        """Stays at the mailbox as long as there is one, or visits those of many in turn; seconds until the next look."""
        if settings.MEMBERS:
            for actor in owners():
                with suppress(DeskError, MailboxError):
                    inbox.visit(actor.as_loop("inbox"), self.clock())
            return VISITING
        with suppress(DeskError):
            for _ in stay(owner().as_loop("inbox"), self.clock, self.pause):
                if self.over.is_set():
                    break
        return NO_MAILBOX

    def sweep(self) -> float:
        """Every request that is due for what is under watch; seconds until the next look."""
        with suppress(DeskError):
            while not self.over.is_set() and boards.tick(self.clock()):
                pass
        return SWEEPING

    def pause(self, seconds: float) -> None:
        self.over.wait(seconds)
