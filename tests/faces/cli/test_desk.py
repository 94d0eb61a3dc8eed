"""The desk without a mailbox, from the command line: a process for each command, as a person types them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

# A process for each command takes its time; the same commands in one process are in test_smoke.py.
pytestmark = pytest.mark.slow

AFTERNOON = "2026-03-02T15:40:00+00:00"


class Person:
    """Somebody at a terminal, with a home and a clock."""

    def __init__(self, home: Path) -> None:
        self.home, self.now = home, AFTERNOON

    def run(self, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "SINCERELY_HOME": str(self.home), "SINCERELY_NOW": self.now}
        command = [sys.executable, "-m", "sincerely", *words]
        return subprocess.run(command, env=environment, input=typed, capture_output=True, text=True, check=False)

    def type(self, *words: str, typed: str = "") -> str:
        done = self.run(*words, typed=typed)
        assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
        return done.stdout

    def ask(self, *words: str) -> Any:
        return json.loads(self.type(*words, "--json"))

    def refused(self, *words: str, typed: str = "") -> str:
        """The one line that says why not."""
        done = self.run(*words, typed=typed)
        assert done.returncode >= 64, done.stdout
        assert done.stderr.count("\n") == 1, done.stderr
        return done.stderr


@pytest.fixture
def newcomer(tmp_path: Path) -> Person:
    return Person(tmp_path / "home")


@pytest.fixture
def lena(newcomer: Person) -> Person:
    """Lena, whose interview with two people ended forty minutes ago."""
    newcomer.type(
        "init", "--name", "Lena Brandt", "--email", "lena@example.org", "--phone", "01632 960 111", "--zone", "Europe/London"
    )
    newcomer.type(
        *("add", "--employer", "Northgate Bakery", "--role", "Baker", "--zone", "Europe/London", "--country", "GB"),
        *("--with", "Ada Okafor <ada@northgate.example>, Head Baker", "--with", "Bo Lind <bo@northgate.example>"),
        *("--start", "2026-03-02T14:00", "--end", "2026-03-02T15:00", "--format", "on-site"),
    )
    return newcomer


def test_a_newcomer_is_told_how_to_begin(newcomer: Person) -> None:
    said = newcomer.type("due")
    assert "sincerely init" in said
    assert "sincerely add" in said


def test_a_command_before_init_says_what_to_do(newcomer: Person) -> None:
    assert "sincerely init" in newcomer.refused("show")


def test_a_second_desk_in_one_home_is_refused(lena: Person) -> None:
    lena.refused("init", "--name", "Somebody Else")


def test_a_note_by_hand_from_due_to_done(lena: Person) -> None:
    assert [touch["contact_name"] for touch in lena.ask("due")["today"]] == ["Ada Okafor", "Bo Lind"]
    draft = lena.ask("write", "Ada")
    assert draft["report"]["verdict"] == "ready"
    number = str(draft["message"]["id"])
    assert "--yes" in lena.refused("approve", number).replace("\n", " ")
    lena.type("approve", number, "--yes")
    link = lena.type("send", number, "--mailto")
    assert link.startswith("mailto:ada@northgate.example?subject=")
    eml = lena.home.parent / "note.eml"
    lena.type("send", number, "--eml", str(eml))
    assert b"To: " in eml.read_bytes()
    lena.type("send", number, "--by-hand")
    assert [touch["contact_name"] for touch in lena.ask("due")["today"]] == ["Bo Lind"]
    assert lena.ask("show", "--message", number)["message"]["state"] == "sent"


def test_a_note_that_is_begun_is_gone_on_with(lena: Person) -> None:
    first = lena.ask("write")["message"]
    second = lena.ask("write")["message"]
    assert {first["contact_name"], second["contact_name"]} == {"Ada Okafor", "Bo Lind"}
    assert f"sincerely edit {first['id']}" in lena.refused("write")


def test_what_was_approved_and_then_changed_must_be_approved_again(lena: Person) -> None:
    number = str(lena.ask("write", "Ada")["message"]["id"])
    lena.type("approve", number, "--yes")
    lena.type("edit", number, "--subject", "Baker: thank you, Ms Okafor")
    assert lena.ask("show", "--message", number)["message"]["state"] == "draft"
    lena.refused("send", number, "--by-hand")


def test_a_promise_in_words_is_shown_as_understood_and_moves_the_check_in(lena: Person) -> None:
    said = lena.type("promise", "by the end of next week")
    assert "2026-03-13" in said
    check_in = next(touch for touch in lena.ask("plan")["touches"] if touch["stage"] == "check-in")
    assert check_in["not_before"].startswith("2026-03-17")


def test_words_that_promise_no_day_are_asked_about(lena: Person) -> None:
    assert "2026-03-10" in lena.refused("promise", "we will see")


def test_a_waived_thank_you_is_owed_no_more_and_stays_in_the_history(lena: Person) -> None:
    lena.type("waive", "Bo", "--reason", "We spoke the same evening")
    assert [touch["contact_name"] for touch in lena.ask("due")["today"]] == ["Ada Okafor"]
    assert "same evening" in lena.type("history")


def test_a_stop_ends_it_for_good(lena: Person) -> None:
    lena.type("stop", "Ada", "--reason", "She asked me not to write")
    answer = lena.ask("may", "--contact", "Ada", "--stage", "thank-you")
    assert (answer["allowed"], answer["next_allowed"]) == (False, None)


def test_a_call_that_was_made_counts_for_the_next_contact(lena: Person) -> None:
    lena.type("log", "Ada", "--channel", "call", "--stage", "thank-you")
    answer = lena.ask("may", "--contact", "Bo", "--channel", "email")
    assert answer["allowed"] is False
    assert answer["next_allowed"] >= "2026-03-09"


def test_a_rejection_by_phone_leaves_one_thank_you(lena: Person) -> None:
    lena.type("log", "Ada", "--received", "rejection", "--text", "She rang: they took somebody else.")
    assert [(touch["stage"], touch["contact"]) for touch in lena.ask("plan")["touches"]] == [("after-rejection", "1")]


def test_everything_goes_out_as_json_and_comes_back(lena: Person, tmp_path: Path) -> None:
    lena.type("write", "Ada")
    file = tmp_path / "desk.json"
    lena.type("export", str(file))
    other = Person(tmp_path / "other")
    other.type("import", str(file))
    assert other.ask("due") == lena.ask("due")
    assert json.loads(other.type("export")) == json.loads(file.read_text())


def test_a_backup_comes_back(lena: Person, tmp_path: Path) -> None:
    lena.type("write", "Ada")
    copy = tmp_path / "monday.backup"
    lena.type("backup", str(copy))
    other = Person(tmp_path / "other")
    other.type("restore", str(copy))
    assert [row["employer"] for row in other.ask("show")] == ["Northgate Bakery"]
    assert "monday.backup" in lena.refused("backup", str(copy))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["add", "nothing.ics"], "nothing.ics"),
        (["add", "--employer", "X", "--start", "yesterday"], "yesterday"),
        (["add", "--employer", "X", "--start", "2026-03-02T10:00", "--zone", "Mars/Olympus"], "Mars/Olympus"),
        (["write", "Nobody"], "Nobody"),
        (["approve", "99", "--yes"], "99"),
        (["promise", "2026-03-10", "--for", "Nowhere"], "Nowhere"),
        (["policy", "--set", "gap_dayz=3"], "gap_dayz"),
        (["restore", "pyproject.toml"], "pyproject.toml"),
        (["import", "pyproject.toml"], "pyproject.toml"),
        (["confirm", "99", "rejection"], "99"),
        (["sync"], "mailbox"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_bad_input_gets_one_clear_line(lena: Person, words: list[str], said: str) -> None:
    assert said in lena.refused(*words)


def test_an_unreadable_invite_is_refused_and_nothing_is_lost(lena: Person, tmp_path: Path) -> None:
    for name, content in (("bad.ics", b"BEGIN:VCALENDAR\n\xff\xfe\x00"), ("bad.eml", os.urandom(4000)), ("empty.ics", b"")):
        (tmp_path / name).write_bytes(content)
        lena.refused("add", str(tmp_path / name))
    assert len(lena.ask("show")) == 1


def test_a_mail_of_more_than_50_megabytes_is_refused(lena: Person, tmp_path: Path) -> None:
    (tmp_path / "huge.eml").write_bytes(b"Subject: x\n\n" + b"x" * (51 * 1024 * 1024))
    assert "50 MB" in lena.refused("add", str(tmp_path / "huge.eml"))


def test_an_unknown_mail_server_is_named_and_nothing_is_kept(lena: Person) -> None:
    said = lena.run("mailbox", "--smtp-host", "mail.invalid", "--password-file", "-", typed="secret words")
    assert said.returncode >= 64
    assert "mail.invalid" in said.stderr
    assert "secret words" not in said.stderr + said.stdout
    assert lena.ask("profile")["accounts"] == []
