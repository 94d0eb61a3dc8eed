"""The worker: any number of processes, on any number of machines, that send, fetch and watch for all desks of one database.

It ends on SIGTERM after the step in hand, and comes back by itself where the database was away.
"""

import asyncio
import logging
import signal
from contextlib import suppress
from threading import Event
from typing import cast

from django.conf import settings
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from sincerely.faces.web.clock import now
from sincerely.faces.web.opening import warm
from sincerely.project.jobs import DEAD, IN, OUT, SIGN
from sincerely.project.metering import meter
from sincerely.project.rounds import Rounds
from sincerely.project.status import serve_status
from sincerely.project.telemetry import start_telemetry

log = logging.getLogger(__name__)
# Seconds between two tries to reach a database that is away.
FIRST_REST, LONGEST_REST = 1.0, 15.0
# Seconds between two looks for work whose wake-up was lost.
POLLING = 5.0


class Worker:
    """One process; `at_once`: how many lanes it works at the same time, each in a thread of its own."""

    def __init__(self, at_once: int) -> None:
        self.at_once = at_once
        self.over = Event()
        self.rounds = Rounds(now, self.over, meter())
        self.shift: asyncio.Task[None] | None = None

    def run(self) -> None:
        """Works until it is told to end; whatever it has in hand is finished first."""
        start_telemetry("sincerely-worker")
        warm()
        asyncio.run(self.stay())

    async def stay(self) -> None:
        """One shift after the other: a shift ends where the database goes away."""
        loop, rest = asyncio.get_running_loop(), FIRST_REST
        for sign in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(sign, self.end)
        while not self.over.is_set():
            began = loop.time()
            self.shift = asyncio.create_task(self.work())
            with suppress(asyncio.CancelledError):
                try:
                    await self.shift
                except Exception as error:
                    log.error("The worker lost its database: %s", type(error).__name__)
            rest = FIRST_REST if loop.time() - began > LONGEST_REST else min(2 * rest, LONGEST_REST)
            await self.wait(rest)

    async def work(self) -> None:
        """Takes jobs as they come, with as much room for what goes out as for all else."""
        jobs = app.with_connector(cast(DjangoConnector, app.connector).get_worker_connector())
        async with jobs.open_async(), asyncio.TaskGroup() as together:
            for queue in (OUT, IN):
                together.create_task(
                    jobs.run_worker_async(
                        queues=[queue],
                        name=queue,
                        concurrency=self.at_once,
                        fetch_job_polling_interval=POLLING,
                        install_signal_handlers=False,
                        delete_jobs="always",
                        update_heartbeat_interval=SIGN,
                        stalled_worker_timeout=DEAD,
                        additional_context={"rounds": self.rounds},
                    )
                )

    async def wait(self, seconds: float) -> None:
        """Rests, unless it is told to end."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while not self.over.is_set():
                    await asyncio.sleep(0.1)

    def end(self) -> None:
        """No new step is begun."""
        self.over.set()
        if self.shift is not None:
            self.shift.cancel()


def run(at_once: int) -> None:
    """Works until it is told to end."""
    Worker(at_once).run()


def tell_status() -> int | None:
    """The port where health, readiness and figures are told; None where they are not wanted. Raises SystemExit."""
    return serve_status(settings.STATUS) if settings.STATUS else None
