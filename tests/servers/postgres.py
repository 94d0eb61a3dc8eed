"""Runs a command on a real PostgreSQL of its own: `python -m tests.servers.postgres COMMAND …`."""

import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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


@contextmanager
def postgres() -> Iterator[str]:
    """A fresh server on loopback, as the system's user for it: PostgreSQL refuses to run as root. Gives its address."""
    place, port = programs(), free_port()
    with open_folder() as folder:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        as_owner = [shutil.which("runuser") or "runuser", "-u", "postgres", "--"]
        data = folder / "data"
        make = [*as_owner, str(place / "initdb"), "--auth=trust", "--encoding=UTF8", "--no-sync", str(data)]
        subprocess.run(make, check=True, capture_output=True, cwd=folder)
        serve = [*as_owner, str(place / "postgres"), "-D", str(data), "-p", str(port), "-k", str(folder), "-c", "fsync=off"]
        with running(serve, port, folder / "postgres.log"):
            create = [*as_owner, str(place / "createdb"), "-h", "127.0.0.1", "-p", str(port), DATABASE]
            subprocess.run(create, check=True, capture_output=True, cwd=folder)
            yield f"postgresql://postgres@127.0.0.1:{port}/{DATABASE}"


def main(command: Sequence[str]) -> int:
    with postgres() as url:
        return subprocess.run(command, env={**os.environ, "SINCERELY_DATABASE_URL": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
