"""A career centre on a real PostgreSQL, with workers as processes of their own and a mail server that counts."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.desk.conftest import NOW, Scene, actor, furnish  # noqa: F401
from tests.project.sink import Sink, sink
from tests.servers.postgres import Server, a_server

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 180.0


@dataclass
class Centre:
    """The database, the mail server, and the workers that run."""

    home: Path
    server: Server
    mail: Sink
    workers: list[subprocess.Popen[str]] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        told = {"HOME": str(self.home), "DATABASE_URL": self.server.url, "MEMBERS": "on", "WORKERS": "on", "NOW": NOW.isoformat()}
        return {**os.environ, "PYTHONPATH": str(ROOT), **{f"SINCERELY_{name}": value for name, value in told.items()}}

    def child(self, *words: object) -> str:
        """What a process of its own on this database says."""
        command = [sys.executable, str(ROOT / "tests/project/child.py"), *map(str, words)]
        return subprocess.run(command, env=self.environment, cwd=ROOT, check=True, capture_output=True, text=True).stdout

    def states(self) -> dict[str, int]:
        found: dict[str, int] = json.loads(self.child("states"))
        return found

    def work(self, lanes: int = 2) -> subprocess.Popen[str]:
        """Starts a worker, and gives it once it works."""
        command = [sys.executable, "-m", "sincerely", "worker", "--lanes", str(lanes), "--status", "127.0.0.1:0", "--json"]
        process = subprocess.Popen(command, env=self.environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        self.workers.append(process)
        assert process.stdout is not None
        told = process.stdout.readline()
        assert "working" in told
        process.status = json.loads(told)["status"]  # type: ignore[attr-defined]
        return process

    def until(self, held: Callable[[], bool], what: str) -> None:
        """Waits until something holds; fails where it never does."""
        end = time.monotonic() + LONGEST
        while not held():
            assert time.monotonic() < end, f"never came: {what}; {self.mail.taken.total()} taken, {self.states()}"
            time.sleep(0.1)

    def end(self) -> None:
        for process in self.workers:
            with suppress(ProcessLookupError):
                process.send_signal(signal.SIGKILL)
            process.wait()


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Centre]:
    with a_server() as server, sink() as mail:
        made = Centre(tmp_path, server, mail)
        try:
            yield made
        finally:
            made.end()


@pytest.fixture
def scene(actor) -> Scene:  # noqa: F811
    """A desk with an interview that is just over."""
    return furnish(actor)
