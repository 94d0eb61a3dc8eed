"""What was worked out before is used again only where nothing that it follows from has changed: no action, no other day."""

from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from tests.desk.conftest import NOW, Scene, furnish

from sincerely.desk.errors import DeskError

pytestmark = pytest.mark.django_db
STEPS = 40


class Story:
    """One random thing after another on a desk with two employers."""

    def __init__(self, scene: Scene, chance: Random) -> None:
        self.scene, self.actor, self.chance, self.now = scene, scene.actor, chance, NOW
        furnish(scene.actor)

    def any(self, model: str) -> int:
        from sincerely.desk import models

        return self.chance.choice(list(getattr(models, model).objects.values_list("id", flat=True)))

    def step(self) -> None:
        """Does one thing; what the desk refuses is no step."""
        deed = self.chance.choice([getattr(self, name) for name in dir(self) if name.startswith("do_")])
        try:
            deed()
        except DeskError:
            self.step()

    def do_wait(self) -> None:
        self.now += timedelta(hours=self.chance.choice([1, 20, 100]))

    def do_add(self) -> None:
        from sincerely.desk.actions.applications import add_application
        from sincerely.desk.actions.contacts import add_contact

        name = self.chance.choice(["Willow Care", "Birch Foods"])
        row = add_application(self.actor, employer=name, role="Cook", zone="Europe/Berlin", now=self.now)
        add_contact(self.actor, row.id, name=f"Dana {self.chance.random()}", email="dana@birch.example", now=self.now)

    def do_meet(self) -> None:
        from sincerely.desk.actions.interviews import add_interview
        from sincerely.desk.models import Contact

        person = Contact.objects.get(pk=self.any("Contact"))
        job = person.employer.applications.first()
        start = self.now + timedelta(days=self.chance.choice([-3, 1, 4]))
        end = start + timedelta(hours=1)
        add_interview(self.actor, job.pk, start=start, end=end, contacts=[person.pk], now=self.now)

    def do_move(self) -> None:
        from sincerely.desk.actions.interviews import move_interview

        start = self.now + timedelta(days=self.chance.randint(1, 9))
        move_interview(self.actor, self.any("Interview"), start=start, end=start + timedelta(hours=1), now=self.now)

    def do_cancel(self) -> None:
        from sincerely.desk.actions.interviews import cancel_interview

        cancel_interview(self.actor, self.any("Interview"), now=self.now)

    def do_seat(self) -> None:
        from sincerely.desk.actions.interviews import set_panel

        set_panel(self.actor, self.any("Interview"), [self.any("Contact")], now=self.now)

    def do_hear(self) -> None:
        from sincerely.desk.actions.replies import log_received

        nature = self.chance.choice(["human", "question", "away", "rejection", "offer", "stop"])
        log_received(self.actor, self.job(), contact=self.person(), nature=nature, text="As we said.", now=self.now)

    def do_read(self) -> None:
        from sincerely.desk.actions.replies import mark_read

        mark_read(self.actor, self.any("Received"), now=self.now) if self.some("Received") else None

    def do_write(self) -> None:
        from sincerely.desk.actions.replies import log_contact

        stage = self.chance.choice(["thank-you", "check-in", "after-offer"])
        log_contact(self.actor, self.job(), contact=self.person(), channel="email", stage=stage, now=self.now)

    def do_promise(self) -> None:
        from sincerely.desk.actions.replies import promise

        promise(self.actor, self.job(), (self.now + timedelta(days=self.chance.randint(1, 9))).date(), now=self.now)

    def do_call(self) -> None:
        from sincerely.desk.actions.contacts import update_contact

        changes = {"name": "Bob Burns", "phone": "+353 1 000 0000", "zone": "Asia/Tokyo", "country": "JP"}
        key = self.chance.choice(list(changes))
        update_contact(self.actor, self.person(), now=self.now, **{key: changes[key]})

    def do_address(self) -> None:
        from sincerely.desk.actions.contacts import set_address

        set_address(self.actor, self.person(), f"p{self.chance.randint(1, 9)}@elsewhere.example", now=self.now)

    def do_merge(self) -> None:
        from sincerely.desk.actions.contacts import merge_contacts

        merge_contacts(self.actor, self.person(), self.person(), now=self.now)

    def do_place(self) -> None:
        from sincerely.desk.actions.applications import update_employer

        zone = self.chance.choice(["Europe/Dublin", "America/New_York"])
        update_employer(self.actor, self.any("Employer"), zone=zone, now=self.now)

    def do_close(self) -> None:
        from sincerely.desk.actions.applications import close_application, reopen_application

        self.chance.choice([close_application, reopen_application])(self.actor, self.job(), now=self.now)

    def do_travel(self) -> None:
        from sincerely.desk.actions.desk import update_profile

        update_profile(self.actor, zone=self.chance.choice(["Europe/Dublin", "Asia/Tokyo"]), now=self.now)

    def do_pace(self) -> None:
        from sincerely.desk.actions.desk import switch_policy

        switch_policy(self.actor, "default", {"gap_days": self.chance.randint(3, 9)}, now=self.now)

    def do_draft(self) -> None:
        self.scene.now = self.now
        self.scene.queued()

    def do_claim(self) -> None:
        """As the outbox does before it hands a message over."""
        from sincerely.desk.models import Message

        Message.objects.filter(state="queued").update(state="sending", claimed_at=self.now)

    def job(self) -> int:
        return self.any("Application")

    def person(self) -> int:
        return self.any("Contact")

    def some(self, model: str) -> bool:
        from sincerely.desk import models

        return bool(getattr(models, model).objects.exists())


