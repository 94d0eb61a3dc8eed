"""How long `due` takes, the whole process, on a desk with many applications. Run: python benchmarks/due.py [APPLICATIONS]."""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

NOW = datetime(2026, 3, 4, 10, tzinfo=UTC)
PLACES = [("Europe/Dublin", "IE"), ("America/New_York", "US"), ("Europe/Berlin", "DE"), ("Asia/Tokyo", "JP"), ("", "")]
RUNS = 7


def fill(count: int) -> None:
    """A search of a year: every application open, with an interview, two people and what followed."""
    from sincerely.desk.opened import prepare

    prepare()
    from sincerely.desk.actions.desk import start_desk
    from sincerely.desk.models import Address, Application, Contact, Employer, Event, Interview, Interviewer

    actor = start_desk(name="Alice Example", email="alice@example.org", zone="Europe/Dublin", now=NOW - timedelta(days=400))
    numbers = range(1, count + 1)
    keys = {"desk_id": actor.desk}
    start = {n: NOW - timedelta(days=1 + (n * 37) % 360, hours=n % 8) for n in numbers}
    at = {n: start[n] - timedelta(days=10) for n in numbers}
    Employer.objects.bulk_create(
        Employer(id=n, name=f"Employer {n}", zone=PLACES[n % 5][0], country=PLACES[n % 5][1], created_at=at[n], **keys)
        for n in numbers
    )
    Application.objects.bulk_create(Application(id=n, employer_id=n, role="Analyst", created_at=at[n], **keys) for n in numbers)
    people = [(2 * n + seat, n, seat) for n in numbers for seat in (0, 1)]
    Contact.objects.bulk_create(Contact(id=p, employer_id=n, name=f"Person {p}", created_at=at[n], **keys) for p, n, _ in people)
    Address.objects.bulk_create(Address(contact_id=p, email=f"p{p}@employer{n}.example", **keys) for p, n, _ in people)
    hour = timedelta(hours=1)
    Interview.objects.bulk_create(
        Interview(id=n, application_id=n, start=start[n], end=start[n] + hour, created_at=at[n], **keys) for n in numbers
    )
    Interviewer.objects.bulk_create(Interviewer(interview_id=n, contact_id=p, position=seat) for p, n, seat in people)
    events = []
    for n in numbers:
        fields = {"employer_id": n, "application_id": n, **keys}
        talk = {"interview_id": n, "start": start[n], "end": start[n] + hour}
        events.append(Event(kind="interview", at=at[n], **talk, **fields))
        sent = {"kind": "sent", "channel": "email", **fields}
        if n % 10:
            events += [Event(contact_id=2 * n + s, stage="thank-you", at=start[n] + 3 * hour, **sent) for s in (0, 1)]
        if n % 4 and start[n] < NOW - timedelta(days=30):
            events.append(Event(contact_id=2 * n, stage="check-in", at=start[n] + timedelta(days=12), **sent))
        if n % 3 == 0 and start[n] < NOW - timedelta(days=40):
            reply = {"contact_id": 2 * n, **fields}
            events.append(Event(kind="received", nature="human", at=start[n] + timedelta(days=20), **reply))
            events.append(Event(kind="read", at=start[n] + timedelta(days=21), **reply))
    Event.objects.bulk_create(e for e in events if e.at <= NOW)


def measure(home: str) -> list[float]:
    """Seconds of whole runs of the command."""
    environment = {**os.environ, "SINCERELY_HOME": home, "SINCERELY_NOW": NOW.isoformat()}
    command = [str(Path(sys.executable).with_name("sincerely")), "due", "--json"]
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - begin)
    return times


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as home:
        os.environ["SINCERELY_HOME"] = home
        fill(count)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        times = measure(home)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / RUNS
    print(f"due, {count} open applications, whole process: median {statistics.median(times):.3f} s, worst {max(times):.3f} s")
    print(f"processor time of a run: {processor:.3f} s")


if __name__ == "__main__":
    main()
