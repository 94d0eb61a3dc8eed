"""Runs a command on a real PostgreSQL of its own: `python -m tests.servers.postgres COMMAND …`."""

import os
import pwd
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.servers.ground import free_port, open_folder, running

PLACES = "/usr/lib/postgresql"
DATABASE = "desk"


def programs() -> Path:
    """The folder of the newest PostgreSQL that is installed."""
    found = sorted(Path(PLACES).glob("*/bin/initdb"), key=lambda path: int(path.parents[1].name))
    if not found:
        raise SystemExit("PostgreSQL not found. Install it: sudo apt-get install postgresql")
    return found[-1].parent


class Server:
    """A server in a folder, as the system's user for it: PostgreSQL refuses to run as root. It can be started anew."""

    def __init__(self, folder: Path, settings: Sequence[str] = ("fsync=off",)) -> None:
        self.folder, self.port, self.settings = folder, free_port(), settings
        self.url = f"postgresql://postgres@127.0.0.1:{self.port}/{DATABASE}"
        self.run = ExitStack()
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        self.call("initdb", "--auth=trust", "--encoding=UTF8", "--no-sync", str(folder / "data"))

    def command(self, name: str, *words: str) -> list[str]:
        return [shutil.which("runuser") or "runuser", "-u", "postgres", "--", str(programs() / name), *words]

    def call(self, name: str, *words: str) -> None:
        subprocess.run(self.command(name, *words), check=True, capture_output=True, cwd=self.folder)

    def start(self) -> None:
        told = [word for setting in self.settings for word in ("-c", setting)]
        serve = self.command("postgres", "-D", str(self.folder / "data"), "-p", str(self.port), "-k", str(self.folder), *told)
        self.run.enter_context(running(serve, self.port, self.folder / "postgres.log"))
        # Its port is open before it takes anybody in.
        asks = self.command("pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port))
        for _ in range(100):
            if subprocess.run(asks, check=False, cwd=self.folder).returncode == 0:
                return
            time.sleep(0.1)

    def stop(self) -> None:
        """Ends it with all its connections; what was committed stands."""
        self.call("pg_ctl", "stop", "-m", "fast", "-D", str(self.folder / "data"))
        self.run.close()


@contextmanager
def a_server(*settings: str) -> Iterator[Server]:
    """A fresh server on loopback with an empty database."""
    with open_folder() as folder:
        server = Server(folder, ("fsync=off", *settings))
        with server.run:
            server.start()
            server.call("createdb", "-h", "127.0.0.1", "-p", str(server.port), DATABASE)
            yield server


@contextmanager
def postgres() -> Iterator[str]:
    """A fresh server on loopback. Gives its address."""
    with a_server() as server:
        yield server.url


def main(command: Sequence[str]) -> int:
    with postgres() as url:
        return subprocess.run(command, env={**os.environ, "SINCERELY_DATABASE_URL": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
