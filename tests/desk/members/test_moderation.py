"""What members report waits for an editor; three reports pause it; each decision has a reason and stays on record."""

from datetime import timedelta

import pytest
from tests.desk.conftest import NOW
from tests.desk.members.commons import complain, heard, offered, on, published, rule, say, words

from sincerely.desk.errors import DeskError, NotThere

ARTICLE = on("article", "check-in")


@pytest.fixture
def people(centre):
    centre.join("Edda", "editor")
    return centre.people


@pytest.fixture(params=["remark", "example"])
def thing(people, request):
    """Something of Alice's that can be reported."""
    return on(request.param, say(people["Alice"], ARTICLE) if request.param == "remark" else published(people["Alice"]))


def seen(member, thing) -> bool:
    from sincerely.desk.queries.commons import examples_ranked

    if thing.noun == "example":
        return thing.key in examples_ranked(member)
    return thing.key in [row.id for row in heard(member, ARTICLE)]


def queued(member):
    from sincerely.desk.queries.commons import queue

    return queue(member)


def test_a_report_waits_for_editors_and_admins_and_nobody_else(people, thing) -> None:
    complain(people["Dora"], thing, "It names my manager.")
    for name in ("Edda", "Ada"):
        (row,) = queued(people[name])
        assert (row.noun, row.id, row.reasons) == (thing.noun, thing.key, ["It names my manager."])
        assert "Alice" not in row.by
    for name in ("Alice", "Dora", "Mia", "Eve"):
        assert queued(people[name]) == []
    assert seen(people["Mia"], thing)


def test_three_reports_pause_it_and_two_do_not(people, thing) -> None:
    complain(people["Dora"], thing)
    complain(people["Mia"], thing)
    assert seen(people["Ada"], thing)
    complain(people["Noor"], thing)
    for name in ("Ada", "Dora", "Edda"):
        assert not seen(people[name], thing)
    assert queued(people["Edda"])[0].hidden


def test_one_person_counts_once(people, thing) -> None:
    complain(people["Dora"], thing)
    for _ in range(3):
        with pytest.raises(DeskError, match="already"):
            complain(people["Dora"], thing)
    assert seen(people["Mia"], thing)


def test_its_author_sees_that_it_is_hidden_and_why(people, thing) -> None:
    from sincerely.desk.queries.commons import own_examples

    rule(people["Edda"], thing, reason="Please leave the manager’s title out.")
    mine = own_examples(people["Alice"]) if thing.noun == "example" else heard(people["Alice"], ARTICLE)
    assert [row.hidden for row in mine] == ["Please leave the manager’s title out."]
    assert not seen(people["Dora"], thing)


def test_once_an_editor_has_looked_reports_hide_it_no_more(people, thing) -> None:
    for name in ("Dora", "Mia", "Noor"):
        complain(people[name], thing)
    rule(people["Edda"], thing, "keep", "Nobody can be told from it.")
    assert seen(people["Dora"], thing)
    assert queued(people["Ada"]) == []
    complain(people["Ada"], thing, "I still think that it does.")
    assert seen(people["Dora"], thing)
    assert len(queued(people["Edda"])) == 1


def test_every_decision_is_on_record_with_its_reason(people, thing) -> None:
    from sincerely.desk.queries.commons import rulings

    for name in ("Dora", "Mia", "Noor"):
        complain(people[name], thing)
    rule(people["Edda"], thing, "keep", "It is fine.")
    rule(people["Ada"], thing, "hide", "It is not.")
    told = [(row.what, row.who, row.reason) for row in rulings(people["Ada"])]
    assert told[:2] == [("hide", "Ada", "It is not."), ("keep", "Edda", "It is fine.")]
    assert told[2][:2] == ("hide", "Sincerely")
    assert rulings(people["Alice"]) == []


@pytest.mark.parametrize("name", ["Alice", "Dora", "Mia", "Eve"])
def test_who_keeps_nothing_decides_nothing(people, thing, name) -> None:
    with pytest.raises(NotThere):
        rule(people[name], thing)


def test_an_editor_of_elsewhere_decides_nothing_here(centre, people, thing) -> None:
    from sincerely.desk.actions.organisations import found_organisation

    centre.join("Zed", "admin", found_organisation("Elsewhere", now=NOW).id)
    for act in (rule, complain):
        with pytest.raises(NotThere):
            act(people["Zed"], thing)


def test_nobody_decides_about_their_own(people) -> None:
    number = say(people["Edda"], ARTICLE)
    complain(people["Dora"], on("remark", number))
    with pytest.raises(DeskError, match="your own"):
        rule(people["Edda"], on("remark", number), "keep")
    rule(people["Ada"], on("remark", number), "keep")


def test_nobody_reports_their_own_or_what_cannot_be_reported(people, thing) -> None:
    with pytest.raises(DeskError, match="yours"):
        complain(people["Alice"], thing)
    for about in (ARTICLE, on("template", offered(people["Edda"]))):
        for act in (complain, rule):
            with pytest.raises(DeskError, match="remarks and examples"):
                act(people["Ada"], about)


@pytest.mark.parametrize("reason", ["", " \n ", "x" * 501])
def test_a_report_and_a_decision_have_a_reason(people, thing, reason) -> None:
    for act in (complain, lambda *told, **more: rule(*told, "hide", **more)):
        with pytest.raises(DeskError):
            act(people["Ada"], thing, reason=reason)
    with pytest.raises(DeskError, match="Hide it, or keep it"):
        rule(people["Ada"], thing, "burn")


def test_what_is_said_of_a_hidden_example_is_hidden_with_it(people) -> None:
    about = on("example", published(people["Alice"]))
    number = say(people["Dora"], about)
    rule(people["Edda"], about)
    with pytest.raises(NotThere):
        words(people["Mia"], about)
    with pytest.raises(NotThere):
        complain(people["Mia"], on("remark", number))
    assert words(people["Alice"], about) == ["This helped me."]


def test_an_example_that_is_not_published_cannot_be_decided_about(people) -> None:
    from tests.desk.members.commons import made

    with pytest.raises(NotThere):
        rule(people["Ada"], on("example", made(people["Alice"])))


def test_nobody_reports_all_day(people) -> None:
    numbers = [say(people["Alice"], ARTICLE, now=NOW + timedelta(minutes=2 * n)) for n in range(21)]
    for number in numbers[:20]:
        complain(people["Dora"], on("remark", number))
    with pytest.raises(DeskError, match="a great deal"):
        complain(people["Dora"], on("remark", numbers[20]))


def test_what_an_erased_editor_decided_stands_without_a_name(people, thing) -> None:
    from sincerely.desk.actions.persons import erase_person
    from sincerely.desk.queries.commons import rulings

    rule(people["Edda"], thing)
    erase_person(people["Edda"], "edda@people.example")
    assert rulings(people["Ada"])[0].who == "Someone who has left"
    assert not seen(people["Dora"], thing)
