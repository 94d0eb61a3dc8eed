"""The examples of docs/api.md, typed into a shell beside a served desk; and schemathesis against one."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.api import FILL, examine, served

pytestmark = [pytest.mark.server, pytest.mark.slow]
PAGE = Path(__file__).resolve().parents[3] / "docs" / "api.md"
BLOCKS = re.compile(r"```sh\n(.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A served desk on which no message is yet, with its address and home."""
    home = tmp_path_factory.mktemp("home")
    fill = FILL.replace("scene.queued()\nscene.draft(contact=scene.charlie)\n", "")
    with served(home, fill) as found:
        yield found, home


def test_every_example_of_the_page_does_what_it_says(desk, tmp_path: Path) -> None:
    found, home = desk
    for program in ("curl", "jq", "bash"):
        if shutil.which(program) is None:
            pytest.skip(f"the page's examples need {program}")
    script = tmp_path / "page.sh"
    script.write_text("set -e\n" + "\necho; echo =====\n".join(BLOCKS.findall(PAGE.read_text(encoding="utf-8"))))
    ways = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    told = {
        **os.environ,
        "SINCERELY_HOME": str(home),
        "SINCERELY_NOW": "2026-03-04T12:00:00Z",
        "DESK": found.address,
        "PATH": ways,
    }
    done = subprocess.run(["bash", str(script)], env=told, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    about, me, checked, note, sent = done.stdout.split("=====")
    assert "urn:sincerely:problem" not in done.stdout, done.stdout
    assert '"members": false' in about
    assert '"scopes": ["approve", "read", "write"]' in me
    assert '"verdict": "hold"' in checked
    assert '"state": "draft"' in note
    assert '"state": "approved"' in sent
    assert '"state": "queued"' in sent


def test_schemathesis_finds_no_fault(desk, tmp_path: Path) -> None:
    """For seconds; for minutes it is run by hand: benchmarks/api.py."""
    done = examine(desk[0], 8, tmp_path, "--phases", "examples,fuzzing,stateful")
    assert done.returncode == 0, done.stdout[-6000:]
