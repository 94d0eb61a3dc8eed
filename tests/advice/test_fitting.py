"""You might also like: what was found comes first, then what happened, then where one stands; always with a reason."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as some

from sincerely.advice import Situation, fitting, library
from sincerely.proof.rulebook import every_rule
from sincerely.terms import Channel, Stage

RULES = [named.id for named in every_rule()]


def best(situation: Situation) -> str:
    return fitting(library(), situation)[0].article.name


def test_who_writes_long_is_shown_how_to_say_less() -> None:
    assert best(Situation(Counter({"brevity/length": 3}), Stage.CHECK_IN, Channel.EMAIL)) == "talk-less"


def test_a_held_draft_is_to_be_slept_on() -> None:
    assert best(Situation({"hostility/insult": 1}, Stage.CHECK_IN, Channel.EMAIL, frozenset({"held"}))) == "sleep-on-it"


def test_where_nothing_was_found_the_step_decides() -> None:
    assert best(Situation(stage=Stage.FINAL, channel=Channel.EMAIL)) == "last-note"


def test_where_nothing_is_known_nothing_is_pressed_on_anyone() -> None:
    assert fitting(library(), Situation()) == []


@given(
    some.dictionaries(some.sampled_from(RULES), some.integers(1, 9)),
    some.sampled_from([None, *Stage]),
    some.sampled_from([None, *Channel]),
    some.integers(1, 6),
)
def test_each_suggestion_has_its_reason_and_stands_once(rules: dict[str, int], stage: Stage, channel: Channel, most: int) -> None:
    found = fitting(library(), Situation(rules, stage, channel), most)
    assert len(found) <= most
    assert all(one.reason.startswith("Because ") and one.reason.endswith(".") for one in found)
    assert len({one.article.name for one in found}) == len(found)
