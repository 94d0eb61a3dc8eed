"""Members say what they think: of their organisation, in plain words, once each, and kindly."""

from datetime import timedelta

import pytest
from tests.desk.conftest import NOW
from tests.desk.members.commons import complain, heard, offered, on, opine, published, say, words

from sincerely.desk.errors import DeskError, NotThere

ARTICLE = on("article", "check-in")


@pytest.fixture
def people(centre):
    centre.join("Edda", "editor")
    return centre.people


def elsewhere(centre, name="Zoe", role="seeker"):
    """Somebody of another organisation."""
    from sincerely.desk.actions.organisations import found_organisation

    return centre.join(name, role, found_organisation("Elsewhere", now=NOW).id)


def test_a_remark_is_read_by_ones_organisation_alone(centre, people) -> None:
    say(people["Alice"], ARTICLE, "It worked for me.")
    zoe = elsewhere(centre)
    assert words(people["Dora"], ARTICLE) == ["It worked for me."]
    assert words(zoe, ARTICLE) == []
    with pytest.raises(NotThere):
        words(people["Eve"], ARTICLE)
    with pytest.raises(NotThere):
        say(people["Eve"], ARTICLE)


def test_a_remark_is_told_by_role_unless_its_author_wishes(people) -> None:
    say(people["Alice"], ARTICLE, "one")
    say(people["Edda"], ARTICLE, "two", named=True)
    say(people["Ada"], ARTICLE, "three")
    told = {row.words: row.who for row in heard(people["Dora"], ARTICLE)}
    assert told == {"one": "A seeker in your organisation", "two": "Edda", "three": "An admin in your organisation"}


def test_what_is_not_there_cannot_be_spoken_of(centre, people) -> None:
    theirs = offered(elsewhere(centre, "Zed", "editor"))
    for about in (on("article", "nothing"), on("template", theirs), on("template", 10**9), on("example", 10**9)):
        with pytest.raises(NotThere):
            say(people["Alice"], about)
        with pytest.raises(NotThere):
            opine(people["Alice"], about)


def test_in_several_organisations_one_says_in_which(centre, people) -> None:
    from sincerely.desk.actions.organisations import found_organisation

    other = found_organisation("Elsewhere", now=NOW).id
    centre.join("Alice", "seeker", other)
    with pytest.raises(DeskError, match="in which of them"):
        say(people["Alice"], ARTICLE)
    say(people["Alice"], ARTICLE, organisation=other)
    assert words(people["Dora"], ARTICLE) == []
    with pytest.raises(NotThere):
        say(people["Dora"], ARTICLE, organisation=other)


@pytest.mark.parametrize("said", ["", "  \n ", "x" * 1001, "bell\x07"])
def test_a_remark_is_short_and_plain(people, said) -> None:
    with pytest.raises(DeskError):
        say(people["Alice"], ARTICLE, said)


def test_markup_stays_as_it_was_typed(people) -> None:
    said = '<script>alert(1)</script> **bold** [x](javascript:alert(1)) "><img src=x onerror=alert(1)>'
    say(people["Alice"], ARTICLE, said)
    assert words(people["Dora"], ARTICLE) == [said]


def test_words_that_hurt_are_shown_and_not_posted(people) -> None:
    from sincerely.desk.kindness import Unkind

    with pytest.raises(Unkind) as told:
        say(people["Alice"], ARTICLE, "You are rude idiots.")
    assert "idiots" in str(told.value)
    assert words(people["Alice"], ARTICLE) == []
    say(people["Alice"], ARTICLE, "I see that differently: it did not work for me at all.")


def test_nobody_says_more_in_ten_minutes_than_one_can_write(people) -> None:
    for number in range(10):
        say(people["Alice"], ARTICLE, f"{number}")
    with pytest.raises(DeskError, match="quick"):
        say(people["Alice"], ARTICLE)
    say(people["Dora"], ARTICLE)
    say(people["Alice"], ARTICLE, now=NOW + timedelta(minutes=11))


def test_nobody_speaks_all_day(people) -> None:
    for number in range(40):
        say(people["Alice"], ARTICLE, now=NOW + timedelta(minutes=2 * number))
    with pytest.raises(DeskError, match="today"):
        say(people["Alice"], ARTICLE, now=NOW + timedelta(hours=3))
    say(people["Alice"], ARTICLE, now=NOW + timedelta(hours=26))


def test_ones_own_remark_can_be_taken_back_and_no_other(people) -> None:
    from sincerely.desk.actions.remarks import take_back

    number = say(people["Alice"], ARTICLE)
    for name in ("Dora", "Ada", "Eve"):
        with pytest.raises(NotThere):
            take_back(people[name], number)
    take_back(people["Alice"], number)
    assert words(people["Dora"], ARTICLE) == []


