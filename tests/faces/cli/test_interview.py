"""An interview put right from the command line, and a draft sent another way."""

import pytest
from tests.desk.conftest import NOW, actor, furnish  # noqa: F401
from tests.faces.cli.desks import Terminal

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(actor):  # noqa: F811
    return furnish(actor)


@pytest.fixture
def terminal(scene, capsys, monkeypatch) -> Terminal:
    monkeypatch.setenv("SINCERELY_NOW", NOW.isoformat())
    return Terminal(capsys)


def test_a_moved_interview_takes_as_long_as_before(terminal, scene) -> None:
    moved = terminal.ask("interview", "Willow", "--move", "2026-03-05T10:00")
    assert (moved["start"], moved["end"]) == ("2026-03-05T10:00:00+00:00", "2026-03-05T11:00:00+00:00")
    moved = terminal.ask("interview", "--move", "2026-03-06T10:00", "--end", "2026-03-06T10:30")
    assert moved["end"] == "2026-03-06T10:30:00+00:00"


def test_the_panel_is_said_anew_and_the_talk_called_off(terminal, scene) -> None:
    assert "with Charlie Chen" in terminal.type("interview", "--with", "Charlie")
    assert "cancelled" in terminal.type("interview", "--cancel")
    assert "goes alone" in terminal.refused("interview", "--cancel", "--move", "2026-03-06T10:00")
    assert "belongs to --move" in terminal.refused("interview", "--end", "2026-03-06T10:00")
    assert "is not a time" in terminal.refused("interview", str(scene.interview), "--move", "soon")


def test_a_draft_goes_another_way_and_loses_a_file(terminal, scene) -> None:
    from sincerely.desk.actions.drafts import attach

    note = scene.draft()
    attach(scene.actor, note.id, name="cv.pdf", data=b"%PDF", now=NOW)
    left = terminal.ask("edit", str(note.id), "--detach", "cv.pdf", "--channel", "letter", "--stage", "check-in")["message"]
    assert (left["attachments"], left["channel"], left["stage"]) == ([], "letter", "check-in")
    assert "no file called" in terminal.refused("edit", str(note.id), "--detach", "cv.pdf")


def test_an_address_is_taken_away(terminal, scene) -> None:
    assert terminal.ask("contact", "Bob", "--email", "")["email"] is None
