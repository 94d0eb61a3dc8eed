"""Where desks are kept for many, the server's own mail tells of reviews: only where wanted, once, and naming nobody."""

import re
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path
from threading import Event

import pytest
from django.test import override_settings
from tests.desk.conftest import NOW
from tests.project.sink import Sink, sink

pytestmark = [pytest.mark.django_db, pytest.mark.server]
LATER = NOW + timedelta(minutes=10)
COMMENT = "Kestrels are warmer than owls."


@pytest.fixture
def server(many: None) -> Iterator[Sink]:
    """The mail server that the operator named."""
    from sincerely.project.for_many import mail

    with sink() as found:
        told = {"SINCERELY_MAIL_URL": f"smtp://127.0.0.1:{found.port}?security=none", "SINCERELY_MAIL_FROM": "desk@desk.example"}
        with override_settings(**mail(Path(), told, "desk.example")):
            yield found


@pytest.fixture
def reviewed(alice, centre, signed_in, server) -> str:
    """Mia commented and voted on a note of Alice's that she was shown: the way to it on Alice's desk."""
    from sincerely.desk.actions.shares import share_with_member

    note = alice.draft().id
    share = share_with_member(alice.actor, note, centre.people["Mia"].person, now=NOW).id
    mia = signed_in(centre.people["Mia"])
    seen = re.search(r'name="seen" value="(\w{16})"', mia.get(f"/reviews/{share}").content.decode())[1]
    mia.post(f"/reviews/{share}", {"do": "say", "about": "", "words": COMMENT, "seen": seen})
    mia.post(f"/reviews/{share}", {"do": "vote", "vote": "don't", "reason": COMMENT, "seen": seen})
    return f"/write/{note}/eyes"


def wish_it(browser) -> None:
    page = browser.get("/settings/reviews").content.decode()
    assert "needs a mailbox" not in page
    assert browser.post("/settings/reviews", {"votes": "0", "mail": "1"}).status_code == 302


def test_one_mail_tells_that_there_is_something_to_see(reviewed, alice, centre, signed_in, server, monkeypatch) -> None:
    from sincerely.faces.web import background

    monkeypatch.setattr(background, "close_old_connections", lambda: None)
    moment = [LATER]
    desks = background.Background(lambda: moment[0])
    desks.send()
    assert server.letters == [], "nobody is told unasked"
    browser = signed_in(centre.people["Alice"])
    wish_it(browser)
    moment[0] = LATER - timedelta(minutes=1)
    desks.send()
    assert server.letters == [], "she may go on commenting"
    moment[0] = LATER
    desks.send()
    moment[0] = LATER + timedelta(days=1)
    desks.send()
    (raw,) = server.letters
    letter = message_from_bytes(raw, policy=policy.default)
    assert (letter["From"], letter["To"]) == ("desk@desk.example", "alice@people.example")
    assert letter["Auto-Submitted"] == "auto-generated"
    text = letter.get_content()
    assert "1 comment and 1 vote: http://desk.example" + reviewed in text
    private = ("Kestrels", "owls", "Mia", "Bob", "Willow", "don't", "Night Manager", "night shifts")
    assert [word for word in private if word.encode() in raw] == []
    assert COMMENT in browser.get(reviewed).content.decode()
    assert all(browser.get(way).status_code == 200 for way in re.findall(r"http://desk\.example(\S+)", text))


def test_workers_tell_it_as_well_and_come_over_a_mail_server_that_is_away(reviewed, alice, server, monkeypatch, caplog) -> None:
    from sincerely.desk.actions.desk import update_profile
    from sincerely.desk.loops.lanes import lane_of
    from sincerely.desk.models import Comment
    from sincerely.project import rounds
    from sincerely.project.metering import Meter

    update_profile(alice.actor, review_mail=True, now=NOW)
    monkeypatch.setattr(rounds, "senses", lambda tier: alice.rulebook.senses)
    worker = rounds.Rounds(lambda: LATER, Event(), Meter(lambda: LATER))
    (lane,) = worker.lanes_for("tell")
    assert lane == lane_of(alice.actor.desk)
    with override_settings(EMAIL_PORT=1):
        worker.work("tell", lane)
    assert "ConnectionRefusedError" in caplog.text
    assert "alice" not in caplog.text
    assert worker.lanes_for("tell") == [], "it is no reason to write twice"
    Comment.objects.update(told_at=None)
    worker.work("tell", lane)
    (raw,) = server.letters
    assert b"1 comment: http://desk.example" in raw
