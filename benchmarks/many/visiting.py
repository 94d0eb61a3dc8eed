"""Pages at a steady rate: so many requests begin each second, whether the last were answered or not, by people who signed in."""

import http.client
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from benchmarks.many.filling import NOW, PLACES
from benchmarks.many.scanning import percentiles

VISITORS, WARMING = 400, 100


def signed_in(desks: int) -> list[tuple[int, str]]:
    """The desks of some people, and the key of a session of each."""
    from django.contrib.auth.models import User
    from django.contrib.sessions.backends.db import SessionStore

    chosen = random.Random(1).sample(range(1, desks + 1), min(VISITORS, desks))
    User.objects.bulk_create(User(id=desk, username=f"a{desk}", email=f"a{desk}@archer.example", password="!") for desk in chosen)
    found = []
    for desk in chosen:
        session = SessionStore()
        user = User.objects.get(pk=desk)
        way = "allauth.account.auth_backends.AuthenticationBackend"
        session.update({"_auth_user_id": str(desk), "_auth_user_backend": way, "_auth_user_hash": user.get_session_auth_hash()})
        session.save()
        found.append((desk, str(session.session_key)))
    return found


@contextmanager
def served(processes: int) -> Iterator[list[int]]:
    """The ports of so many web processes; the minute in which much is due is not over yet, and no worker is there."""
    environment = {**os.environ, "SINCERELY_NOW": NOW.isoformat()}
    command = [sys.executable, "-m", "sincerely", "serve", "--members", "--port", "0"]
    running = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) for _ in range(processes)]
    try:
        ports = [int(one.stdout.readline().partition("127.0.0.1:")[2].partition("/")[0]) for one in running if one.stdout]
        while any(busy(one.pid) for one in running):
            pass
        yield ports
    finally:
        for one in running:
            one.terminate()
            one.wait()


def busy(process: int) -> bool:
    """Whether a server works though nobody asks: it loads its engines beside the pages for some seconds."""
    before = worked(process)
    time.sleep(1)
    return worked(process) - before > 0.1


def worked(process: int) -> float:
    """Seconds of processor time that a process has used (Linux: the clock of another process, clock_getcpuclockid)."""
    return time.clock_gettime(~process << 3 | 2)


class Visits:
    """What was asked for, and how long each answer took from the moment at which it should have been asked for."""

    def __init__(self, ports: list[int], people: list[tuple[int, str]]) -> None:
        self.ports, self.people = ports, people
        self.times: dict[str, list[float]] = {"today": [], "application": []}
        self.wrong = 0
        self.kept = threading.local()

    def line(self, port: int) -> http.client.HTTPConnection:
        lines: dict[int, http.client.HTTPConnection] = self.kept.__dict__
        if port not in lines:
            lines[port] = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        return lines[port]

    def visit(self, number: int, begin: float) -> None:
        desk, key = self.people[number % len(self.people)]
        name = "today" if number % 2 else "application"
        way = "/" if name == "today" else f"/application/{(desk - 1) * PLACES + 1 + number % PLACES}"
        port = self.ports[number % len(self.ports)]
        line = self.line(port)
        status = 0
        for _ in ("kept", "fresh"):
            # A line that was kept too long is closed by the server: then a fresh one is asked, as a browser does.
            try:
                line.request("GET", way, headers={"Cookie": f"sincerely-session={key}"})
                answer = line.getresponse()
                answer.read()
                status = answer.status
                break
            except (OSError, http.client.HTTPException):
                line.close()
        self.wrong += status != 200
        self.times[name].append(time.monotonic() - begin)


def visit(people: list[tuple[int, str]], rate: float, seconds: float, processes: int) -> None:
    """Prints median, 95th and 99th percentile in ms of two pages."""
    with served(processes) as ports, ThreadPoolExecutor(64) as pool:
        warming = Visits(ports, people)
        for number in range(WARMING):
            warming.visit(number, time.monotonic())
        visits, begin = Visits(ports, people), time.monotonic()
        before = os.times()
        for number in range(int(rate * seconds)):
            when = begin + number / rate
            time.sleep(max(0.0, when - time.monotonic()))
            pool.submit(visits.visit, number, when)
        pool.shutdown()
        took = time.monotonic() - begin
        own = os.times()
    asked = sum(map(len, visits.times.values()))
    print(
        f"  {rate:.0f} a second by {processes} web processes: {asked} answers in {took:.0f} s, {visits.wrong} wrong", flush=True
    )
    print(f"  (the visitors themselves took {own.user + own.system - before.user - before.system:.0f} s of processor)")
    for name, times in visits.times.items():
        print(f"    {name}: {percentiles(times)} ms (median / p95 / p99)", flush=True)