def test_an_opinion_counts_once_is_changed_and_taken_back(people) -> None:
    from sincerely.desk.queries.commons import article_tallies

    def tally(name: str = "Alice"):
        found = article_tallies(people[name]).get("check-in")
        return (found.helped, found.votes, found.mine) if found else None

    assert tally() is None
    opine(people["Alice"], ARTICLE)
    opine(people["Alice"], ARTICLE)
    opine(people["Dora"], ARTICLE, False)
    assert (tally(), tally("Mia")) == ((1, 2, True), (1, 2, None))
    opine(people["Alice"], ARTICLE, False)
    assert tally() == (0, 2, False)
    opine(people["Alice"], ARTICLE, None)
    assert tally() == (0, 1, None)


def test_outside_an_organisation_the_sum_alone_is_seen(people) -> None:
    from sincerely.desk.queries.commons import article_tallies

    opine(people["Alice"], ARTICLE)
    for asks in (people["Eve"], None):
        assert article_tallies(asks)["check-in"].votes == 1


def test_nobody_judges_their_own(people) -> None:
    mine = (
        on("remark", say(people["Ada"], ARTICLE)),
        on("template", offered(people["Ada"])),
        on("example", published(people["Ada"])),
    )
    for about in mine:
        with pytest.raises(DeskError, match="yours"):
            opine(people["Ada"], about)
        opine(people["Dora"], about)


def test_the_best_stands_first_and_few_votes_below_many(people, centre) -> None:
    few, many, bad, new = (say(people["Alice"], ARTICLE, word) for word in ("few", "many", "bad", "new"))
    for name in ("Dora", "Mia", "Noor", "Ada"):
        opine(people[name], on("remark", many))
    opine(people["Dora"], on("remark", few))
    opine(people["Dora"], on("remark", bad), False)
    assert words(people["Dora"], ARTICLE) == ["many", "few", "new", "bad"]
    assert new > bad


def test_a_remark_of_a_remark_is_none(people) -> None:
    with pytest.raises(DeskError):
        say(people["Alice"], on("remark", say(people["Dora"], ARTICLE)))


def test_an_erased_member_leaves_remarks_that_are_nobodys_and_no_opinions(people) -> None:
    from sincerely.desk.actions.persons import erase_person
    from sincerely.desk.models import Complaint, Opinion
    from sincerely.desk.queries.commons import examples_ranked

    theirs = say(people["Dora"], ARTICLE, "Try it.")
    say(people["Alice"], ARTICLE, "I liked it.", named=True)
    opine(people["Alice"], on("remark", theirs))
    complain(people["Alice"], on("remark", theirs))
    example = published(people["Alice"])
    say(people["Dora"], on("example", example))
    erase_person(people["Alice"], "alice@people.example")
    told = {row.words: row for row in heard(people["Dora"], ARTICLE)}
    assert told["I liked it."].who == "Someone who has left"
    assert told["Try it."].tally.votes == 0
    assert Opinion.objects.count() == 0
    assert Complaint.objects.get().person is None
    assert examples_ranked(people["Dora"]) == []


def test_who_leaves_the_organisation_takes_their_examples_and_leaves_remarks_without_a_name(centre, people) -> None:
    from sincerely.desk.actions.organisations import end_membership
    from sincerely.desk.queries.commons import examples_ranked

    say(people["Alice"], ARTICLE, "I liked it.", named=True)
    published(people["Alice"])
    end_membership(people["Alice"], centre.organisation, centre.places["Alice"], now=NOW)
    (row,) = heard(people["Dora"], ARTICLE)
    assert (row.who, row.own) == ("Someone who has left", False)
    assert examples_ranked(people["Dora"]) == []
    with pytest.raises(NotThere):
        words(people["Alice"], ARTICLE)


def test_an_export_holds_what_one_said_and_nothing_of_others(centre, people) -> None:
    from sincerely.desk.actions.exports import export_desk

    alice = centre.desk("Alice")
    theirs = say(people["Dora"], ARTICLE, "Try it.")
    say(people["Alice"], ARTICLE, "I liked it.")
    opine(people["Alice"], on("remark", theirs))
    complain(people["Alice"], on("remark", theirs), "Not kind.")
    published(people["Alice"])
    said = export_desk(alice.actor)["commons"]
    assert {noun: len(rows) for noun, rows in said.items()} == {
        "template": 0,
        "example": 1,
        "remark": 1,
        "opinion": 1,
        "complaint": 1,
    }
    assert "Try it." not in str(said)
    assert said["remark"][0]["words"] == "I liked it."


def test_an_export_with_what_one_said_comes_into_an_empty_home_without_it(centre, people) -> None:
    from sincerely.desk.actions.exports import export_desk, import_desk
    from sincerely.desk.models import Desk, Remark

    alice = centre.desk("Alice")
    say(people["Alice"], ARTICLE)
    told = export_desk(alice.actor)
    Desk.objects.all().delete()
    Remark.objects.all().delete()
    assert import_desk(told, now=NOW).who == "Alice"
    assert not Remark.objects.exists()
