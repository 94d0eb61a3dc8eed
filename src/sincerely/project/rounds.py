"""The rounds of a worker: in one lane, for each desk in turn, the same steps that one process does alone."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from threading import Event
from time import monotonic

from sincerely.desk.access import Actor
from sincerely.desk.accounts import open_ways
from sincerely.desk.errors import DeskError
from sincerely.desk.loops import boards, digest, inbox, lanes, outbox, voices
from sincerely.desk.loops.outbox import Claimed
from sincerely.desk.rulebooks import senses
from sincerely.post.carriers import Carrier, CarrierError
from sincerely.post.mailboxes import Mailbox, MailboxError
from sincerely.project.metering import Meter, counted
from sincerely.project.telemetry import span
from sincerely.proof.rulebook import Rulebook, every_rule

log = logging.getLogger(__name__)
# So many messages are claimed at once, each at another desk: a reply that comes in waits for no more than this.
TOGETHER = 20
# Seconds after which a lane is left, so that others have their turn; what is left there is swept for again.
SLICE = 20.0
# Requests to job boards have no desk: each host has its own pace, and some workers may ask at once.
ASKERS = 4


class Rounds:
    """What a worker does; `over` is set where it shall end after the step in hand."""

    def __init__(self, clock: Callable[[], datetime], over: Event, meter: Meter) -> None:
        self.clock, self.over, self.meter = clock, over, meter
        self.rulebook = Rulebook(every_rule(), senses("full"), frozenset())
        self.works: dict[str, Callable[[int], bool]] = {
            "send": self.send,
            "recover": self.recover,
            "visit": self.visit,
            "remind": self.remind,
            "tell": self.tell,
            "boards": self.boards,
        }

    def work(self, kind: str, lane: int) -> bool:
        """Does one kind of work in one lane for a while; True where there is more of it.

        A defect is noted by its kind alone, as words may be private.
        """
        with self.meter.timed(kind), span("work") as told:
            told(work=kind, lane=lane)
            try:
                return self.works[kind](lane)
            except Exception as error:
                self.broken(kind, error)
                return False

    def lanes_for(self, kind: str) -> list[int]:
        """The lanes where there may be work of a kind."""
        match kind:
            case "send":
                return lanes.lanes_to_send(self.clock())
            case "recover":
                return lanes.lanes_to_recover(self.clock())
            case "tell":
                return lanes.lanes_to_tell()
            case "boards":
                return list(range(ASKERS)) if boards.due(self.clock()) else []
            case _:
                return lanes.all_lanes()

    def send(self, lane: int) -> bool:
        """One message of each desk that has some due, then the next of each; a desk where none could go is left alone."""
        until = monotonic() + SLICE
        served: set[int] = set()
        idle: set[int] = set()
        while not self.ended(until):
            due = lanes.to_send(lane, self.clock(), served | idle)
            if not due and not served:
                return False
            if not due:
                served.clear()
            for start in range(0, len(due), TOGETHER):
                if self.ended(until):
                    break
                some = due[start : start + TOGETHER]
                tried = self.send_some(some)
                served |= tried
                idle |= {actor.desk for actor, _ in some} - tried
        return True

    def ended(self, until: float) -> bool:
        """Whether this lane has had its time, or the process ends."""
        return self.over.is_set() or monotonic() > until

    def send_some(self, due: Sequence[tuple[Actor, int]]) -> set[int]:
        """Claims messages of several desks at once, and hands over one after the other; the desks where the gate was asked."""
        ready = outbox.ready([actor.desk for actor, _ in due], self.clock())
        ways = open_ways(ready, self.clock())
        asked, rows = self.claimed({actor.desk: message for actor, message in due if actor.desk in ways})
        until = monotonic() + SLICE
        for place, row in enumerate(rows):
            if self.ended(until):
                outbox.give_back(rows[place:], self.clock())
                break
            self.each(Actor(row.desk_id, "outbox"), partial(self.hand_over, row, *ways[row.desk_id]))
        return asked

    def claimed(self, messages: dict[int, int]) -> tuple[set[int], list[Claimed]]:
        """What may go of the messages of some desks, and the desks where the gate answered."""
        try:
            return set(messages), outbox.claim_each("outbox", [*messages.values()], self.rulebook, self.clock())
        except Exception as error:
            if len(messages) == 1:
                self.broken("send", error)
                return set(), []
        # One that cannot be judged keeps no other back.
        one_by_one = [self.claimed({desk: message}) for desk, message in messages.items()]
        return set().union(*(asked for asked, _ in one_by_one)), [row for _, rows in one_by_one for row in rows]

    def hand_over(self, row: Claimed, carrier: Carrier, mailbox: Mailbox | None, actor: Actor) -> bool:
        outbox.hand_over(actor, row, counted(carrier, self.meter), self.clock(), mailbox)
        return True

    def recover(self, lane: int) -> bool:
        """What a crash or a restore left open; a tick settles one thing, or sends where nothing is left to settle."""

        def tick(actor: Actor) -> bool:
            carrier, mailbox = self.ways(actor)
            return outbox.tick(actor, carrier, self.rulebook, self.clock(), mailbox)

        return self.all_of(lanes.to_recover(lane, self.clock()), tick, again=True)

    def visit(self, lane: int) -> bool:
        return self.all_of(lanes.to_visit(lane, self.clock()), lambda actor: bool(inbox.visit(actor, self.clock()).new))

    def remind(self, lane: int) -> bool:
        owners = lanes.to_remind(lane, self.clock())
        return self.all_of(owners, lambda actor: digest.tick(actor, self.ways(actor)[0], self.clock()))

    def tell(self, lane: int) -> bool:
        return self.all_of(lanes.to_tell(lane), self.tell_one)

    def tell_one(self, actor: Actor) -> bool:
        return voices.tick(actor, lambda: self.ways(actor)[0], self.clock())

    def boards(self, lane: int) -> bool:
        until = monotonic() + SLICE
        while not self.ended(until):
            if not boards.tick(self.clock()):
                return False
        return True

    def all_of(self, actors: Sequence[Actor], step: Callable[[Actor], bool], again: bool = False) -> bool:
        """A step for each desk, or `again` and again as long as it does something; True where the time was too short."""
        until = monotonic() + SLICE
        for actor in actors:
            if self.ended(until):
                return True
            while self.each(actor, step) and again and not self.ended(until):
                pass
        return False

    def each(self, actor: Actor, step: Callable[[Actor], bool]) -> bool:
        """One step for one desk; what its owner must mend, or what is broken there, keeps nobody else's notes."""
        try:
            return step(actor)
        except (DeskError, CarrierError, MailboxError):
            return False
        except Exception as error:
            self.broken(actor.who, error)
            return False

    def ways(self, actor: Actor) -> tuple[Carrier, Mailbox | None]:
        """How a desk's mail leaves, counted, and its mailbox where there is one. Raises DeskError where none leaves."""
        found = open_ways([actor.desk], self.clock()).get(actor.desk)
        if found is None:
            raise DeskError("No mailbox is set up to send from.")
        return counted(found[0], self.meter), found[1]

    def broken(self, work: str, error: Exception) -> None:
        log.error("%s failed: %s", work, type(error).__name__)
        self.meter.defects.labels(work).inc()
