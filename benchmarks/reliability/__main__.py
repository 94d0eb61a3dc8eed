"""Kills while sending: `python -m benchmarks.reliability --kills 10000 --seed 1`. Exit 1 where a mail came twice or was lost.

On a real Postfix before a real Dovecot, half on SQLite and half on PostgreSQL; every fifth call goes over a bad line.
"""

import argparse
import gc
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from threading import Event
from typing import Any

from benchmarks.reliability.desk import NOW, SENDER, build
from benchmarks.reliability.killing import Killing
from benchmarks.reliability.reckoning import drained, reckon, stored
from rich.console import Console
from rich.progress import track

DATABASES = ("sqlite", "postgresql")
# Of the calls to the server, so many go over a line that fails.
BAD_LINES = 0.2
DOMAIN, PASSWORD = "example.org", "secret"
SENT = f"alice+Sent@{DOMAIN}"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reliability", description=__doc__)
    parser.add_argument("--kills", type=int, default=500, help="processes killed, over both databases")
    parser.add_argument("--seed", type=int, default=1, help="the same seed chooses the same points, moments and faults")
    parser.add_argument("--on", choices=DATABASES, help="this database alone")
    parser.add_argument("--filing", action="store_true", help="the provider files copies in Sent, and the desk looks there")
    options = parser.parse_args()
    if options.on:
        found = measured(options.on, options.kills, options.seed, options.filing)
        print(json.dumps(found))
        return 0 if found["good"] else 1
    here = [sys.executable, "-m", __spec__.parent, "--kills", str(options.kills // 2), "--seed", str(options.seed)]
    here += ["--filing"] if options.filing else []
    return max(subprocess.run([*here, "--on", database], check=False).returncode for database in DATABASES)


def measured(database: str, kills: int, seed: int, filing: bool) -> dict[str, Any]:
    """Builds servers and a desk, kills so often, lets the rest be sent, and reckons."""
    from tests.servers.dovecot import dovecot
    from tests.servers.ground import open_folder, write_certificate
    from tests.servers.postfix import postfix
    from tests.servers.postgres import postgres

    with (
        tempfile.TemporaryDirectory() as home,
        open_folder() as folder,
        postgres() if database == "postgresql" else nullcontext() as url,
    ):
        os.environ.update({"SINCERELY_HOME": home, **({"SINCERELY_DATABASE_URL": url} if url else {})})
        certificate = write_certificate(folder)
        for name in ("dovecot", "postfix"):
            (folder / name).mkdir()
        copies = SENT if filing else ""
        with (
            dovecot(folder / "dovecot", *certificate) as behind,
            postfix(folder / "postfix", *certificate, behind, copies) as server,
        ):
            for name in ("alice", "bob"):
                behind.add(f"{name}@{DOMAIN}", PASSWORD)
            with bad_line(server.smtp, seed) as port:
                killing = prepared(kills, port, seed, mailbox(behind.imaps, certificate[0]) if filing else lambda: None)
                began = time.perf_counter()
                for _ in track(range(kills), f"Killing on {database}", console=Console(stderr=True)):
                    before = killing.killed.total()
                    while killing.killed.total() == before:
                        killing.once()
                took = time.perf_counter() - began
                killing.settle(carrier(server.smtp))
            drained(server.folder / "queue")
            found = reckon(killing.actor, stored(behind.folder / "homes" / f"bob@{DOMAIN}" / "Maildir"))
    told = {"database": database, "kills": killing.killed.total(), "seed": seed, "good": found.good, **found.as_dict()}
    return {**told, "seconds_per_kill": round(took / kills, 3), "at": dict(killing.killed.most_common())}


def prepared(kills: int, port: int, seed: int, mailbox: Callable[[], Any]) -> Killing:
    """A desk with more messages than the kills can use up, and all that a worker needs loaded before it forks."""
    from sincerely.desk.opened import prepare

    prepare()
    from sincerely.desk.models import Account

    actor = build(kills + 100, "bob", DOMAIN)
    if mailbox():
        Account.objects.create(desk_id=actor.desk, address=SENDER, keeps_sent=True, created_at=NOW)
    killing = Killing(actor, lambda: carrier(port), mailbox, Random(seed))
    killing.work(killing.carrier())
    # What was loaded stays: a child that collects garbage would copy it all.
    gc.freeze()
    return killing


def carrier(port: int) -> Any:
    """SMTP without the waiting that real life needs."""
    from sincerely.post.carriers.smtp import Carrier, Config

    return Carrier(Config("localhost", port=port, security="none", timeout=1.0, final_timeout=0.3))


def mailbox(port: int, certificate: Path) -> Callable[[], Any]:
    """Alice's mailbox, where her provider files copies of what she sends."""
    from sincerely.post.mailboxes.imap import Config, Mailbox

    config = Config("localhost", f"alice@{DOMAIN}", PASSWORD, port, ca_file=str(certificate))
    return lambda: Mailbox(config)


@contextmanager
def bad_line(server: int, seed: int) -> Iterator[int]:
    """The proxy in a process of its own: one that forks must have no threads."""
    from tests.servers.proxy import at_random, fault_proxy

    def serve(tell: Connection) -> None:
        with fault_proxy(server, at_random(seed, BAD_LINES)) as port:
            tell.send(port)
            Event().wait()

    forked = multiprocessing.get_context("fork")
    hear, tell = forked.Pipe(False)
    process = forked.Process(target=serve, args=(tell,), daemon=True)
    process.start()
    yield hear.recv()
    process.kill()


if __name__ == "__main__":
    sys.exit(main())
