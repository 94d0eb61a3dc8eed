"""Whatever happens, in whatever order: nothing twice, nothing after a visible answer, nothing lost without a word."""

from datetime import datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.desk.conftest import NOW, Scene, furnish

from sincerely.post.carriers import CarrierError, Failure, Receipt

pytestmark = pytest.mark.django_db

# After a word that was heard, the next check-in is 10 calendar days off (docs/cadence.md): no nudge before the tenth begins.
AFTER_A_WORD = timedelta(days=9)
UNPROMPTED = ("check-in", "final", "keep-in-touch")


class Crash(BaseException):
    """The process dies here: nothing after it is written down."""


class World:
    """A desk, a mail server, and what has become visible of the other side."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.arrived: list[tuple[str, str, str]] = []
        self.stopped: set[int] = set()
        self.replied_at: datetime | None = None
        self.mode = "fine"

    def deliver(self, raw: bytes, sender: str, recipients: tuple[str, ...], before_data) -> Receipt:
        """The carrier, which fails as told."""
        if self.mode == "crash before":
            raise Crash
        if self.mode == "refused":
            raise CarrierError(Failure.TEMPORARY, "Try later.", 451)
        before_data()
        if self.mode == "crash after mark":
            raise Crash
        if self.mode == "lost before":
            raise CarrierError(Failure.UNSURE, "Lost.")
        self.arrive(raw, recipients)
        if self.mode == "crash after data":
            raise Crash
        if self.mode == "lost after":
            raise CarrierError(Failure.UNSURE, "Lost.")
        return Receipt("fake", True, "250 taken")

    def arrive(self, raw: bytes, recipients: tuple[str, ...]) -> None:
        """The mail reaches its reader: the laws are looked at here, where they matter."""
        from sincerely.desk.models import Message

        row = Message.objects.get(frozen=raw)
        assert row.message_id not in [known for known, _, _ in self.arrived], "a second copy"
        assert row.contact_id not in self.stopped, "after a stop"
        soon = self.replied_at is not None and self.scene.now - self.replied_at < AFTER_A_WORD
        assert not (soon and row.stage in UNPROMPTED), "a nudge after the answer"
        self.arrived.append((row.message_id, row.stage, recipients[0]))

    def do(self, what: str) -> None:
        """One thing that happens."""
        from sincerely.desk.actions.contacts import stop_contact
        from sincerely.desk.actions.replies import log_received
        from sincerely.desk.errors import DeskError, Held

        scene = self.scene
        verb, _, rest = what.partition(":")
        match verb:
            case "pass":
                scene.later(minutes=int(rest))
            case "queue":
                whom, _, stage = rest.partition(" ")
                try:
                    scene.queued(contact=getattr(scene, whom), stage=stage)
                except (Held, DeskError):
                    return
            case "reply":
                log_received(scene.actor, scene.application, contact=scene.charlie, nature="human", now=scene.later(minutes=1))
                self.replied_at = scene.now
            case "stop":
                stop_contact(scene.actor, scene.bob, whole_employer=False, now=scene.later(minutes=1))
                self.stopped.add(scene.bob)
            case "work":
                self.work(rest)

    def work(self, mode: str) -> None:
        """The outbox works until it rests, or its process dies."""
        from sincerely.desk.loops.outbox import tick

        self.mode = mode
        try:
            for _ in range(20):
                if not tick(self.scene.actor, self, self.scene.rulebook, self.scene.now):
                    return
        except Crash:
            return
        raise AssertionError("the outbox does not come to rest")


MODES = ("fine", "crash before", "crash after mark", "crash after data", "lost before", "lost after", "refused")
HAPPENINGS = st.one_of(
    st.sampled_from(["pass:5", "pass:15", "pass:700", "pass:2900", "pass:11000"]),
    st.sampled_from([f"queue:{whom} {stage}" for whom in ("bob", "charlie") for stage in ("thank-you", "check-in", "final")]),
    st.sampled_from([f"work:{mode}" for mode in MODES]),
    st.sampled_from(["reply:", "stop:"]),
)


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(HAPPENINGS, min_size=3, max_size=14))
def test_the_laws_of_the_outbox_hold_whatever_happens(actor, happenings: list[str]) -> None:
    from sincerely.desk.models import Message

    with transaction.atomic():
        scene = furnish(actor)
        world = World(scene)
        for what in happenings:
            world.do(what)
        for _ in range(3):
            scene.later(minutes=20)
            world.work("fine")
        known = {row.message_id: row.state for row in Message.objects.exclude(message_id="")}
        assert all(known[message_id] in ("sent", "unsure", "answered") for message_id, _, _ in world.arrived)
        sent = {message_id for message_id, state in known.items() if state == "sent"}
        assert sent <= {message_id for message_id, _, _ in world.arrived}, "said to be sent, and never was"
        assert "sending" not in known.values()
        transaction.set_rollback(True)


def test_the_check_itself_sees_a_second_copy(scene: Scene) -> None:
    from sincerely.desk.models import Event, Message

    world = World(scene)
    queued = scene.queued()
    world.work("fine")
    Message.objects.filter(pk=queued.id).update(state="queued", next_attempt=NOW)
    scene.later(minutes=1)
    Event.objects.filter(kind="sent").delete()
    with pytest.raises(AssertionError, match="second copy"):
        world.work("fine")
