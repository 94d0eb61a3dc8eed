"""The clock stands only in the faces and the worker."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READINGS = {
    "datetime.now": "import datetime\n\nx = datetime.datetime.now(datetime.UTC)\n",
    "date.today": "import datetime\n\nx = datetime.date.today()\n",
    "time.time": "import time\n\nx = time.time()\n",
    "django": "from django.utils.timezone import now\n\nx = now()\n",
}


def ruff(code: str, place: str) -> str:
    """What ruff says of code as if it stood at a place."""
    command = [Path(sys.executable).with_name("ruff"), "check", "--select", "TID251", "--stdin-filename", place, "-"]
    return subprocess.run(command, input=code, capture_output=True, text=True, cwd=ROOT, check=False).stdout


@pytest.mark.parametrize("code", READINGS.values(), ids=READINGS.keys())
@pytest.mark.parametrize("place", ["src/sincerely/cadence/x.py", "src/sincerely/desk/actions/x.py", "src/sincerely/post/x.py"])
def test_reading_the_clock_below_the_faces_is_refused(code: str, place: str) -> None:
    assert "TID251" in ruff(code, place)


@pytest.mark.parametrize("place", ["src/sincerely/faces/cli/x.py", "src/sincerely/project/worker.py"])
def test_the_faces_and_the_worker_may_read_the_clock(place: str) -> None:
    assert "TID251" not in ruff(READINGS["datetime.now"], place)
