"""Workers killed in hundreds while real servers take, lose and withhold: nothing twice, nothing lost, every doubt is asked."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.reliability.points import names

pytestmark = [pytest.mark.server, pytest.mark.slow]
ROOT = Path(__file__).resolve().parents[2]
ALL_WELL = {"duplicates": 0, "lost": 0, "unlisted": 0, "broken": 0, "waiting": 0}


def killed(*options: str) -> dict:
    """What the benchmark tells of one database. It forks, so it has a process of its own."""
    command = [sys.executable, "-m", "benchmarks.reliability", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr[-2000:]
    return json.loads(done.stdout)


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_hundreds_of_kills_send_nothing_twice_and_lose_nothing(database: str) -> None:
    found = killed("--kills", "250", "--on", database, "--seed", "7")
    assert found["kills"] == 250
    assert set(names()) <= set(found["at"]), "every named point was met"
    assert {name: found[name] for name in ALL_WELL} == ALL_WELL, found
    assert found["sent"] + found["unsure"] + found["failed"] == 350


def test_where_the_provider_files_what_it_sends_every_message_arrives_once_and_nobody_is_asked() -> None:
    found = killed("--kills", "60", "--on", "sqlite", "--filing", "--seed", "8")
    assert {name: found[name] for name in ALL_WELL} == ALL_WELL, found
    assert (found["unsure"], found["stored"]) == (0, found["sent"])
