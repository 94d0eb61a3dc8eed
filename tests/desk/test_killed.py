"""A killed process, and several at once: nothing is sent twice, and nothing is lost without a word."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.desk.child import POINTS
from tests.desk.conftest import NOW

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]


def child(home: Path, *arguments: str) -> subprocess.Popen:
    """A process of its own on the desk in a home."""
    environment = {**os.environ, "SINCERELY_HOME": str(home), "PYTHONPATH": str(ROOT)}
    return subprocess.Popen([sys.executable, str(ROOT / "tests/desk/child.py"), *arguments], env=environment, cwd=ROOT)


def finish(process: subprocess.Popen) -> int:
    return process.wait(timeout=120)


def work(home: Path, point: str = "none", now: datetime = NOW) -> int:
    return finish(child(home, "work", point, now.isoformat()))


def states(home: Path) -> list[str]:
    with closing(sqlite3.connect(home / "desk.sqlite3")) as desk:
        return [state for (state,) in desk.execute("SELECT state FROM desk_message ORDER BY id")]


def delivered(home: Path) -> list[str]:
    file = home / "delivered"
    return file.read_text().split() if file.exists() else []


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A home with six queued messages."""
    home = tmp_path_factory.mktemp("built")
    assert finish(child(home, "build", "6")) == 0
    return home


@pytest.fixture
def home(built: Path, tmp_path: Path) -> Path:
    """A copy of it to break."""
    shutil.copytree(built, tmp_path / "home")
    return tmp_path / "home"


@pytest.mark.parametrize("point", POINTS)
def test_a_kill_at_any_point_sends_nothing_twice_and_loses_nothing(home: Path, point: str) -> None:
    assert work(home, point) == -signal.SIGKILL
    reached_the_server = point in ("after-data", "before-commit")
    assert len(delivered(home)) == reached_the_server
    assert work(home, now=NOW + timedelta(minutes=15)) == 0
    in_doubt = point in ("after-mark", "after-data", "before-commit")
    assert states(home).count("unsure") == in_doubt
    assert states(home).count("sent") == 6 - in_doubt
    assert len(set(delivered(home))) == len(delivered(home)) == 6 - in_doubt + reached_the_server


def test_kills_at_random_moments_send_nothing_twice(home: Path) -> None:
    chance = random.Random(20260304)
    now = NOW
    for _ in range(8):
        process = child(home, "work", "none", now.isoformat())
        time.sleep(chance.uniform(0.2, 1.2))
        process.kill()
        finish(process)
        now += timedelta(minutes=15)
    assert work(home, now=now) == 0
    assert work(home, now=now + timedelta(minutes=15)) == 0
    found = delivered(home)
    assert len(set(found)) == len(found)
    assert set(states(home)) <= {"sent", "unsure"}
    assert len(found) >= states(home).count("sent")


def test_several_processes_at_once_send_each_message_once(home: Path) -> None:
    processes = [child(home, "work", "none", NOW.isoformat()) for _ in range(4)]
    assert [finish(process) for process in processes] == [0, 0, 0, 0]
    assert sorted(delivered(home)) == [f"bob{number}@employer.example" for number in range(6)]
    assert states(home) == ["sent"] * 6
