"""Rehearsing a call, and telling what came of it."""

import pytest
from tests.faces.cli.desks import Terminal

from sincerely.faces.cli import prompter
from sincerely.proof.script import lines_of_script
from sincerely.terms import Channel

pytestmark = pytest.mark.django_db(transaction=True, reset_sequences=True)


@pytest.fixture
def lena(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Lena, a week after her interview, with a voicemail in draft."""
    terminal = Terminal(capsys)
    monkeypatch.setenv("SINCERELY_NOW", "2026-03-03T10:00:00+00:00")
    terminal.type(
        "init", "--name", "Lena Brandt", "--email", "lena@example.org", "--phone", "01632 960 111", "--zone", "Europe/London"
    )
    terminal.type(
        *("add", "--employer", "Northgate Bakery", "--role", "Baker", "--with", "Ada Okafor <ada@northgate.example>"),
        *("--start", "2026-03-02T14:00", "--end", "2026-03-02T15:00"),
    )
    terminal.type("contact", "1", "--phone", "01632 960 222")
    terminal.type("write", "Ada", "--channel", "voicemail")
    return terminal


def test_the_script_is_shown_with_its_seconds(lena: Terminal) -> None:
    said = lena.type("rehearse")
    assert "Voicemail for Ada Okafor" in said
    assert "0:00" in said
    assert "150 words a minute" in said


def test_the_only_script_is_meant_whatever_else_is_in_draft(lena: Terminal) -> None:
    lena.type("write", "Ada", "--channel", "email")
    assert "Voicemail for Ada Okafor" in lena.type("rehearse")


def test_programs_get_the_lines_with_their_times(lena: Terminal) -> None:
    told = lena.ask("rehearse", "1")
    assert told["lines"][0]["begins"] == 0
    assert told["lines"][-1]["ends"] < 40


def test_a_pace_of_ones_own_changes_the_seconds(lena: Terminal) -> None:
    before = lena.ask("rehearse", "1")["lines"][-1]["ends"]
    lena.type("profile", "--pace", "100")
    assert lena.ask("rehearse", "1")["lines"][-1]["ends"] > before


def test_an_approved_voicemail_that_was_left_is_done(lena: Terminal) -> None:
    lena.type("approve", "1", "--yes")
    assert "left a voicemail for Ada Okafor" in lena.type("rehearse", "1", "--outcome", "voicemail")
    assert lena.ask("show", "--message", "1")["message"]["state"] == "sent"


def test_a_call_that_nobody_took_is_no_contact(lena: Terminal) -> None:
    owed = lena.ask("due")
    assert "no contact" in lena.type("rehearse", "1", "--outcome", "no-answer")
    assert lena.ask("due") == owed


def test_who_picked_up_was_spoken_with(lena: Terminal) -> None:
    assert "spoke with Ada Okafor" in lena.type("rehearse", "1", "--outcome", "spoke")
    assert "call" in lena.type("history")


def test_a_mail_is_not_said(lena: Terminal) -> None:
    lena.type("discard", "1")
    lena.type("write", "Ada", "--channel", "email")
    assert "to be read, not said" in lena.refused("rehearse", "2")


def test_measuring_needs_somebody_at_the_terminal(lena: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    assert "profile --pace" in lena.refused("rehearse", "--measure")


def test_the_line_that_is_due_is_marked_and_the_run_ends_with_the_script() -> None:
    lines = lines_of_script("Good morning. This is Lena. My number is 01632 960 111.", 150)
    middle = (lines[1].begins + lines[1].ends) / 2
    assert "▶  This is Lena." in prompter.lit(lines, middle).plain
    clock = iter(range(0, 100, 2))
    slept: list[float] = []
    prompter.run(lines, now=lambda: float(next(clock)), sleep=slept.append)
    assert len(slept) == int(lines[-1].ends // 2)


def test_without_a_voice_the_person_is_told_how_to_get_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    prompter.say("Good morning.", 150)
    assert "espeak-ng" in capsys.readouterr().out


def test_a_script_of_nothing_takes_no_time(capsys: pytest.CaptureFixture[str]) -> None:
    prompter.show("Voicemail for Ada", [], 150, Channel.VOICEMAIL)
    prompter.run([])
    assert "About 0 seconds" in capsys.readouterr().out
