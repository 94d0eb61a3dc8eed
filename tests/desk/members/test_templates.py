"""Templates: offered by editors, judged by proof, and begun with in one click."""

import pytest
from tests.desk.conftest import NOW
from tests.desk.members.commons import FRAME, RULES, offered

from sincerely.desk.errors import DeskError, NotThere


@pytest.fixture
def people(centre):
    centre.join("Edda", "editor")
    return centre.people


def shown(member, **narrow):
    from sincerely.desk.queries.commons import templates, templates_ranked

    return templates(member, templates_ranked(member, **narrow))


def test_editors_and_admins_offer_them_and_everybody_there_reads_them(people) -> None:
    offered(people["Edda"], title="one")
    offered(people["Ada"], title="two")
    assert [row.title for row in shown(people["Alice"])] == ["two", "one"]
    assert shown(people["Eve"]) == []
    for name in ("Alice", "Mia", "Eve"):
        with pytest.raises(NotThere):
            offered(people[name])


def test_they_are_narrowed_by_step_and_channel(people) -> None:
    offered(people["Edda"])
    offered(people["Edda"], title="Called", stage="check-in", channel="voicemail")
    assert [row.title for row in shown(people["Alice"], stage="check-in")] == ["Called"]
    assert [row.title for row in shown(people["Alice"], channel="email")] == ["Thank you"]


@pytest.mark.parametrize(
    "body",
    ["Dear {name},\n\nYou are rude idiots.\n\nKind regards,\n{me}", "Dear {name},\n\nThank you for your time.\n\n{me}"],
    ids=["hostile", "without a closing"],
)
def test_what_proof_finds_wrong_is_not_offered(people, body) -> None:
    from sincerely.desk.actions.templates import Unfit

    with pytest.raises(Unfit) as told:
        offered(people["Edda"], body=body)
    assert told.value.findings
    assert shown(people["Alice"]) == []


@pytest.mark.parametrize("told", [{"body": " "}, {"body": "x" * 2001}, {"title": " "}, {"body": f"{FRAME} {{salary}}"}])
def test_a_template_is_whole_and_short(people, told) -> None:
    with pytest.raises(DeskError):
        offered(people["Edda"], **told)


def begun(scene, member, number):
    from sincerely.desk.actions.templates import use_template

    told = {"application": scene.application, "contact": scene.bob, "now": NOW, "rulebook": RULES}
    return use_template(scene.actor, member, number, **told)


def test_a_draft_is_begun_with_its_blanks_filled_and_its_gaps_held(centre, people) -> None:
    from sincerely.desk.actions.checking import report_on
    from sincerely.desk.models import Message

    alice = centre.desk("Alice")
    number = offered(people["Edda"], subject="Thank you for the talk about {role}")
    note = begun(alice, people["Alice"], number)
    assert note.subject == "Thank you for the talk about Night Manager"
    assert note.body.startswith("Dear Bob,")
    assert note.body.endswith("Alice")
    assert "[insert: what you talked about]" in note.body
    report = report_on(Message.objects.get(pk=note.id), RULES)
    assert [(finding.rule, finding.severity.word) for finding in report.findings] == [("professional/placeholder", "hold")]


def test_a_gap_that_the_check_would_miss_is_not_offered(people) -> None:
    with pytest.raises(DeskError, match="something shorter"):
        offered(people["Edda"], body=FRAME.replace("[what", "[one or two of the many things that"))


def test_what_a_name_holds_is_no_blank(centre, people) -> None:
    from sincerely.desk.actions.applications import update_application

    alice = centre.desk("Alice")
    update_application(alice.actor, alice.application, role="{me} {company}", now=NOW)
    note = begun(alice, people["Alice"], offered(people["Edda"], subject="About {role}"))
    assert note.subject == "About {me} {company}"


def test_a_template_of_elsewhere_begins_nothing(centre, people) -> None:
    eve = centre.desk("Eve")
    with pytest.raises(NotThere):
        begun(eve, people["Eve"], offered(people["Edda"]))


def test_an_editor_takes_a_template_back_and_drafts_stay(centre, people) -> None:
    from sincerely.desk.actions.templates import withdraw_template

    alice = centre.desk("Alice")
    number = offered(people["Edda"])
    note = begun(alice, people["Alice"], number)
    for name in ("Alice", "Mia", "Eve"):
        with pytest.raises(NotThere):
            withdraw_template(people[name], number)
    withdraw_template(people["Ada"], number)
    assert shown(people["Alice"]) == []
    assert alice.message(note.id).body == note.body


def test_a_template_outlives_the_editor_who_wrote_it(people) -> None:
    from sincerely.desk.actions.persons import erase_person

    offered(people["Edda"])
    erase_person(people["Edda"], "edda@people.example")
    assert len(shown(people["Alice"])) == 1
