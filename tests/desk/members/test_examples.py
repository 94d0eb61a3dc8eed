"""Examples: names covered by the machine, shown to their author first, published with their yes to these very words."""

from datetime import timedelta

import pytest
from tests.desk.conftest import NOW
from tests.desk.members.commons import LETTER, complain, made, on, publish, published, rule, say

from sincerely.desk.errors import DeskError, NotThere


@pytest.fixture
def people(centre):
    return centre.people


def shown(member, number: int, own: bool = True):
    from sincerely.desk.queries.commons import example

    return example(member, number, own=own)


def numbers(member) -> list[int]:
    from sincerely.desk.queries.commons import examples_ranked

    return examples_ranked(member)


def test_what_is_typed_is_covered_before_anybody_sees_it(people) -> None:
    text = shown(people["Alice"], made(people["Alice"])).text
    assert not any(word in text for word in ("Helen", "Larkfield", "45", "Alice"))
    assert "Thank you for your time on Tuesday." in text


def test_a_letter_of_ones_own_is_covered_with_all_that_is_on_record(centre, people) -> None:
    alice = centre.desk("Alice")
    note = alice.draft(body="Dear Bob,\n\nThank you for the talk at willow care. I met charlie, too.\n\nKind regards,\nAlice")
    row = shown(people["Alice"], made(people["Alice"], message=note.id, text="", title="For Bob at Willow Care"))
    assert (row.stage, row.channel) == ("thank-you", "email")
    for name in ("bob", "willow", "charlie", "alice"):
        assert name not in f"{row.title} {row.text}".lower()


def test_nobody_makes_an_example_of_anothers_letter(centre, people) -> None:
    note = centre.desk("Dora").draft()
    centre.desk("Alice")
    with pytest.raises(NotThere):
        made(people["Alice"], message=note.id, text="")


def test_names_that_the_author_adds_are_covered_in_any_case(people) -> None:
    text = shown(people["Alice"], made(people["Alice"], text="I met the people of blue river.", names="Ann; Blue River")).text
    assert text == "I met the people of [name 2]."


def test_it_is_nobodys_to_see_before_its_author_says_yes(people) -> None:
    number = made(people["Alice"])
    for name in ("Dora", "Ada", "Mia", "Eve"):
        for own in (True, False):
            with pytest.raises(NotThere):
                shown(people[name], number, own)
    assert numbers(people["Dora"]) == []
    publish(people["Alice"], number)
    assert numbers(people["Dora"]) == [number]
    told = shown(people["Dora"], number, own=False)
    assert (told.who, told.own) == ("A seeker in your organisation", False)
    with pytest.raises(NotThere):
        shown(people["Eve"], number, own=False)


def test_only_the_words_that_were_read_are_published(people) -> None:
    from sincerely.desk.actions.examples import Mended, mend_example

    number = made(people["Alice"])
    seen = shown(people["Alice"], number).edition
    mend_example(people["Alice"], number, text="Dear Helen,\n\nThank you.\n\nRegards,\nAlice")
    with pytest.raises(Mended):
        publish(people["Alice"], number, seen)
    assert numbers(people["Dora"]) == []
    assert "Helen" not in shown(people["Alice"], number).text
    publish(people["Alice"], number)
    with pytest.raises(DeskError, match="published as it stands"):
        mend_example(people["Alice"], number, text="Other words.")


def test_only_its_author_mends_publishes_or_withdraws(people) -> None:
    from sincerely.desk.actions.examples import mend_example, withdraw_example

    number = made(people["Alice"])
    seen = shown(people["Alice"], number).edition
    for name in ("Dora", "Ada", "Eve"):
        for act in (
            lambda who: publish(who, number, seen),
            lambda who: mend_example(who, number, text="Mine now."),
            lambda who: withdraw_example(who, number),
        ):
            with pytest.raises(NotThere):
                act(people[name])


def test_a_withdrawn_example_is_gone_with_what_was_said_of_it(people) -> None:
    from sincerely.desk.actions.examples import withdraw_example
    from sincerely.desk.models import Remark

    number = published(people["Alice"])
    say(people["Dora"], on("example", number))
    complain(people["Dora"], on("example", number))
    rule(people["Ada"], on("example", number), "keep")
    withdraw_example(people["Alice"], number)
    assert numbers(people["Dora"]) == []
    assert not Remark.objects.exists()
    from sincerely.desk.queries.commons import rulings

    (left,) = rulings(people["Ada"])
    assert (left.noun, left.words) == ("", "")


def test_an_example_that_hurts_is_not_published(people) -> None:
    from sincerely.desk.kindness import Unkind

    number = made(people["Alice"], text="Dear Helen,\n\nYou are rude idiots.\n\nAlice")
    with pytest.raises(Unkind):
        publish(people["Alice"], number)
    assert numbers(people["Dora"]) == []


@pytest.mark.parametrize("told", [{"text": " "}, {"text": "x" * 3001}, {"title": ""}, {"title": "x" * 121}])
def test_an_example_has_a_title_and_is_no_longer_than_a_page(people, told) -> None:
    with pytest.raises(DeskError):
        made(people["Alice"], **told)


def test_what_is_shown_for_names_counts_against_nobody(people) -> None:
    from sincerely.desk.actions.examples import mend_example

    number = made(people["Alice"], text="Ulm " * 750)
    mend_example(people["Alice"], number, text=shown(people["Alice"], number).text)


def test_nobody_fills_the_shelf_alone(people) -> None:
    for _ in range(10):
        made(people["Alice"])
    with pytest.raises(DeskError, match="tomorrow"):
        made(people["Alice"])
    made(people["Alice"], now=NOW + timedelta(days=2))


def test_outside_an_organisation_there_is_nobody_to_show_it_to(people) -> None:
    with pytest.raises(NotThere):
        made(people["Eve"], text=LETTER)