def plain(ask: Callable[..., Any], *told: Any) -> Any:
    from sincerely.desk.shapes import as_dict

    return as_dict(ask(*told))


@pytest.mark.parametrize("seed", range(3))
def test_whatever_happens_the_day_is_as_if_worked_out_anew(scene: Scene, seed: int) -> None:
    from sincerely.desk.models import Event
    from sincerely.desk.queries.due import due
    from sincerely.desk.snapshots.cases import forget

    story = Story(scene, Random(seed))
    before = Event.objects.count()
    for _ in range(STEPS):
        story.step()
        kept = plain(due, scene.actor, story.now)
        forget()
        assert kept == plain(due, scene.actor, story.now)
    assert Event.objects.count() > before + STEPS // 4


def test_after_a_change_only_what_it_touched_is_made_anew(scene: Scene) -> None:
    from sincerely.desk.actions.replies import promise
    from sincerely.desk.queries.due import due
    from sincerely.desk.snapshots.cases import case_from, forget, planned

    story = Story(scene, Random(0))
    for number in range(5):
        from sincerely.desk.actions.applications import add_application

        add_application(scene.actor, employer=f"Employer {number}", role="Clerk", zone="Europe/Dublin", now=NOW)
    forget()
    due(scene.actor, NOW)
    made = case_from.cache_info().misses, planned.cache_info().misses
    assert min(made) > 5
    due(scene.actor, NOW)
    assert (case_from.cache_info().misses, planned.cache_info().misses) == made
    promise(scene.actor, story.scene.application, (NOW + timedelta(days=3)).date(), now=NOW)
    due(scene.actor, NOW)
    assert (case_from.cache_info().misses, planned.cache_info().misses) == (made[0] + 1, made[1] + 1)


def test_a_moment_later_every_plan_is_made_anew(scene: Scene) -> None:
    from sincerely.desk.queries.due import due
    from sincerely.desk.snapshots.cases import planned

    due(scene.actor, NOW)
    made = planned.cache_info().misses
    due(scene.actor, NOW + timedelta(minutes=1))
    assert planned.cache_info().misses > made


def test_an_erased_desk_is_remembered_nowhere(scene: Scene) -> None:
    from sincerely.desk.actions.erasing import erase_desk
    from sincerely.desk.queries.due import due
    from sincerely.desk.snapshots.cases import case_from, planned

    due(scene.actor, NOW)
    assert case_from.cache_info().currsize
    erase_desk(scene.actor, "Alice Archer")
    assert (case_from.cache_info().currsize, planned.cache_info().currsize) == (0, 0)
