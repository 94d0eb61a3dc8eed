"""Everything in a file, and back; and secrets that are in none of them."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from tests.desk.conftest import NOW

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.slow
SECRET = "correct-horse-battery-staple"

BUILD = f"""
from sincerely.desk.opened import prepare
prepare()
from sincerely.desk.actions.accounts import set_account
from sincerely.desk.actions.desk import start_desk
from sincerely.desk.actions.drafts import attach
from sincerely.desk.actions.replies import log_received
from tests.desk.conftest import NOW, furnish
actor = start_desk(name="Alice Archer", email="alice@archer.example", zone="Europe/Dublin", now=NOW)
scene = furnish(actor)
smtp = {{"name": "smtp", "host": "smtp.example.com", "username": "alice"}}
set_account(actor, "alice@archer.example", carrier=smtp, mailbox={{}}, secrets={{"password": "{SECRET}"}}, now=NOW)
attach(actor, scene.draft(contact=scene.charlie).id, name="rota.pdf", data=bytes(range(256)), now=NOW)
log_received(actor, scene.application, contact=scene.charlie, nature="human", text="Thanks – très bien", now=NOW)
scene.queued()
from sincerely.desk.actions.feeds import new_token, set_caldav
from sincerely.desk.models import Relayed
new_token(actor, now=NOW)
from sincerely.desk.actions.tokens import make_token, offer_pairing
make_token(actor, name="Script", now=NOW)
offer_pairing(actor, now=NOW)
set_caldav(actor, "https://calendar.example/alice/", "alice", "{SECRET}", now=NOW)
Relayed.objects.create(desk_id=actor.desk, fingerprint="f" * 64, state="gone", at=NOW)
from sincerely.desk.actions.ghosts import set_model
set_model(actor, address="http://127.0.0.1:11434/v1", model="small", key="{SECRET}", now=NOW)
"""


def run(home: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Runs code in a process of its own, on the desk in a home."""
    environment = {**os.environ, "SINCERELY_HOME": str(home), "PYTHONPATH": str(ROOT)}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    opening = "from sincerely.desk.opened import open_desk, prepare\nfrom tests.desk.conftest import NOW\n"
    return subprocess.run([sys.executable, "-c", opening + code], env=environment, cwd=ROOT, capture_output=True, text=True)


def told(home: Path, code: str) -> str:
    """What the code prints; fails where it fails."""
    done = run(home, code)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


EXPORT = """
import json
actor = open_desk()
from sincerely.desk.actions.exports import export_desk
print(json.dumps(export_desk(actor)))
"""
STATES = """
open_desk()
from sincerely.desk.models import Message
print(*Message.objects.order_by("id").values_list("state", flat=True))
"""
LET_IN = """
open_desk()
from sincerely.desk.models import Pairing, Token
print(Token.objects.count(), Pairing.objects.count())
"""
OPENED = """
actor = open_desk()
from sincerely.desk.accounts import open_carrier
print(open_carrier(actor)[1].config.password)
"""
PUSHED = """
actor = open_desk()
from sincerely.desk.actions.feeds import push_calendar
push_calendar(actor, NOW)
"""


def restoring(file: Path) -> str:
    return f"prepare()\nfrom sincerely.desk.actions.backups import restore\nrestore({str(file)!r}, now=NOW)"


