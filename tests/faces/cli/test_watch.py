"""`sincerely watch`: from an address to an application."""

from datetime import timedelta

import pytest
from tests.desk.conftest import NOW, actor, furnish  # noqa: F401
from tests.desk.web import JOB, Web, page
from tests.faces.cli.desks import Terminal

pytestmark = pytest.mark.django_db
ADDRESS = "https://willow.example/jobs/7"


@pytest.fixture
def web(actor, monkeypatch) -> Web:  # noqa: F811
    monkeypatch.setenv("SINCERELY_NOW", NOW.isoformat())
    return Web(NOW, {ADDRESS: page(**JOB)})


@pytest.fixture
def terminal(web, capsys, monkeypatch) -> Terminal:
    """A terminal whose sweeps ask the test's web, and whose waiting costs no time."""
    import time

    from sincerely.desk.loops import boards

    passed = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: passed[0])
    monkeypatch.setattr(time, "sleep", lambda seconds: passed.__setitem__(0, passed[0] + seconds))
    tick = boards.tick

    def asking(now):
        web.now = now
        return tick(now, web.ask)

    monkeypatch.setattr(boards, "tick", asking)
    return Terminal(capsys)


def test_an_address_is_watched_read_and_applied_to(terminal, web) -> None:
    assert "Under watch, number" in terminal.type("watch", "add", ADDRESS)
    assert "1 new" in terminal.type("watch", "sweep")
    assert web.spacing() >= 10
    (job,) = terminal.ask("watch")["new"]
    assert "Night Nurse at Willow Care, Cork, IE" in terminal.type("watch")
    assert "rota" in terminal.type("watch", "show", str(job["id"]))
    assert "on the desk" in terminal.type("watch", "apply", str(job["id"]))
    assert "Night Nurse" in terminal.type("show", "Willow")
    assert "There is an application" in terminal.refused("watch", "apply", str(job["id"]))


def test_a_change_is_shown_with_what_went_and_what_came(terminal, web, monkeypatch) -> None:
    terminal.type("watch", "add", ADDRESS)
    terminal.type("watch", "sweep")
    terminal.type("watch", "seen")
    web.pages[ADDRESS] = page(**{**JOB, "title": "Day Nurse", "description": "You plan the rota. You rest at night."})
    monkeypatch.setenv("SINCERELY_NOW", (NOW + timedelta(hours=8)).isoformat())
    assert "1 changed" in terminal.type("watch", "sweep")
    (job,) = terminal.ask("watch")["changed"]
    shown = terminal.type("watch", "show", str(job["id"]))
    assert "Title: Night Nurse → Day Nurse" in shown
    assert "+ You rest at night." in shown
    assert "- You look after twelve residents at night." in shown


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["add"], "give an address"),
        (["add", "http://2130706433/"], "odd form"),
        (["add", "ftp://example.com/"], "https://"),
        (["show"], "give a number"),
        (["apply", "willow"], "give a number"),
        (["apply", "99"], "no posting 99"),
        (["end", "99"], "no watch 99"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line(terminal, words: list[str], said: str) -> None:
    assert said in terminal.refused("watch", *words)


def test_a_posting_is_set_aside_and_comes_back(terminal, web) -> None:
    terminal.type("watch", "add", ADDRESS)
    terminal.type("watch", "sweep")
    number = str(terminal.ask("watch")["new"][0]["id"])
    assert "Set aside" in terminal.type("watch", "aside", number)
    assert terminal.ask("watch")["new"] == []
    assert "again" in terminal.type("watch", "aside", number)
    assert terminal.ask("watch")["aside"] == []


def test_a_watch_ends(terminal, web) -> None:
    row = terminal.ask("watch", "add", ADDRESS)
    terminal.type("watch", "end", str(row["id"]))
    assert "Nothing is under watch" in terminal.type("watch")
    assert terminal.ask("watch", "sweep")["requests"] == 0


def test_a_watch_is_read_again_when_asked(terminal, web) -> None:
    number = terminal.ask("watch", "add", ADDRESS)["id"]
    terminal.type("watch", "sweep")
    assert len(web.fetched()) == 1
    web.later(minutes=5)
    assert "next sweep" in terminal.type("watch", "again", str(number), "--now", web.now.isoformat())
    terminal.type("watch", "sweep", "--now", web.now.isoformat())
    assert len(web.fetched()) == 2
