"""Several ways of one command at once: each does its part, a program gets one value, and what cannot go together is refused."""

import json
import os
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from tests.faces.cli.desks import Terminal
from tests.faces.cli.test_press import lena

pytestmark = pytest.mark.django_db(transaction=True, reset_sequences=True)
__all__ = ["lena"]


def pdfs(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.pdf"))


def test_a_letter_and_its_label_cannot_be_one_file(lena: Terminal, tmp_path: Path) -> None:
    both = str(tmp_path / "both.pdf")
    assert "a name each" in lena.refused("press", "--to", both, "--label", both)
    assert pdfs(tmp_path) == []


def test_no_letter_is_written_where_its_label_cannot_be(lena: Terminal, tmp_path: Path) -> None:
    (tmp_path / "label.pdf").write_text("mine")
    files = ("--to", str(tmp_path / "letter.pdf"), "--label", str(tmp_path / "label.pdf"))
    assert "label.pdf is there already" in lena.refused("press", *files)
    assert pdfs(tmp_path) == ["label.pdf"]


def test_a_label_alone_is_pressed(lena: Terminal, tmp_path: Path) -> None:
    label = str(tmp_path / "label.pdf")
    assert lena.ask("press", "--label", label) == {"message": 1, "label": label}
    assert pdfs(tmp_path) == ["label.pdf"]


@pytest.mark.parametrize("words", [("press", "--to", "-"), ("feed", "--save", "-")])
def test_a_dash_names_no_file(lena: Terminal, words: tuple[str, ...]) -> None:
    assert "Name a new file" in lena.refused(*words)
    assert not Path("-").exists()


def test_a_program_gets_one_value_for_all_that_a_calendar_was_asked(lena: Terminal, tmp_path: Path) -> None:
    told = lena.ask("feed", "--save", str(tmp_path / "a.ics"), "--new-token", "--names")
    assert sorted(told) == ["names", "saved", "url"]
    said = lena.type("feed", "--save", str(tmp_path / "b.ics"), "--new-token")
    assert said.index("Saved as") < said.index("Subscribe to http://127.0.0.1:8026/")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("feed", "--save", "c.ics", "--user", "lena"), "--caldav ADDRESS"),
        (("feed", "--new-token", "--port", "0"), "--serve"),
        (("send", "1", "--by-hand", "--mailto"), "say --by-hand when it went"),
        (("send", "1", "--at", "2026-03-02T15:30"), "with --by-hand"),
    ],
)
def test_what_cannot_go_together_is_refused_before_anything_is_done(lena: Terminal, words: tuple[str, ...], why: str) -> None:
    assert why in lena.refused(*words)
    assert not Path("c.ics").exists()
    assert lena.ask("show", "--message", "1")["message"]["state"] == "draft"


def test_a_note_is_given_as_file_and_link_at_once(lena: Terminal, tmp_path: Path) -> None:
    number = str(lena.ask("write", "Ada", "--channel", "email")["message"]["id"])
    lena.type("approve", number, "--yes")
    told = lena.ask("send", number, "--mailto", "--eml", str(tmp_path / "note.eml"))
    assert told["mailto"].startswith("mailto:ada@northgate.example?")
    assert (told["eml"], told["message"]) == (str(tmp_path / "note.eml"), int(number))
    assert lena.ask("send", number, "--by-hand")["state"] == "sent"
    assert "nothing left to note" in lena.refused("send", number, "--by-hand")


@pytest.mark.server
def test_the_address_that_is_told_while_serving_is_the_one_that_answers(tmp_path: Path) -> None:
    here = {**os.environ, "SINCERELY_HOME": str(tmp_path), "SINCERELY_NOW": "2026-03-02T16:00:00+00:00"}
    program = [sys.executable, "-m", "sincerely"]
    subprocess.run([*program, "init", "--name", "Lena", "--email", "lena@example.org", "--zone", "UTC"], env=here, check=True)
    words = [*program, "feed", "--new-token", "--serve", "--port", "0", "--json"]
    with subprocess.Popen(words, env=here, stdout=subprocess.PIPE, text=True) as serving:
        try:
            assert serving.stdout is not None
            told = json.loads(serving.stdout.readline())
            assert told["url"].startswith(told["serving"])
            with urllib.request.urlopen(told["url"], timeout=30) as answer:
                assert answer.read().startswith(b"BEGIN:VCALENDAR")
        finally:
            serving.terminate()
