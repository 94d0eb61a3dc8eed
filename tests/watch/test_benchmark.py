"""Four workers share what is under watch: nothing is fetched twice and no host hurried, on both databases."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.server, pytest.mark.slow]
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_four_workers_fetch_every_page_once_and_hurry_nobody(database: str) -> None:
    command = [sys.executable, "-m", "benchmarks.watch", "--on", database, "--postings", "300", "--hosts", "30"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr[-2000:]
    found = json.loads(done.stdout)
    assert (found["requests"], found["kept"]) == (330, 294)
    assert found["fetched_twice"] == found["never_fetched"] == found["hosts_hurried"] == 0
    assert found["workers_that_asked"] == 4, "all must have worked, else nothing was raced"
