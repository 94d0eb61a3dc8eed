"""Run as a process of its own on a database server: `child.py build DESKS EACH PORT`, `child.py more EACH`, `child.py states`.

`build` makes desks that send by the server on PORT, each with so many messages that may go; `more` adds to them; `states` prints
how many messages are in which state, as JSON.
"""

import json
import sys
from collections import Counter
from datetime import timedelta


def build(desks: int, each: int, port: int) -> None:
    from tests.desk.conftest import NOW

    from sincerely.desk.actions.accounts import set_account
    from sincerely.desk.actions.desk import start_desk
    from sincerely.desk.actions.persons import arrive

    before = NOW - timedelta(days=20)
    for login in range(1, desks + 1):
        email = f"seeker{login}@archer.example"
        person = arrive(login, email=email, name=f"Seeker {login}", now=before).person
        actor = start_desk(name=f"Seeker {login}", email=email, zone="Europe/Dublin", person=person, now=before)
        way = {"name": "smtp", "host": "127.0.0.1", "port": port, "security": "none", "final_timeout": 20.0}
        set_account(actor, email, carrier=way, mailbox={}, secrets={}, now=before)
    more(each)


def more(each: int) -> None:
    from tests.desk.conftest import NOTE, NOW

    from sincerely.desk.actions.applications import add_application
    from sincerely.desk.actions.contacts import add_contact
    from sincerely.desk.actions.drafts import write_draft
    from sincerely.desk.actions.interviews import add_interview
    from sincerely.desk.actions.sending import approve, queue
    from sincerely.desk.models import Application
    from sincerely.desk.opened import owners
    from sincerely.proof.rulebook import only

    hour = timedelta(hours=1)
    for actor in owners():
        start = Application.objects.filter(desk=actor.desk).count()
        for number in range(start, start + each):
            place = {"zone": "Europe/Dublin", "country": "IE"}
            job = add_application(actor, employer=f"Employer {number}", role="Night Manager", now=NOW, **place)
            email = f"bob{number}@employer{actor.desk}.example"
            bob = add_contact(actor, job.id, name="Bob Byrne", email=email, now=NOW)
            add_interview(actor, job.id, start=NOW - 2 * hour, end=NOW - hour, contacts=[bob.id], now=NOW)
            words = {"subject": "Thank you", "body": NOTE, "rulebook": only([]), "now": NOW}
            draft = write_draft(actor, job.id, contact=bob.id, stage="thank-you", **words)
            approve(actor, draft.id, rulebook=only([]), now=NOW)
            queue(actor, draft.id, now=NOW)


def states() -> None:
    from sincerely.desk.models import Message

    print(json.dumps(Counter(Message.objects.values_list("state", flat=True))))


if __name__ == "__main__":
    from sincerely.desk.opened import prepare

    prepare()
    {"build": build, "more": more, "states": states}[sys.argv[1]](*map(int, sys.argv[2:]))
