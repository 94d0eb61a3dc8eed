"""`sincerely share` and `sincerely reviews`: from a link to a suggestion taken over."""

import pytest
from tests.desk.conftest import NOTE, NOW, Scene, actor, furnish  # noqa: F401
from tests.desk.test_reviews import said, vote
from tests.faces.cli.desks import Terminal

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(actor, monkeypatch) -> Scene:  # noqa: F811
    monkeypatch.setenv("SINCERELY_NOW", NOW.isoformat())
    return furnish(actor)


@pytest.fixture
def note(scene) -> str:
    """The number of a note on the desk, as it is typed."""
    return str(scene.draft().id)


@pytest.fixture
def terminal(capsys) -> Terminal:
    return Terminal(capsys)


def shown(terminal: Terminal, *words: str):
    from sincerely.desk.looking import reviewer_by_link

    link = terminal.ask("share", "--to", "Aunt Mary", *words)["link"]
    return reviewer_by_link(link.rpartition("/look/")[2], NOW)


def test_a_note_is_shown_commented_on_and_changed(terminal, scene, note) -> None:
    assert "Nobody was asked yet" in terminal.type("reviews")
    reviewer = shown(terminal, note, "--with", "job")
    row = said(reviewer, scene, "fit in well", suggestion="help")
    assert f"Comment {row.id}, Aunt Mary, on “fit in well” (open): Warmer?" in terminal.type("reviews", note)
    terminal.type("reviews", note, "--answer", str(row.id), "--words", "Yes.")
    told = terminal.type("reviews", note, "--accept", str(row.id))
    assert "taken over" in told
    assert "You: Yes." in told
    assert scene.message(int(note)).body == NOTE.replace("fit in well", "help")


def test_a_dont_is_answered_and_the_rule_of_the_desk_is_set(terminal, scene, note) -> None:
    assert "1 “send” votes" in terminal.type("reviews", "--votes", "1", "--mail")
    reviewer = shown(terminal)
    vote(reviewer, "don't", scene)
    assert "voted “don’t”" in terminal.refused("approve", note, "--yes")
    terminal.type("reviews", note, "--answer-vote", str(reviewer.share), "--words", "They asked for it.")
    assert "one “send” vote" in terminal.refused("approve", note, "--yes")
    vote(reviewer, "send", scene)
    terminal.type("approve", note, "--yes")
    assert scene.message(int(note)).state == "approved"


def test_a_share_is_taken_back_and_its_reviewer_forgotten(terminal, scene, note) -> None:
    share = str(shown(terminal, note).share)
    assert "Taken back" in terminal.type("share", "--back", share)
    assert terminal.ask("share", "--back", share, "--forget")["reviewer"] == "Somebody"


@pytest.mark.parametrize(
    "words",
    [
        ("share", "--forget"),
        ("share", "--back", "99999"),
        ("share", "NOTE", "--with", "salary"),
        ("reviews", "NOTE", "--accept", "99999"),
        ("reviews", "NOTE", "--answer-vote", "99999", "--words", "x"),
        ("reviews", "99999"),
    ],
)
def test_what_is_not_there_is_told_in_a_line(terminal, scene, note, words) -> None:
    terminal.refused(*(note if word == "NOTE" else word for word in words))
