"""schemathesis against the API of a served desk: every check, by examples, edges, chance, and chains of requests.

Run: python benchmarks/api.py [--minutes 5 | --seconds 15] [--phases stateful].
Prints its report; ends with 1 where it found a fault.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.request import urlopen

NOW = "2026-03-04T12:00:00+00:00"
# A desk with one of everything, and a token that may do all of it.
FILL = """
import os
from sincerely.desk.opened import prepare
prepare()
from sincerely.desk.actions.contacts import add_contact
from sincerely.desk.actions.desk import start_desk
from sincerely.desk.actions.replies import log_received
from sincerely.desk.actions.shares import share_by_link
from sincerely.desk.actions.tokens import make_token
from sincerely.desk.actions.watches import add_watch
from sincerely.desk.callers import Scope
from sincerely.desk.models import Comment, Message, Watched
from tests.desk.conftest import NOW, furnish
actor = start_desk(name="Alice Archer", email="alice@archer.example", zone="Europe/Dublin", now=NOW)
scene = furnish(actor)
scene.queued()
scene.draft(contact=scene.charlie)
log_received(actor, scene.application, contact=scene.charlie, nature="human", text="We will write soon.", now=NOW)
watch = add_watch(actor, "https://jobs.example/", now=NOW).id
job = dict(desk_id=actor.desk, watch_id=watch, key="7", title="Nurse", employer="Willow Care")
Watched.objects.create(**job, first_seen=NOW, last_seen=NOW)
add_contact(actor, scene.application, name="Bob Byrne", now=NOW)
note = Message.objects.order_by("-id").first()
if note is not None:
    share = share_by_link(actor, note.pk, now=NOW)[0].id
    said = dict(message=note, share_id=share, said_at=NOW)
    Comment.objects.create(words="Warmer?", quote="your time", suggestion="your time and care", **said)
print(make_token(actor, name="schemathesis", scopes=list(Scope), now=NOW)[1])
"""
# The program itself; only its patience with a caller that never rests is longer.
SERVE = """
import sys
from sincerely.desk.opened import set_up
set_up()
from sincerely.faces.api import door
door.paced = lambda turnstile, who: None
from sincerely.faces.cli import run
sys.exit(run(["serve", "--port", "0"]))
"""
# 422 is also what the desk itself refuses: an employer without a letter in its name, an interview that ends before it begins.
CONFIG = """
[checks.positive_data_acceptance]
expected-statuses = ["2xx", "401", "403", "404", "409", "422", "429"]
"""
# It would keep the token of the run itself out.
LEFT_OUT = "revoke_token"


class Served(NamedTuple):
    """Where the API answers, and a token for it."""

    address: str
    token: str


@contextmanager
def served(home: Path, fill: str = FILL) -> Iterator[Served]:
    """A desk of its own, served by the program."""
    root = str(Path(__file__).resolve().parents[1])
    paths = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH", "")]))
    environment = {**os.environ, "SINCERELY_HOME": str(home), "SINCERELY_NOW": NOW, "PYTHONPATH": paths}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    filled = subprocess.run([sys.executable, "-c", fill], env=environment, check=True, capture_output=True, text=True)
    with (home / "server.log").open("wb") as log:
        process = subprocess.Popen([sys.executable, "-c", SERVE], env=environment, stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            assert process.stdout
            port = int(process.stdout.readline().partition("127.0.0.1:")[2].partition("/")[0])
            address = f"http://127.0.0.1:{port}"
            # The description is made with the first request; a busy machine takes its time.
            with urlopen(f"{address}/api/openapi.json", timeout=120):
                yield Served(address, filled.stdout.strip())
        finally:
            process.terminate()
            process.wait()


def examine(desk: Served, seconds: int, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """One run of schemathesis with all its checks."""
    (folder / "schemathesis.toml").write_text(CONFIG)
    command = [str(Path(sys.executable).with_name("st")), "run", f"{desk.address}/api/openapi.json"]
    command += ["--header", f"Authorization: Bearer {desk.token}", "--checks", "all", "--max-time", str(seconds)]
    command += ["--exclude-operation-id", LEFT_OUT, "--generation-database", "none", "--no-color", "--continue-on-failure"]
    command += more
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--minutes", type=float, default=5)
    asked.add_argument("--seconds", type=float, default=0)
    asked.add_argument("--phases", default="examples,coverage,fuzzing,stateful")
    told = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home")
        home.mkdir()
        with served(home) as desk:
            done = examine(desk, int(told.seconds or told.minutes * 60), Path(folder), "--phases", told.phases)
        print(re.sub(r"sincerely_[\w-]+", "sincerely_…", done.stdout))
        print(done.stderr[-2000:], file=sys.stderr)
    sys.exit(done.returncode)


if __name__ == "__main__":
    main()
