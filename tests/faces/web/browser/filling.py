"""Fills the desk of SINCERELY_HOME with hostile words, in every field that is stored: `python filling.py WORDS.json`."""

import json
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sincerely.desk.access import Actor

NOW = datetime(2026, 3, 2, 15, 40, tzinfo=UTC)
JOBS = 4


def main(path: str) -> None:
    from sincerely.desk.opened import prepare

    prepare()
    fill(json.loads(Path(path).read_text(encoding="utf-8")))


def fill(words: list[str]) -> None:
    from sincerely.desk import entries
    from sincerely.desk.actions.applications import add_application, close_application
    from sincerely.desk.actions.contacts import add_contact, update_contact
    from sincerely.desk.actions.desk import start_desk
    from sincerely.desk.actions.drafts import allow_rule, edit_draft, write_draft
    from sincerely.desk.actions.fine import call_fine
    from sincerely.desk.actions.interviews import add_interview
    from sincerely.desk.actions.replies import log_contact, log_received, promise, waive
    from sincerely.desk.loops.pasted import take_pasted
    from sincerely.desk.models import Message, Received
    from sincerely.proof.rulebook import only
    from sincerely.terms import Channel, Stage

    short = cycle(["".join(entries.CONTROLS.sub(" ", word).split("\n"))[:190] or "x" for word in words])
    whole = "\n".join(entries.CONTROLS.sub(" ", word) for word in words)[:100_000]
    ask = lambda: next(short)  # noqa: E731
    before = NOW - timedelta(days=9)
    actor = start_desk(
        name=ask(),
        phone=ask()[:60],
        email="lena@brandt.example",
        employer=ask(),
        postal_address=whole[:900],
        background=whole,
        now=before,
    )
    for number in range(JOBS):
        job = add_application(
            actor,
            employer=ask(),
            role=ask(),
            posting=whole,
            posting_url=f"https://acme.example/{number}",
            zone="Europe/Dublin",
            now=before,
        )
        people = [
            add_contact(
                actor,
                job.id,
                name=ask(),
                title=ask(),
                nickname=ask()[:60],
                phone=ask()[:60],
                email=f"p{number}{place}@acme{number}.example",
                now=before,
            ).id
            for place in range(3)
        ]
        update_contact(actor, people[0], postal_address=whole[:900], requested=[ask()], now=before)
        talk = add_interview(
            actor,
            job.id,
            start=NOW - timedelta(hours=30),
            end=NOW - timedelta(hours=29),
            contacts=people,
            place=ask(),
            notes=whole,
            now=before,
        ).id
        draft = write_draft(
            actor,
            job.id,
            contact=people[0],
            stage=Stage.THANK_YOU,
            interview=talk,
            subject=ask(),
            body=whole[:20_000],
            rulebook=only([]),
            now=NOW,
        )
        edit_draft(actor, draft.id, body=whole[:10_000], subject=ask(), rulebook=only([]), now=NOW)
        with suppress(Exception):
            allow_rule(actor, draft.id, "hostility/insult", reason=ask(), now=NOW)
        write_draft(
            actor,
            job.id,
            contact=people[1],
            stage=Stage.CHECK_IN,
            channel=Channel.VOICEMAIL,
            body=whole[:2000],
            rulebook=only([]),
            now=NOW,
        )
        write_draft(
            actor,
            job.id,
            contact=people[1],
            stage=Stage.FINAL,
            channel=Channel.LETTER,
            body=whole[:2000],
            rulebook=only([]),
            now=NOW,
        )
        log_contact(actor, job.id, contact=people[1], channel=Channel.CALL, stage=Stage.THANK_YOU, words=ask(), now=NOW)
        log_received(actor, job.id, contact=people[1], nature="question", text=whole[:20_000], channel="email", now=NOW)
        take_pasted(actor, people[0], whole[:20_000], now=NOW)
        waive(actor, talk, contact=people[2], reason=ask(), now=NOW)
        promise(actor, job.id, (NOW + timedelta(days=5)).date(), words=ask(), now=NOW)
    close_application(actor, job.id, reason=ask(), now=NOW)
    with suppress(Exception):
        call_fine(actor, "hostility/insult", ask(), now=NOW)
    watched(actor, ask, whole)
    # What only other people's servers and mails can bring.
    for row in Received.objects.all():
        Received.objects.filter(pk=row.pk).update(sender=ask(), subject=ask(), asks=True, reasons=[ask(), ask()], read_at=None)
    for row in Message.objects.filter(stage="check-in")[:2]:
        Message.objects.filter(pk=row.pk).update(state="failed", trouble=ask(), held=[ask()])
    for row in Message.objects.filter(stage="final")[:2]:
        Message.objects.filter(pk=row.pk).update(state="unsure", trouble=ask())


def watched(actor: "Actor", ask: Callable[[], str], whole: str) -> None:
    """Postings as a board brings them, one of them changed, and a mailbox that is in trouble."""
    from sincerely.desk.models import Account, Edition, Watch, Watched

    keys = {"desk_id": actor.desk}
    times = {"first_seen": NOW - timedelta(days=2), "last_seen": NOW}
    board = Watch.objects.create(
        address=ask(), name=ask(), host="jobs.example", trouble=ask(), added_at=NOW, next_at=NOW, read_at=NOW, **keys
    )
    for number in range(JOBS):
        told = {"title": ask(), "employer": ask(), "places": [ask()], "pay": ask()[:90], "employment": ask()[:90], "url": ask()}
        job = Watched.objects.create(watch=board, key=str(number), text=whole[:20_000], changed_at=NOW, **told, **times, **keys)
        Edition.objects.create(watched=job, fields={**told, "text": whole[:2000]}, kept_at=NOW)
    Account.objects.create(address=ask(), trouble=ask(), sending_trouble=ask(), created_at=NOW, **keys)


if __name__ == "__main__":
    main(sys.argv[1])
