"""What is remembered is never older than the desk."""

import sqlite3
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from tests.desk.conftest import NOW

from sincerely.desk.access import Actor
from sincerely.faces.web import remembering
from sincerely.faces.web.remembering import remembered, stamped

ALICE, BOB = Actor(1, "Alice"), Actor(2, "Bob")


@dataclass
class Line:
    """A connection as Django describes it."""

    settings_dict: dict[str, Path]
    vendor: str = "sqlite"
    in_atomic_block: bool = False
    asked: list[Actor] = field(default_factory=list)

    def ask(self, actor, now) -> int:
        self.asked.append(actor)
        return len(self.asked)


@pytest.fixture
def file(tmp_path):
    """A desk's file as the program opens it, and a program that writes into it."""
    with sqlite3.connect(tmp_path / "desk.sqlite3") as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("CREATE TABLE note (words)")
    yield other
    other.close()


@pytest.fixture
def line(file, tmp_path, monkeypatch) -> Line:
    found = Line({"NAME": tmp_path / "desk.sqlite3"})
    monkeypatch.setattr(remembering, "connection", found)
    monkeypatch.setattr(remembering, "LAST", {})
    return found


def test_the_same_question_is_answered_once(line) -> None:
    assert [remembered(line.ask, ALICE, NOW) for _ in range(3)] == [1, 1, 1]


def test_a_change_by_any_program_is_seen_at_once(line, file) -> None:
    for turn in range(1, 9):
        assert remembered(line.ask, ALICE, NOW) == turn
        with file:
            file.execute("INSERT INTO note VALUES ('x')")


def test_a_change_is_seen_though_the_log_begins_anew(line, file) -> None:
    with file:
        file.execute("INSERT INTO note VALUES ('x')")
    assert remembered(line.ask, ALICE, NOW) == 1
    file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with file:
        file.execute("INSERT INTO note VALUES ('x')")
    assert remembered(line.ask, ALICE, NOW) == 2


def test_the_next_minute_and_another_owner_are_other_questions(line) -> None:
    assert remembered(line.ask, ALICE, NOW + timedelta(seconds=1)) == 1
    assert remembered(line.ask, ALICE, NOW + timedelta(seconds=20)) == 1
    assert remembered(line.ask, ALICE, NOW + timedelta(seconds=70)) == 2
    assert remembered(line.ask, BOB, NOW + timedelta(seconds=70)) == 3


def test_what_happened_a_moment_ago_counts(line) -> None:
    moments = []
    for second in (0, 1, 59):
        remembered(lambda actor, now: moments.append(now), ALICE, NOW + timedelta(seconds=second))
    assert all(asked >= NOW + timedelta(seconds=second) for asked, second in zip(moments, (0, 1, 59), strict=True))


@pytest.mark.parametrize("name", ["in_atomic_block", "vendor"])
def test_amid_a_change_and_on_a_server_nothing_is_remembered(line, name) -> None:
    setattr(line, name, "postgresql" if name == "vendor" else True)
    assert stamped() is None
    assert [remembered(line.ask, ALICE, NOW) for _ in range(2)] == [1, 2]
