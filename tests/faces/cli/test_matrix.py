"""The command line where desks are kept for many: on the machine's own desk, and on nobody else's."""

import tomllib
from datetime import timedelta
from pathlib import Path

import pytest
from tests.desk.conftest import NOW, furnish
from tests.desk.members.conftest import centre  # noqa: F401

from sincerely.faces.cli import run
from sincerely.faces.cli.app import PANELS

TABLE = tomllib.loads(Path(__file__).with_name("matrix.toml").read_text())
KINDS = {kind: TABLE[kind].split() for kind in ("deskless", "operator", "own")}
COMMANDS = sorted(name for panel in PANELS.values() for name in panel)
GUESSED = 987_654
pytestmark = pytest.mark.django_db
# They begin the machine's own desk.
BEGINNERS = ("init", "import")
# What each needs beside its name, where it would ask.
WORDS = {
    "note": ["words"],
    "promise": ["2026-03-10"],
    "stop": ["Bob"],
    "log": ["Bob"],
    "waive": ["Bob", "--reason", "x"],
    "confirm": ["1"],
} | {
    "discard": ["1"],
    "contact": ["Bob"],
    "application": ["Acme"],
    "add": ["--employer", "Acme", "--role", "Cook"],
    "fine": ["hostility/profanity", "Bloody Mary"],
    "may": ["--contact", "Bob"],
    "token": ["list"],
    "feed": ["--push"],
    "press": ["--to", "/dev/null"],
}


@pytest.fixture
def alice(centre, monkeypatch, settings):  # noqa: F811
    """A seeker's desk, with one of everything that has a number."""
    settings.MEMBERS = True
    monkeypatch.setenv("SINCERELY_NOW", NOW.isoformat())
    from sincerely.desk.actions.replies import log_received
    from sincerely.desk.actions.tokens import make_token
    from sincerely.desk.models import Watch, Watched

    scene = centre.desk("Alice")
    told = {"contact": scene.charlie, "nature": "human", "channel": "email", "text": "Alice's secret reply"}
    reply = log_received(scene.actor, scene.application, now=NOW - timedelta(minutes=5), **told)
    watch = Watch.objects.create(
        desk_id=scene.actor.desk, address="https://a.example/", host="a.example", added_at=NOW, next_at=NOW
    )
    seen = {"key": "1", "title": "Alice's secret job", "first_seen": NOW, "last_seen": NOW}
    return {
        "message": scene.draft().id,
        "contact": scene.bob,
        "application": scene.application,
        "interview": scene.interview,
        "reply": reply.id,
        "posting": Watched.objects.create(desk_id=scene.actor.desk, watch=watch, **seen).pk,
        "token": make_token(scene.actor, name="Alice's secret program", now=NOW)[0].id,
    }


@pytest.fixture
def operator(alice):
    """The machine's own desk beside hers."""
    from sincerely.desk.actions.desk import start_desk

    return furnish(start_desk(name="Op Erator", email="op@machine.example", zone="Europe/Dublin", now=NOW))


def test_every_command_is_in_the_table_once() -> None:
    assert sorted(name for names in KINDS.values() for name in names) == COMMANDS
    assert set(TABLE["asked"]) <= set(KINDS["own"])


@pytest.mark.parametrize("command", sorted(set(KINDS["own"]) - set(BEGINNERS)))
def test_without_a_desk_of_the_machine_nobodys_is_opened(command, alice, capsys, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    code = run([command, *WORDS.get(command, [])])
    said = "".join(capsys.readouterr())
    assert "no desk here yet" in said or "There is no desk yet" in said
    assert code >= 64 or command == "due"


@pytest.mark.parametrize("command", sorted(TABLE["asked"]))
def test_anothers_number_answers_as_a_guessed_one(command, alice, operator, capsys) -> None:
    def asked(numbers: dict[str, int]) -> tuple[int, str]:
        code = run([command, *TABLE["asked"][command].format(**numbers).split()])
        said = "".join(capsys.readouterr())
        for number in numbers.values():
            said = said.replace(str(number), "N")
        return code, said

    guessed = dict.fromkeys(alice, GUESSED)
    theirs = asked(alice)
    assert theirs == asked(guessed)
    assert theirs[0] >= 64
    assert "Alice" not in theirs[1]


@pytest.mark.parametrize(
    "command", [["members", "list"], ["members", "list", "1"], ["due"], ["show"], ["history"], ["watch"], ["token"]]
)
def test_what_the_operator_sees_is_nobodys_writing(command, alice, operator, capsys) -> None:
    run(command)
    said = "".join(capsys.readouterr())
    assert "secret" not in said
    assert "Willow Care" not in said or command[0] != "members"
