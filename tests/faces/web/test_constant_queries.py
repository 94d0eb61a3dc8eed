"""Every page of the route table asks the database as often for 200 applications as for 10. A page that nobody listed fails."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from benchmarks.due import NOW, fill
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.faces.web.visitor import Visitor

from sincerely.faces.web.routes import PATTERNS
from sincerely.proof.rulebook import only

pytestmark = pytest.mark.django_db
FEW, MANY = 10, 200
# Addresses that hold a number or a word, and which; the others need none.
NOTE, LETTER, CALL, FILE = "note", "letter", "call", "file"
TOLD: dict[str, dict[str, Any]] = {
    **{name: {"number": 1} for name in ("application", "understood", "interview", "posting")},
    **{name: {"number": NOTE} for name in ("write", "versions", "approve", "eyes", "reword")},
    **{name: {"number": LETTER} for name in ("letter", "letter-pdf", "label-pdf")},
    "letter-picture": {"number": LETTER, "place": 1},
    "rehearse": {"number": CALL},
    "mail-file": {"number": FILE},
    "contact": {"contact": 2},
    "employer": {"employer": 1},
    "insight-csv": {"name": "stages"},
    "calendar-feed": {"token": "token"},
    "look": {"token": "link"},
    "article": {"name": "check-in"},
}
# What only takes a form is no page: it says so (405) before it looks at anything.
NO_PAGE = 405


def furnished(count: int) -> dict[str, Any]:
    """Fills the desk; what the addresses name, by the words above. With the applications grows all that hangs on them."""
    from sincerely.desk.actions import feeds
    from sincerely.desk.actions.drafts import write_draft
    from sincerely.desk.actions.ghosts import set_model
    from sincerely.desk.actions.replies import log_received
    from sincerely.desk.models import Contact, Desk, Interview, Interviewer, Message, Watch, Watched
    from sincerely.desk.opened import owner

    Desk.objects.all().delete()
    fill(count)
    actor, rulebook = owner(), only([])
    Desk.objects.update(postal_address="1 Elm Road\nDublin")
    Contact.objects.filter(pk=2).update(postal_address="2 Oak Road\nDublin")
    soon = [Interview(application_id=n, desk_id=actor.desk, created_at=NOW, **ahead(n)) for n in range(1, count, 2)]
    for talk in Interview.objects.bulk_create(soon):
        Interviewer.objects.create(interview=talk, contact_id=2 * talk.application_id)
    place = {"address": "https://jobs.example/", "host": "jobs.example"}
    watch = Watch.objects.create(desk_id=actor.desk, added_at=NOW, next_at=NOW, **place)
    seen = {"desk_id": actor.desk, "watch": watch, "first_seen": NOW, "last_seen": NOW}
    Watched.objects.bulk_create(Watched(id=n, key=str(n), title=f"Cook {n}", **seen) for n in range(1, count))
    found: dict[str, Any] = {}
    set_model(actor, address="http://127.0.0.1:11434/v1", model="small", now=NOW)
    for name, channel in ((LETTER, "letter"), (CALL, "call"), (NOTE, "email"), (FILE, "email")):
        stage = "thank-you" if name == FILE else "check-in"
        body = "Dear Person 2,\n\nThank you for the talk.\n\nKind regards,\nAlice Example"
        told = {"contact": 2, "stage": stage, "channel": channel, "body": body, "now": NOW, "rulebook": rulebook}
        found[name] = write_draft(actor, 1, subject="Our talk" if channel == "email" else None, **told).id
    handed = {"state": "approved", "receipt": "note.eml", "frozen": b"Subject: Our talk\n\nThank you."}
    Message.objects.filter(pk=found[FILE]).update(**handed)
    for number in range(2, count, 2):
        told = {"contact": 2 * number, "stage": "check-in", "now": NOW, "rulebook": rulebook}
        note = write_draft(actor, number, subject="Hello", body="Dear Person,", **told)
        Message.objects.filter(pk=note.id).update(state=("draft", "queued", "failed", "unsure")[number // 2 % 4])
        log_received(actor, number, contact=2 * number, nature="human", text="We are still deciding.", now=NOW)
    found["token"] = feeds.new_token(actor, now=NOW)
    found["link"] = reviewed(actor, found[NOTE], count)
    return found


def reviewed(actor: Any, note: int, count: int) -> str:
    """Shows a note to reviewers, who comment and vote; a link to it."""
    from sincerely.desk.actions.shares import share_by_link
    from sincerely.desk.models import Comment, Vote

    for _ in range(1 + count // 20):
        share, link = share_by_link(actor, note, hidden=True, facts=["job", "interview"], now=NOW)
        Vote.objects.create(share_id=share.id, choice="change", cast_at=NOW)
        told = {"message_id": note, "share_id": share.id, "words": "Warmer?", "quote": "Thank you for the talk.", "said_at": NOW}
        for said in Comment.objects.bulk_create(Comment(**told) for _ in range(count // 10)):
            Comment.objects.create(message_id=note, answers=said, words="Yes.", said_at=NOW)
    return link


def ahead(number: int) -> dict[str, Any]:
    """An interview within the two weeks that Today shows."""
    start = NOW + timedelta(days=1 + number % 9)
    return {"start": start, "end": start + timedelta(hours=1)}


def asked(visitor: Visitor, found: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """Each page with the number of questions that it asks."""
    for pattern in PATTERNS:
        told = {key: found.get(value, value) for key, value in TOLD.get(pattern.name, {}).items()}
        missing = set(pattern.pattern.converters) - set(told)
        way = reverse(pattern.name, kwargs=told | dict.fromkeys(missing, 1))
        with CaptureQueriesContext(connection) as captured:
            answer = visitor.client.get(way)
        if answer.status_code != NO_PAGE:
            assert not missing, f"{pattern.name} is a page: say in TOLD which one to open."
            assert answer.status_code in (200, 302), f"{way}: {answer.status_code}"
            yield pattern.name, len(captured)


@pytest.mark.slow
def test_no_page_asks_more_often_on_a_larger_desk(visitor: Visitor) -> None:
    visitor.at(NOW)
    dict(asked(visitor, furnished(FEW)))
    few, many = (dict(asked(visitor, furnished(count))) for count in (FEW, MANY))
    assert len(few) > 30
    assert {name: (few[name], count) for name, count in many.items() if count > few[name]} == {}
