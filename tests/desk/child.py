"""Run as a process of its own: builds a desk, or works its outbox with a carrier that dies at a named point.

child.py build COUNT          a desk with COUNT queued messages at COUNT employers; prints nothing
child.py work POINT NOW       works the outbox until nothing is due; what is delivered is added to $SINCERELY_HOME/delivered
"""

import os
import signal
import sys
from datetime import datetime, timedelta
from pathlib import Path

POINTS = ("before-claim", "in-claim", "after-claim", "after-mark", "after-data", "before-commit")


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def build(count: int) -> None:
    from sincerely.desk.opened import prepare

    prepare()
    from tests.desk.conftest import NOTE, NOW

    from sincerely.desk.actions.applications import add_application
    from sincerely.desk.actions.contacts import add_contact
    from sincerely.desk.actions.desk import start_desk
    from sincerely.desk.actions.drafts import write_draft
    from sincerely.desk.actions.interviews import add_interview
    from sincerely.desk.actions.sending import approve, queue
    from sincerely.proof.rulebook import only

    actor = start_desk(name="Alice Archer", email="alice@archer.example", zone="Europe/Dublin", now=NOW)
    hour = timedelta(hours=1)
    for number in range(count):
        place = {"zone": "Europe/Dublin", "country": "IE"}
        job = add_application(actor, employer=f"Employer {number}", role="Night Manager", now=NOW, **place)
        bob = add_contact(actor, job.id, name="Bob Byrne", email=f"bob{number}@employer.example", now=NOW)
        add_interview(actor, job.id, start=NOW - 2 * hour, end=NOW - hour, contacts=[bob.id], now=NOW)
        words = {"subject": "Thank you", "body": NOTE, "rulebook": only([]), "now": NOW}
        draft = write_draft(actor, job.id, contact=bob.id, stage="thank-you", **words)
        approve(actor, draft.id, rulebook=only([]), now=NOW)
        queue(actor, draft.id, now=NOW)


class Carrier:
    """Delivers into a file that outlives the process, and dies where it is told to."""

    def __init__(self, point: str) -> None:
        self.point = point
        self.server = Path(os.environ["SINCERELY_HOME"]) / "delivered"

    def deliver(self, raw, sender, recipients, before_data):
        if self.point == "after-claim":
            die()
        before_data()
        if self.point == "after-mark":
            die()
        with self.server.open("a") as file:
            file.write(f"{recipients[0]}\n")
            file.flush()
            os.fsync(file.fileno())
        if self.point == "after-data":
            die()
        return Deadly() if self.point == "before-commit" else Taken()


class Taken:
    """A receipt."""

    carrier, sent, words, place, refused, bad = "file", True, "250 taken", "", (), ()


class Deadly(Taken):
    """A receipt that is looked at within the transaction that writes down what became of the message."""

    @property
    def refused(self):
        die()


def deadly_rules():
    """A rulebook that is asked within the transaction of the claim."""
    from dataclasses import dataclass

    from sincerely.proof.rulebook import Rulebook

    @dataclass(frozen=True, slots=True)
    class DeadlyRules(Rulebook):
        def findings(self, reading):
            die()

    return DeadlyRules(())


def work(point: str, now: datetime) -> None:
    from sincerely.desk.opened import open_desk

    actor = open_desk()
    from sincerely.desk.loops.outbox import tick
    from sincerely.proof.rulebook import only

    if point == "before-claim":
        die()
    rulebook = deadly_rules() if point == "in-claim" else only([])
    while tick(actor.as_loop("outbox"), Carrier(point), rulebook, now):
        pass


if __name__ == "__main__":
    if sys.argv[1] == "build":
        build(int(sys.argv[2]))
    else:
        work(sys.argv[2], datetime.fromisoformat(sys.argv[3]))
