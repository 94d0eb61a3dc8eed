"""Races on real databases: one row, one claim; and no check-in leaves once a reply can be seen."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.server, pytest.mark.slow]
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_many_processes_claim_each_row_once_and_none_sends_after_a_visible_reply(database: str) -> None:
    command = [sys.executable, "-m", "benchmarks.reliability.races", "--on", database, "--rows", "200", "--replies", "80"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr[-2000:]
    found = json.loads(done.stdout)
    assert (found["claimed"], found["double_claims"]) == (200, 0)
    assert (found["replies"], found["after_a_reply"]) == (80, 0)
    assert 0 < found["sent_before_the_reply"] < 80, "both sides must win at times, else nothing was raced"
