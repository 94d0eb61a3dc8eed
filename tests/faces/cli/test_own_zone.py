"""A new desk tells the time of the machine that it stands on."""

import os
import subprocess
import sys


def test_a_new_desk_takes_the_zone_of_the_machine(tmp_path) -> None:
    environment = {**os.environ, "SINCERELY_HOME": str(tmp_path), "TZ": "Asia/Tokyo"}
    done = subprocess.run(
        [sys.executable, "-m", "sincerely", "init", "--name", "Ada Moore", "--no-mailbox"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Times are shown as in Asia/Tokyo." in done.stdout
