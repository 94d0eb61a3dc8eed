"""The relay from its start to its end."""

import asyncio
import errno
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sincerely.desk.access import Actor
from sincerely.desk.errors import DeskError
from sincerely.desk.relay import Outcome, Ready, Revise, Shown, Submission, examine, hand_over
from sincerely.faces.relay.certificate import Certificate, given_certificate, own_certificate
from sincerely.faces.relay.handler import Handler, failed
from sincerely.faces.relay.password import Doorkeeper, has_password, new_password
from sincerely.faces.relay.server import MOST_CONNECTIONS, Full, Server
from sincerely.faces.relay.threads import Reader, apart
from sincerely.post.connection import is_loopback
from sincerely.proof.rulebook import Rulebook

WHO = "your mail program"
ENDING = (signal.SIGINT, signal.SIGTERM)
# So long a mail that is on its way is waited for at the end; its mark keeps it from going twice.
LAST_SECONDS = 30.0


class CannotListen(OSError):
    """The place to listen at cannot be had; one line that says why."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the relay listens, how it is known, and what it does with a mail that could be better."""

    host: str
    port: int
    certificate: Path | None = None
    key: Path | None = None
    revise: Revise = Revise.ONCE


@dataclass(frozen=True, slots=True)
class Desk:
    """The desk behind it: whose it is, where it lies, the clock, and the rulebook, which is loaded where it is used."""

    actor: Actor
    folder: Path
    clock: Callable[[], datetime]
    rulebook: Callable[[], Rulebook]


@dataclass(frozen=True, slots=True)
class Introduction:
    """Everything that goes into the settings of a mail program. `password` is None where it was shown before.

    `own`: the certificate vouches for itself, and is known by its SHA-256. `alone`: no other machine can reach the relay.
    """

    host: str
    port: int
    password: str | None
    fingerprint: str
    own: bool
    alone: bool


def serve(desk: Desk, place: Place, tell: Callable[[Introduction], None]) -> None:
    """Listens until it is told to end; `tell` is called once it does."""
    now = desk.clock()
    certificate = given_certificate(place.certificate, place.key) if place.certificate else own_certificate(desk.folder, now)
    password = None if has_password(desk.folder) else new_password(desk.folder)

    def ready(port: int) -> None:
        alone = is_loopback(place.host)
        tell(Introduction(place.host, port, password, certificate.fingerprint, certificate.own, alone))

    asyncio.run(listen(desk, place, certificate, ready))


async def listen(desk: Desk, place: Place, certificate: Certificate, ready: Callable[[int], None]) -> None:
    """Takes connections until a signal comes; raises CannotListen."""
    loop, ended, work = asyncio.get_running_loop(), asyncio.Event(), Work(desk, place.revise)
    # What asyncio would write of a failed connection may hold what was sent.
    loop.set_exception_handler(lambda loop, trouble: None)
    handler = Handler(desk.folder, Doorkeeper(loop.time), work)
    server = await open_doors(handler, certificate, place.host, place.port)
    for each in ENDING:
        with suppress(NotImplementedError):
            loop.add_signal_handler(each, ended.set)
    ready(port_of(server))
    await ended.wait()
    server.close()
    await work.end()


async def open_doors(handler: Handler, certificate: Certificate, host: str, port: int) -> asyncio.Server:
    """Listens, and lets only so many in at once; raises CannotListen."""
    connections = set[object]()

    def connected() -> asyncio.BaseProtocol:
        return Full() if len(connections) >= MOST_CONNECTIONS else Server(handler, certificate, connections)

    try:
        return await asyncio.get_running_loop().create_server(connected, host, port)
    except (OSError, OverflowError, UnicodeError) as error:
        taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        why = "another program listens there" if taken else "it cannot be had"
        raise CannotListen(f"{host}, port {port}: {why}. Choose another: --port.") from None


def port_of(server: asyncio.Server) -> int:
    return int(server.sockets[0].getsockname()[1])


class Work:
    """One mail after another is read; several may be handed over at once."""

    def __init__(self, desk: Desk, revise: Revise) -> None:
        self.desk = desk
        self.revise = revise
        self.actor = Actor(desk.actor.desk, WHO)
        self.shown, self.read = Shown(), Reader()
        self.underway: set[asyncio.Task[Outcome]] = set()

    async def __call__(self, submission: Submission) -> Outcome:
        task = asyncio.ensure_future(self.whole(submission))
        self.underway.add(task)
        task.add_done_callback(self.underway.discard)
        # A caller who hangs up ends their own waiting and nothing else.
        return await asyncio.shield(task)

    async def whole(self, submission: Submission) -> Outcome:
        try:
            read = await self.read(lambda: self.examined(submission))
            return read if isinstance(read, Outcome) else await apart(lambda: hand_over(self.actor, read, self.desk.clock()))
        except DeskError as error:
            return failed(str(error))

    def examined(self, submission: Submission) -> Outcome | Ready:
        return examine(self.actor, submission, self.desk.rulebook, self.desk.clock(), self.revise, self.shown)

    async def end(self) -> None:
        if self.underway:
            await asyncio.wait(self.underway, timeout=LAST_SECONDS)
        self.read.end()
