"""The rounds of a worker: in one lane, for each desk in turn, the same steps that one process does alone."""

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from threading import Event
from time import monotonic

from sincerely.desk.access import Actor
from sincerely.desk.accounts import open_carrier, open_mailbox
from sincerely.desk.errors import DeskError
from sincerely.desk.loops import boards, digest, inbox, lanes, outbox, voices
from sincerely.desk.rulebooks import senses
from sincerely.post.carriers import Carrier, CarrierError
from sincerely.post.mailboxes import Mailbox, MailboxError
from sincerely.project.metering import Meter, counted
from sincerely.proof.rulebook import Rulebook, every_rule

log = logging.getLogger(__name__)
# Seconds after which a lane is left, so that others have their turn; what is left there is swept for again.
SLICE = 20.0
# Requests to job boards have no desk: each host has its own pace, and some workers may ask at once.
ASKERS = 4


class Rounds:
    """What a worker does; `over` is set where it shall end after the step in hand."""

    def __init__(self, clock: Callable[[], datetime], over: Event, meter: Meter) -> None:
        self.clock, self.over, self.meter = clock, over, meter
        self.rulebook = Rulebook(every_rule(), senses("full"), frozenset())
        self.works: dict[str, Callable[[int], None]] = {
            "send": self.send,
            "recover": self.recover,
            "visit": self.visit,
            "remind": self.remind,
            "tell": self.tell,
            "boards": self.boards,
        }

    def work(self, kind: str, lane: int) -> None:
        """Does one kind of work in one lane; a defect is noted by its kind alone, as words may be private."""
        with self.meter.timed(kind):
            try:
                self.works[kind](lane)
            except Exception as error:
                self.broken(kind, error)

    def lanes_for(self, kind: str) -> list[int]:
        """The lanes where there may be work of a kind."""
        match kind:
            case "send":
                return lanes.lanes_to_send(self.clock())
            case "recover":
                return lanes.lanes_to_recover(self.clock())
            case "boards":
                return list(range(ASKERS)) if boards.due(self.clock()) else []
            case _:
                return lanes.all_lanes()

    def send(self, lane: int) -> None:
        """One message of each desk that has some due, then the next of each; a desk where none could go is left alone."""
        until = monotonic() + SLICE
        served: set[int] = set()
        idle: set[int] = set()
        while not self.over.is_set() and monotonic() < until:
            desks = lanes.to_send(lane, self.clock(), served | idle)
            if not desks and not served:
                return
            if not desks:
                served.clear()
            for actor in desks:
                if self.over.is_set() or monotonic() > until:
                    return
                (served if self.each(actor, self.send_one) else idle).add(actor.desk)

    def send_one(self, actor: Actor) -> bool:
        carrier, mailbox = self.ways(actor)
        return outbox.advance(actor, carrier, self.rulebook, self.clock(), mailbox)

    def recover(self, lane: int) -> None:
        """What a crash or a restore left open; a tick settles one thing, or sends where nothing is left to settle."""
        for actor in lanes.to_recover(lane, self.clock()):
            while not self.over.is_set() and self.each(actor, self.tick):
                pass

    def tick(self, actor: Actor) -> bool:
        carrier, mailbox = self.ways(actor)
        return outbox.tick(actor, carrier, self.rulebook, self.clock(), mailbox)

    def visit(self, lane: int) -> None:
        for actor in lanes.to_visit(lane):
            self.each(actor, lambda actor: bool(inbox.visit(actor, self.clock()).new))

    def remind(self, lane: int) -> None:
        for actor in lanes.to_remind(lane, self.clock()):
            self.each(actor, lambda actor: digest.tick(actor, self.ways(actor)[0], self.clock()))

    def tell(self, lane: int) -> None:
        for actor in lanes.to_tell(lane):
            self.each(actor, lambda actor: voices.tick(actor, self.ways(actor)[0], self.clock()))

    def boards(self, lane: int) -> None:
        until = monotonic() + SLICE
        while not self.over.is_set() and monotonic() < until and boards.tick(self.clock()):
            pass

    def each(self, actor: Actor, step: Callable[[Actor], bool]) -> bool:
        """One step for one desk; what its owner must mend, or what is broken there, keeps nobody else's notes."""
        if self.over.is_set():
            return False
        try:
            return step(actor)
        except (DeskError, CarrierError, MailboxError):
            return False
        except Exception as error:
            self.broken(actor.who, error)
            return False

    def ways(self, actor: Actor) -> tuple[Carrier, Mailbox | None]:
        """How a desk's mail leaves, counted, and its mailbox where there is one. Raises DeskError."""
        now = self.clock()
        _, carrier = open_carrier(actor, now)
        mailbox = None
        with suppress(DeskError):
            _, mailbox = open_mailbox(actor, now)
        return counted(carrier, self.meter), mailbox

    def broken(self, work: str, error: Exception) -> None:
        log.error("%s failed: %s", work, type(error).__name__)
        self.meter.defects.labels(work).inc()
