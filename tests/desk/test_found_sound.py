"""Proof is a function: what it found sound at the yes is not read again before sending, unless something it knew has changed."""

from dataclasses import dataclass, field

import pytest
from tests.desk.conftest import NOW, FakeCarrier, Scene

from sincerely.proof.rulebook import Rulebook, only


@dataclass(frozen=True, slots=True)
class Counting(Rulebook):
    """A rulebook that notes how often it was asked."""

    asked: list[int] = field(default_factory=list)

    def findings(self, reading):
        self.asked.append(1)
        return Rulebook.findings(self, reading)


def counting(*rules: str) -> Counting:
    return Counting(only(rules or ["hostility/insult"]).rules)


def sent_after(scene: Scene, change, rulebook: Counting) -> Counting:
    """Approves with a rulebook, lets something change, and sends with one like it."""
    from sincerely.desk.loops.outbox import tick

    scene.rulebook = counting()
    scene.queued()
    change(scene)
    tick(scene.actor, FakeCarrier(), rulebook, NOW)
    return rulebook


def nothing(scene: Scene) -> None:
    pass


def another_person(scene: Scene) -> None:
    from sincerely.desk.actions.contacts import add_contact

    add_contact(scene.actor, scene.application, name="Dora Dunne", now=NOW)


def other_words(scene: Scene) -> None:
    from sincerely.desk.models import Message

    Message.objects.update(body="Dear Bob, you are an idiot.")


def a_rule_less(scene: Scene) -> None:
    from sincerely.desk.models import Desk

    Desk.objects.update(allowed_rules=["hostility/insult"])


def test_what_was_found_sound_is_not_read_again(scene: Scene) -> None:
    assert sent_after(scene, nothing, counting()).asked == []


@pytest.mark.parametrize("change", [another_person, other_words, a_rule_less])
def test_whatever_changed_it_is_read_again(scene: Scene, change) -> None:
    assert sent_after(scene, change, counting()).asked == [1]


def test_other_rules_read_it_again(scene: Scene) -> None:
    assert sent_after(scene, nothing, counting("hostility/insult", "professional/placeholder")).asked == [1]


def test_what_only_a_quick_look_found_sound_is_not_remembered(scene: Scene) -> None:
    from dataclasses import replace

    from sincerely.desk.actions.checking import check, found_sound
    from sincerely.desk.models import Message

    row = Message.objects.get(pk=scene.draft().id)
    letter, report = check(scene.actor, row, scene.rulebook, NOW)
    assert len(found_sound(row, letter, report, scene.rulebook)) == 64
    assert found_sound(row, letter, replace(report, tier="quick"), scene.rulebook) == ""
