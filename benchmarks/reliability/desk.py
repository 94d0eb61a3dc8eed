"""A desk with many approved thank-yous, each to a person of their own."""

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any

# A Wednesday without a public holiday in Ireland, within working hours for some hours to come.
NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)
SENDER = "alice@example.com"
TEXT = (
    "Dear Bob,\n\nThank you for your time today. I enjoyed hearing how you plan the night shifts, and the rota work I did at\n"
    "Meadow Hall would fit in well. I look forward to hearing from you.\n\n..\n.\nKind regards,\nAlice Archer\n"
)


def build(count: int, local: str, domain: str, stage: str = "thank-you") -> Any:
    """Starts a desk with `count` queued messages to local+1@domain and so on; gives who acts on it."""
    from sincerely.desk.actions.desk import start_desk
    from sincerely.desk.actions.sending import agreed
    from sincerely.desk.models import Address, Application, Contact, Employer, Event, Interview, Interviewer, Message
    from sincerely.post.address import Address as Person
    from sincerely.post.envelope import Envelope, compose

    ago = NOW - (timedelta(hours=3) if stage == "thank-you" else timedelta(days=16))
    actor = start_desk(name="Alice Archer", email=SENDER, zone="Europe/Dublin", now=ago)
    numbers, desk = range(1, count + 1), {"desk_id": actor.desk}
    address = {n: f"{local}+{n}@{domain}" for n in numbers}
    place = {"zone": "Europe/Dublin", "country": "IE", "created_at": ago}
    Employer.objects.bulk_create(Employer(id=n, name=f"Employer {n}", **place, **desk) for n in numbers)
    Application.objects.bulk_create(
        Application(id=n, employer_id=n, role="Night Manager", created_at=ago, **desk) for n in numbers
    )
    Contact.objects.bulk_create(Contact(id=n, employer_id=n, name="Bob Byrne", created_at=ago, **desk) for n in numbers)
    Address.objects.bulk_create(Address(id=n, contact_id=n, email=address[n], **desk) for n in numbers)
    talk = {"start": ago, "end": ago + timedelta(hours=1)}
    Interview.objects.bulk_create(Interview(id=n, application_id=n, created_at=ago, **talk, **desk) for n in numbers)
    Interviewer.objects.bulk_create(Interviewer(interview_id=n, contact_id=n) for n in numbers)
    held = {"kind": "interview", "at": ago, **talk, **desk}
    Event.objects.bulk_create(Event(employer_id=n, application_id=n, interview_id=n, **held) for n in numbers)
    words = {"channel": "email", "stage": stage, "subject": "Thank you for your time", "body": TEXT, "sender": SENDER}
    moments = {"created_at": ago, "changed_at": NOW, "consent_at": NOW, "not_before": NOW, "next_attempt": NOW}
    links = [{"application_id": n, "interview_id": n, "contact_id": n} for n in numbers]
    rows = [Message(to=address[link["contact_id"]], state="queued", **link, **words, **moments, **desk) for link in links]
    for n, row in zip(numbers, rows, strict=True):
        row.message_id = f"<{n}.{hashlib.sha256(str(n).encode()).hexdigest()[:16]}@example.com>"
        letter = Envelope(Person("Alice Archer", SENDER), (Person("Bob Byrne", row.to),), row.subject, row.body)
        row.frozen = compose(letter, row.message_id, NOW)
        row.sha256, row.consent_sha256 = hashlib.sha256(row.frozen).hexdigest(), agreed(row)
    Message.objects.bulk_create(rows, batch_size=500)
    return actor
