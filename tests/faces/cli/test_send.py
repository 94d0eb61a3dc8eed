"""Sending from the command line: one message on the person's word, what else waits, and what nobody knows."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.faces.cli.test_desk import Person, lena, newcomer
from tests.servers.scripted import HANG_UP, scripted_server

pytestmark = pytest.mark.slow
__all__ = ["lena", "newcomer"]
SIGN_IN = {"EHLO": "250-here\r\n250 AUTH PLAIN", "AUTH": "235 in"}
PASSWORD = "Kettle-drum/7"


def with_two_notes(lena: Person, port: int) -> list[str]:
    """Lena's mailbox, and two approved notes; their numbers."""
    server = ("--smtp-host", "localhost", "--smtp-port", str(port), "--smtp-security", "none")
    lena.type("mailbox", *server, "--password-file", "-", typed=PASSWORD)
    lena.now = "2026-03-02T15:45:00+00:00"
    numbers = [str(lena.ask("write", who)["message"]["id"]) for who in ("Ada", "Bo")]
    for number in numbers:
        lena.type("approve", number, "--yes")
    return numbers


def test_one_that_is_named_goes_alone_and_the_rest_is_told(lena: Person) -> None:
    with scripted_server(**SIGN_IN) as server:
        first, second = with_two_notes(lena, server.port)
        said = lena.type("send", second)
        assert "Bo Lind" in said
        assert "sent" in said
        assert "1 more waits to be sent: sincerely send." in said
        assert len(server.messages) == 1
        assert [lena.ask("show", "--message", each)["message"]["state"] for each in (first, second)] == ["queued", "sent"]
        assert "Ada Okafor" in lena.type("send")
        assert len(server.messages) == 2


def test_naming_it_tries_again_at_once_after_a_refusal(lena: Person) -> None:
    with scripted_server(**SIGN_IN, DATA="451 4.3.0 later") as server:
        first, _ = with_two_notes(lena, server.port)
        assert "not yet" in lena.type("send", first)
        asked = server.heard.count("DATA")
        assert "Nothing" not in lena.type("send", first)
        assert server.heard.count("DATA") == asked + 1


def test_a_lost_answer_is_told_as_a_doubt_and_never_sent_again(lena: Person) -> None:
    with scripted_server(**SIGN_IN, FINAL=HANG_UP) as server:
        first, _ = with_two_notes(lena, server.port)
        said = lena.type("send", first)
        assert "may have gone" in said
        assert f"sincerely settle {first}" in said
        lena.now = "2026-03-03T12:00:00+00:00"
        lena.type("send", first)
        assert len(server.messages) == 1


@pytest.mark.parametrize(("start", "seen"), [(0, True), (100, True), (40960, False)])
def test_a_damaged_desk_is_restored_in_place_and_kept_aside(lena: Person, tmp_path: Path, start: int, seen: bool) -> None:
    backup = tmp_path / "monday.backup"
    lena.type("backup", str(backup))
    file = lena.home / "desk.sqlite3"
    with closing(sqlite3.connect(file)) as desk:
        desk.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = file.read_bytes()
    damaged = whole[:start] + b"\xff" * 9000 + whole[start + 9000 :]
    file.write_bytes(damaged)
    if seen:
        assert "sincerely restore FILE" in lena.refused("due")
    said = lena.type("restore", str(backup))
    (aside,) = lena.home.glob("damaged-*-desk.sqlite3")
    assert aside.name in said
    assert aside.read_bytes() == damaged
    assert "Northgate Bakery" in lena.type("show")
    assert "stands here already" in lena.refused("restore", str(backup))
