"""The commands of the desk in one process: each main use, and each slip that a hand makes."""

import os

import pytest
from tests.faces.cli.desks import Terminal

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def lena(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Lena's desk, forty minutes after an interview."""
    monkeypatch.setenv("SINCERELY_NOW", "2026-03-02T15:40:00Z")
    terminal = Terminal(capsys)
    terminal.type("init", "--name", "Lena Brandt", "--email", "lena@example.org", "--zone", "Europe/London")
    terminal.type(
        *("add", "--employer", "Northgate Bakery", "--role", "Baker", "--zone", "Europe/London", "--country", "GB"),
        *("--with", "Ada Okafor <ada@northgate.example>, Head Baker", "--start", "2026-03-02T14:00"),
    )
    return terminal


def test_a_note_goes_from_due_to_done(lena: Terminal) -> None:
    assert [touch["contact_name"] for touch in lena.ask("due")["today"]] == ["Ada Okafor"]
    number = str(lena.ask("write")["message"]["id"])
    lena.type("approve", number, "--yes")
    assert lena.ask("send", number, "--mailto")["mailto"].startswith("mailto:ada@northgate.example?")
    assert lena.ask("send", number, "--by-hand")["state"] == "sent"
    assert lena.ask("due")["today"] == []


def test_due_says_each_thing_once_and_in_words(lena: Terminal) -> None:
    said = lena.type("due")
    assert "thank-you to Ada Okafor by e-mail, Baker at Northgate Bakery" in said
    assert said.count("tomorrow 15:00") == 1
    assert "Best " not in said


@pytest.mark.parametrize("columns", [40, 80, 100])
def test_no_line_is_wider_than_the_paper_or_ends_in_a_space(lena: Terminal, monkeypatch, columns: int) -> None:
    from sincerely.faces.cli.paper import console

    monkeypatch.setenv("COLUMNS", str(columns))
    console.cache_clear()
    try:
        for words in (["due"], ["plan"], ["write"], ["show"], ["show", "Baker"], ["history"], ["may", "--contact", "Ada"]):
            for line in lena.type(*words).splitlines():
                assert line == line.rstrip(), words
                assert len(line) <= columns, words
    finally:
        console.cache_clear()


def test_the_editor_changes_a_draft(lena: Terminal, monkeypatch) -> None:
    number = str(lena.ask("write")["message"]["id"])
    monkeypatch.setenv("VISUAL", "sed -i s/Dear/Hello/")
    assert lena.ask("edit", number)["message"]["body"].startswith("Hello")


@pytest.mark.parametrize("command", ["false", "/nowhere/editor", "'"])
def test_an_editor_that_fails_changes_nothing(lena: Terminal, monkeypatch, command: str) -> None:
    number = str(lena.ask("write")["message"]["id"])
    before = lena.ask("show", "--message", number)["message"]["body"]
    monkeypatch.setenv("VISUAL", command)
    assert "editor" in lena.refused("edit", number)
    assert lena.ask("show", "--message", number)["message"]["body"] == before


def test_a_draft_is_not_handed_over_before_the_yes(lena: Terminal) -> None:
    number = str(lena.ask("write")["message"]["id"])
    for how in ([], ["--mailto"], ["--by-hand"]):
        assert "approve" in lena.refused("send", number, *how)


def test_an_interview_that_cannot_be_added_leaves_no_half_of_it(lena: Terminal) -> None:
    lena.refused("add", "--employer", "Elsewhere", "--with", "Jo <jo@@x>", "--start", "2026-03-05T14:00")
    assert [row["employer"] for row in lena.ask("show")] == ["Northgate Bakery"]


@pytest.mark.parametrize(
    "words",
    [
        ["confirm", "1", "rejection", "--until", "nonsense"],
        ["confirm", "zzz", "rejection"],
        ["read", "²"],
        ["write", "²"],
        ["show", "9" * 40],
        ["history", "--limit", "9" * 20],
        ["log", "Ada", "--at", "0001-01-01T00:00"],
        ["log", "Ada", "--at", "9999-12-31T23:59:59-12:00"],
        ["log", "Ada", "--until", "2026-03-20"],
        ["promise", "0001-01-01"],
        ["promise", "2026-02-01"],
        ["promise", "x" * 100_000],
        ["due", "--now", "garbage"],
        ["due", "--now", "0001-01-01T00:00:00Z"],
        ["plan", "--now", "9999-12-31T23:59:59Z"],
        ["add", "--employer", "X", "--start", "0001-01-01T00:00", "--zone", "Asia/Tokyo"],
        ["add", "--employer", "X", "--end", "2026-03-02T14:00"],
        ["application", "Baker", "--close", "--reopen"],
        ["mailbox", "--smtp-host", "127.0.0.1", "--smtp-port", "0"],
        ["mailbox"],
        ["stop", ""],
        ["sync", "--eml", "/nowhere/reply.eml"],
        ["init", "--name", "Somebody Else"],
        ["note", os.fsdecode(b"caf\xe9")],
        ["retry"],
        ["settle"],
    ],
    ids=lambda words: " ".join(words)[:60].encode("ascii", "replace").decode(),
)
def test_a_slip_gets_one_clear_line(lena: Terminal, words: list[str]) -> None:
    assert len(lena.refused(*words)) < 800


def test_a_name_cannot_steer_the_terminal(lena: Terminal) -> None:
    lena.type("contact", "Ada", "--name", "Ada \u202eevil 🌍 Okafor")
    for words in (["due"], ["show", "Baker"], ["history"], ["plan"], ["contact", "evil"]):
        said = lena.type(*words)
        assert "\u202e" not in said
    assert "🌍" in lena.type("due")
