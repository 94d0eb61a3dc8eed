"""`sincerely share` and `sincerely reviews`: from a link to a suggestion taken over."""

import pytest
from tests.desk.conftest import NOTE, NOW, Scene, actor, furnish  # noqa: F401
from tests.desk.test_reviews import said, vote
from tests.faces.cli.desks import Terminal

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(actor, monkeypatch) -> Scene:  # noqa: F811
    monkeypatch.setenv("SINCERELY_NOW", NOW.isoformat())
    made = furnish(actor)
    made.draft()
    return made


@pytest.fixture
def terminal(capsys) -> Terminal:
    return Terminal(capsys)


def shown(terminal: Terminal, *words: str):
    from sincerely.desk.looking import reviewer_by_link

    link = terminal.ask("share", "--to", "Aunt Mary", *words)["link"]
    return reviewer_by_link(link.rpartition("/look/")[2], NOW)


def test_a_note_is_shown_commented_on_and_changed(terminal, scene) -> None:
    assert "Nobody was asked yet" in terminal.type("reviews")
    reviewer = shown(terminal, "1", "--with", "job")
    row = said(reviewer, scene, "fit in well", suggestion="help")
    assert "Comment 1, Aunt Mary, on “fit in well” (open): Warmer?" in terminal.type("reviews", "1")
    terminal.type("reviews", "1", "--answer", str(row.id), "--words", "Yes.")
    told = terminal.type("reviews", "1", "--accept", str(row.id))
    assert "taken over" in told
    assert "You: Yes." in told
    assert scene.message(1).body == NOTE.replace("fit in well", "help")


def test_a_dont_is_answered_and_the_rule_of_the_desk_is_set(terminal, scene) -> None:
    assert "1 “send” votes" in terminal.type("reviews", "--votes", "1", "--mail")
    reviewer = shown(terminal)
    vote(reviewer, "don't", scene)
    assert "voted “don’t”" in terminal.refused("approve", "1", "--yes")
    terminal.type("reviews", "1", "--answer-vote", "1", "--words", "They asked for it.")
    assert "one “send” vote" in terminal.refused("approve", "1", "--yes")
    vote(reviewer, "send", scene)
    terminal.type("approve", "1", "--yes")
    assert scene.message(1).state == "approved"


def test_a_share_is_taken_back_and_its_reviewer_forgotten(terminal, scene) -> None:
    shown(terminal)
    assert "Taken back" in terminal.type("share", "--back", "1")
    assert terminal.ask("share", "--back", "1", "--forget")["reviewer"] == "Somebody"


@pytest.mark.parametrize(
    "words",
    [
        ("share", "--forget"),
        ("share", "--back", "9"),
        ("share", "1", "--with", "salary"),
        ("reviews", "1", "--accept", "9"),
        ("reviews", "1", "--answer-vote", "9", "--words", "x"),
        ("reviews", "99"),
    ],
)
def test_what_is_not_there_is_told_in_a_line(terminal, scene, words) -> None:
    terminal.refused(*words)