WORK = """
from datetime import timedelta
actor = open_desk()
from sincerely.desk.loops.outbox import tick
from sincerely.proof.rulebook import only
from tests.desk.conftest import FakeCarrier
carrier = FakeCarrier()
while tick(actor, carrier, only([]), NOW + timedelta(hours=1)): pass
print(len(carrier.delivered))
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    """A home with a bit of everything: an account, files, replies, a draft and a queued message."""
    home = tmp_path_factory.mktemp("home")
    told(home, BUILD)
    return home


def test_an_export_comes_back_equal_and_says_no_secret(home: Path, tmp_path: Path) -> None:
    first = told(home, EXPORT)
    assert SECRET not in first
    assert "sealed" not in first
    (tmp_path / "desk.json").write_text(first)
    bring_back = (
        "import json\nprepare()\nfrom sincerely.desk.actions.exports import import_desk\n"
        f"import_desk(json.load(open({str(tmp_path / 'desk.json')!r})), now=NOW)"
    )
    other = tmp_path / "other"
    told(other, bring_back)
    assert json.loads(told(other, EXPORT)) == json.loads(first)
    assert len(json.loads(first)["tables"]["feed"]) == len(json.loads(first)["tables"]["relayed"]) == 1
    assert told(other, WORK) == "0", "what waited may have gone from the other home: it is asked about first"
    assert "unsure" in told(other, STATES)
    assert "password is not on this desk" in run(other, PUSHED).stderr
    again = run(other, bring_back)
    assert "stands here already" in again.stderr


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data.pop("format"),
        lambda data: data.update(version=99),
        lambda data: data["tables"].pop("desk"),
        lambda data: data["tables"]["contact"][0].pop("name"),
        lambda data: data["tables"]["contact"][0].update(employer_id=4711),
        lambda data: data["tables"]["message"][0].update(state="posted"),
        lambda data: data["tables"]["event"][0].update(at="yesterday"),
        lambda data: data["tables"]["event"][0].update(at="0001-01-01T00:00:00+14:00"),
        lambda data: data["tables"]["event"][0].update(at="2026-03-04T12:00:00"),
        lambda data: data["tables"]["event"][0].update(day="9999-12-31"),
        lambda data: data["tables"]["message"][0].update(changed_at="9999-12-31T23:59:59-12:00"),
        lambda data: data["tables"]["interview"].append("x"),
        lambda data: data["tables"]["contact"].append(data["tables"]["contact"][0]),
        lambda data: data.update(tables=[]),
    ],
)
@pytest.mark.django_db
def test_a_damaged_export_is_refused_in_words_and_changes_nothing(home: Path, damage) -> None:
    from sincerely.desk.actions.exports import import_desk
    from sincerely.desk.errors import DeskError
    from sincerely.desk.models import Desk

    data = json.loads(told(home, EXPORT))
    damage(data)
    with pytest.raises(DeskError) as caught:
        import_desk(data, now=NOW)
    assert len(str(caught.value).splitlines()) == 1
    assert not Desk.objects.exists()


# What each table held when desks were first exported: whatever came later, such an export comes back.
FIRST = """
desk: id name email phone zone postal_address pace employer background policy policy_changes allowed_rules created_at
employer: id desk_id name domain zone country region zone_guessed stopped_at created_at
application: id desk_id employer_id role posting posting_url status closed_at closed_because created_at
"""


@pytest.mark.django_db
def test_an_older_export_lacks_what_came_later_and_comes_back(home: Path) -> None:
    from sincerely.desk.actions.exports import export_desk, import_desk
    from sincerely.desk.models import Application, Desk, Employer

    today = json.loads(told(home, EXPORT))
    older = json.loads(json.dumps(today))
    for table, columns in (line.split(": ") for line in FIRST.strip().splitlines()):
        older["tables"][table] = [{name: row[name] for name in columns.split()} for row in older["tables"][table]]
    assert older != today
    actor = import_desk(older, now=NOW)
    assert export_desk(actor)["tables"] == today["tables"]
    assert Desk.objects.get().signature is None
    assert Employer.objects.get().part_of is None
    assert Application.objects.get().withdrawn_at is None


def test_a_backup_of_a_live_desk_holds_everything_but_the_secrets(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "desk.backup"
    copy = f"open_desk()\nfrom sincerely.desk.actions.backups import backup\nprint(backup({str(file)!r}, now=NOW))"
    assert int(told(home, copy)) == file.stat().st_size
    assert file.stat().st_mode & 0o077 == 0
    with closing(sqlite3.connect(home / "desk.sqlite3")) as desk:
        tables = ("account", "feed", "ghost")
        secrets = [desk.execute(f"SELECT sealed FROM desk_{table}").fetchone()[0] for table in tables]
    raw = file.read_bytes()
    assert SECRET.encode() not in raw
    assert all(secrets)
    assert not any(sealed.encode() in raw for sealed in secrets)
    assert "is there already" in run(home, copy).stderr

    other = tmp_path / "other"
    told(other, restoring(file))
    before, after = json.loads(told(home, EXPORT)), json.loads(told(other, EXPORT))
    assert after == before
    assert told(other, WORK) == "0"
    assert "unsure" in told(other, STATES)
    assert (told(home, LET_IN), told(other, LET_IN)) == ("1 1", "0 0"), "no copy lets in what was taken back since"
    assert "stands here already" in run(other, restoring(file)).stderr


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\0" + b"\0" * 200])
def test_what_is_no_backup_is_refused(home: Path, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    done = run(
        tmp_path / "new", f"prepare()\nfrom sincerely.desk.actions.backups import restore\nrestore({str(file)!r}, now=NOW)"
    )
    assert "DeskError" in done.stderr
    assert run(home, "open_desk()").returncode == 0


def test_a_backup_from_a_newer_program_is_refused(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "newer.backup"
    told(home, f"open_desk()\nfrom sincerely.desk.actions.backups import backup\nbackup({str(file)!r}, now=NOW)")
    with closing(sqlite3.connect(file)) as desk:
        desk.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('desk', '9999_later', '2030-01-01')")
        desk.commit()
    done = run(
        tmp_path / "new", f"prepare()\nfrom sincerely.desk.actions.backups import restore\nrestore({str(file)!r}, now=NOW)"
    )
    assert "newer Sincerely" in done.stderr


def test_the_password_is_sealed_with_a_key_outside_the_database(home: Path) -> None:
    for file in home.glob("desk.sqlite3*"):
        assert SECRET.encode() not in file.read_bytes()
    assert (home / "sealing.key").stat().st_mode & 0o077 == 0
    assert told(home, OPENED) == SECRET
    assert SECRET not in told(home, OPENED.replace(".password", ""))


def test_a_new_first_key_still_opens_what_an_old_one_sealed(home: Path) -> None:
    keys = home / "sealing.key"
    old = keys.read_text()
    keys.write_text("ab" * 32 + "\n" + old)
    assert told(home, OPENED) == SECRET
    keys.write_text("cd" * 32)
    done = run(home, OPENED)
    keys.write_text(old)
    assert "cannot be opened with this desk's key" in done.stderr
    assert SECRET not in done.stderr


def test_two_processes_that_open_a_new_home_at_once_both_succeed(tmp_path: Path) -> None:
    environment = {**os.environ, "SINCERELY_HOME": str(tmp_path / "new"), "PYTHONPATH": str(ROOT)}
    code = "from sincerely.desk.opened import prepare\nprepare()"
    both = [subprocess.Popen([sys.executable, "-c", code], env=environment, cwd=ROOT) for _ in range(2)]
    assert [process.wait(timeout=60) for process in both] == [0, 0]


def test_a_home_without_a_desk_says_how_to_begin(tmp_path: Path) -> None:
    done = run(tmp_path / "new", "open_desk()")
    assert "There is no desk yet. Start one: sincerely init." in done.stderr


def test_a_full_disk_is_told_in_one_line_and_changes_nothing(home: Path) -> None:
    full = """
actor = open_desk()
from django.db import connection
from sincerely.desk.actions.applications import add_application
from sincerely.desk.errors import DeskError
from sincerely.desk.models import Application
with connection.cursor() as cursor:
    pages = cursor.execute("PRAGMA page_count").fetchone()[0]
    cursor.execute(f"PRAGMA max_page_count = {pages}")
try:
    add_application(actor, employer="Full", posting="x" * 150_000, now=NOW)
except DeskError as error:
    print(error)
print(Application.objects.filter(employer__name="Full").count())
"""
    assert told(home, full).splitlines() == ["The disk is full. Nothing was changed. Free some space and try again.", "0"]


def test_a_damaged_desk_is_told_in_words(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "desk.sqlite3").write_bytes(b"not a database at all, but longer than a hundred bytes" * 10)
    assert "The desk's file is damaged." in run(home, "open_desk()").stderr
