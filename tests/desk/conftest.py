"""A desk to test on: Alice looks for work; Bob and Charlie interviewed her at one employer."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sincerely.proof.rulebook import Rulebook, only

# A Wednesday without a public holiday in Ireland; the interview ended at 11:00 the same day.
NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
NOTE = (
    "Dear Bob,\n\nThank you for your time today. I enjoyed hearing how you plan the night shifts, and the rota work I did "
    "at Meadow Hall would fit in well. I look forward to hearing from you.\n\nKind regards,\nAlice Archer"
)
MEAN = "Dear Bob,\n\nThis forgotten [NAME] note has a field left in.\n\nKind regards,\nAlice Archer"


@dataclass
class Scene:
    """One employer with one interview, and shortcuts to do what a face would do."""

    actor: Any
    application: int
    employer: int
    bob: int
    charlie: int
    interview: int
    now: datetime = NOW
    rulebook: Rulebook = field(default_factory=lambda: only(["professional/placeholder", "hostility/insult"]))

    def draft(self, contact: int | None = None, stage: str = "thank-you", channel: str = "email", body: str = NOTE, **more: Any):
        from sincerely.desk.actions.drafts import write_draft

        more = {"subject": "Thank you for your time", "now": self.now, **more}
        return write_draft(
            self.actor,
            self.application,
            contact=contact or self.bob,
            stage=stage,
            channel=channel,
            body=body,
            rulebook=self.rulebook,
            **more,
        )

    def approved(self, **more: Any):
        from sincerely.desk.actions.sending import approve

        return approve(self.actor, self.draft(**more).id, rulebook=self.rulebook, now=self.now)

    def queued(self, **more: Any):
        from sincerely.desk.actions.sending import queue

        return queue(self.actor, self.approved(**more).id, now=self.now)

    def message(self, message: int):
        from sincerely.desk.queries.messages import message as query

        return query(self.actor, message)

    def later(self, **delta: float) -> datetime:
        self.now = self.now + timedelta(**delta)
        return self.now


@pytest.fixture
def actor(db):
    """A fresh desk."""
    from sincerely.desk.actions.desk import start_desk

    return start_desk(name="Alice Archer", email="alice@archer.example", zone="Europe/Dublin", now=NOW - timedelta(days=20))


def furnish(actor: Any) -> Scene:
    """Adds an employer with two contacts and an interview that is just over."""
    from sincerely.desk.actions.applications import add_application
    from sincerely.desk.actions.contacts import add_contact
    from sincerely.desk.actions.interviews import add_interview

    before = NOW - timedelta(days=10)
    application = add_application(
        actor, employer="Willow Care", role="Night Manager", zone="Europe/Dublin", country="IE", now=before
    )
    bob = add_contact(actor, application.id, name="Bob Byrne", email="bob@willow.example", now=before)
    charlie = add_contact(actor, application.id, name="Charlie Chen", email="charlie@willow.example", now=before)
    interview = add_interview(
        actor,
        application.id,
        start=NOW - timedelta(hours=2),
        end=NOW - timedelta(hours=1),
        contacts=[bob.id, charlie.id],
        format="video",
        now=before,
    )
    return Scene(actor, application.id, application.employer_id, bob.id, charlie.id, interview.id)


@pytest.fixture
def scene(actor) -> Scene:
    """The desk with an interview that is just over."""
    return furnish(actor)


class FakeCarrier:
    """Delivers into a list; `error` is raised instead, before or after the mark."""

    def __init__(self, error: Exception | None = None, after_mark: bool = False) -> None:
        self.delivered: list[tuple[bytes, str, tuple[str, ...]]] = []
        self.error, self.after_mark = error, after_mark

    def deliver(self, raw, sender, recipients, before_data=lambda: None):
        from sincerely.post.carriers import Receipt

        if self.error and not self.after_mark:
            raise self.error
        before_data()
        if self.error:
            raise self.error
        self.delivered.append((raw, sender, tuple(recipients)))
        return Receipt("fake", True, "250 taken")


@pytest.fixture
def carrier() -> FakeCarrier:
    return FakeCarrier()
