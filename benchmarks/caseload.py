"""How long a coach's caseload takes. Run: python benchmarks/caseload.py [SEEKERS]; each has five applications with interviews."""

import os
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta

NOW = datetime(2026, 3, 4, 10, tzinfo=UTC)
EACH, RUNS = 5, 21


def fill(seekers: int) -> tuple[object, int]:
    """A coach who was shown the whole desk of each, and the organisation."""
    from sincerely.desk.actions.applications import add_application
    from sincerely.desk.actions.contacts import add_contact
    from sincerely.desk.actions.desk import start_desk
    from sincerely.desk.actions.grants import grant
    from sincerely.desk.actions.interviews import add_interview
    from sincerely.desk.actions.organisations import accept, found_organisation, invite
    from sincerely.desk.actions.persons import arrive
    from sincerely.desk.admission import Operator

    centre = found_organisation("Harbour Careers", kind="career-centre", now=NOW).id
    before = NOW - timedelta(days=30)

    def joined(number: int, role: str) -> tuple[object, int]:
        email = f"person{number}@people.example"
        person = arrive(number, email=email, name=f"Person {number}", now=before)
        token = invite(Operator(), centre, role=role, email=email, now=before)
        return person, accept(person, token, now=before).membership

    coach, place = joined(1, "coach")
    for number in range(2, seekers + 2):
        person, _ = joined(number, "seeker")
        actor = start_desk(
            name=f"Person {number}",
            email=f"person{number}@people.example",
            zone="Europe/Dublin",
            person=person.person,
            now=before,
        )
        for job in range(EACH):
            pursuit = add_application(
                actor, employer=f"Employer {job}", role="Analyst", zone="Europe/Dublin", country="IE", now=before
            )
            contact = add_contact(actor, pursuit.id, name=f"Ann {job}", email=f"ann{job}@employer.example", now=before)
            start = NOW - timedelta(days=1 + (number * 7 + job * 3) % 20, hours=2)
            add_interview(actor, pursuit.id, start=start, end=start + timedelta(hours=1), contacts=[contact.id], now=before)
        grant(actor, place, now=before)
    return coach, centre


def main() -> None:
    seekers = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"SINCERELY_HOME": home, "SINCERELY_MEMBERS": "on"}
        from sincerely.desk.opened import prepare

        prepare()
        from sincerely.desk.queries.caseload import caseload
        from sincerely.desk.snapshots.cases import forget

        coach, centre = fill(seekers)
        taken = []
        for run in range(RUNS):
            if run == 0:
                forget()
            start = time.process_time()
            rows = caseload(coach, centre, NOW + timedelta(seconds=run))
            taken.append(1000 * (time.process_time() - start))
        late = sum(len(row.late) for row in rows)
        first, *others = taken
        print(
            f"{len(rows)} seekers, {seekers * EACH} applications, {late} overdue thank-yous: first {first:.0f} ms of CPU, "
            f"then median {statistics.median(others):.0f} ms, p95 {statistics.quantiles(others, n=20)[-1]:.0f} ms"
        )


if __name__ == "__main__":
    main()
