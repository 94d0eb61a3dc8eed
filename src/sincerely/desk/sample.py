"""The sample desk: an invented person between interviews, so that each page has something to show. Nothing is sent from it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sincerely.cadence.places import country_at
from sincerely.desk import entries
from sincerely.desk.access import Actor
from sincerely.desk.actions.applications import add_application, close_application
from sincerely.desk.actions.contacts import add_contact
from sincerely.desk.actions.drafts import write_draft
from sincerely.desk.actions.interviews import add_interview
from sincerely.desk.actions.replies import log_contact, log_received, promise
from sincerely.desk.errors import DeskError, NotThere, action, query
from sincerely.desk.loops.pasted import take_pasted
from sincerely.desk.models import Desk
from sincerely.desk.record import record
from sincerely.desk.sample_jobs import add_jobs
from sincerely.proof.rulebook import Rulebook
from sincerely.terms import Channel, Stage

BEGUN = """Hi Tomas,

Just wanted to reach out and circle back about yesterday!! Thank you for the oppurtunity to talk.

I really liked hearing about the repair evenings that you hold every month.

I would of course be very happy to help with those from the first day.

Best wishes,
Robin Hale
"""
DECLINED = """Hello Robin,

Thank you again for coming in. After long thought we have decided to go ahead with another candidate for this position.

We enjoyed meeting you and wish you all the best for your search.

Kind regards,
Wanda Price
"""
ASKED = """Hello Robin,

It was good to meet you. Could you send me the names of two people who know your work? Thursday is early enough.

Best,
Samira Nasser
"""


@query
def sample_owner() -> Actor:
    """The owner of the sample desk; raises NotThere where it does not stand."""
    desk = Desk.objects.filter(sample=True).values_list("id", "name").first()
    if desk is None:
        raise NotThere("There is no sample desk.")
    return Actor(*desk)


@action
def start_sample(*, now: datetime, rulebook: Rulebook, zone: str = "UTC") -> Actor:
    """Sets the sample desk up around a moment, in a time zone; raises DeskError where a desk stands already."""
    if Desk.objects.exists():
        raise DeskError("A desk stands here already. The sample is for looking round before there is one.")
    started = now - timedelta(days=40)
    desk = Desk.objects.create(
        name="Robin Hale",
        email="robin@hale.example",
        phone="01632 960 417",
        zone=entries.zone(zone) or "UTC",
        created_at=started,
        sample=True,
    )
    actor = Actor(desk.pk, desk.name)
    record(actor, started, "start", desk, "Started the sample desk.")
    Story(actor, now, ZoneInfo(desk.zone), rulebook).tell()
    add_jobs(actor, now)
    return actor


class Story:
    """What has happened on the sample desk, one employer after the other."""

    def __init__(self, actor: Actor, now: datetime, zone: ZoneInfo, rulebook: Rulebook) -> None:
        self.actor, self.now, self.zone, self.rulebook = actor, now, zone, rulebook

    def tell(self) -> None:
        self.offered()
        self.declined()
        self.waited_for()
        self.late()
        self.asked()
        self.fresh()
        self.ahead()

    def workday(self, days: int, hour: int) -> datetime:
        """So many working days from today (before it, where negative), at an hour of the owner's day."""
        step = timedelta(days=1 if days > 0 else -1)
        day, left = self.now.astimezone(self.zone).replace(hour=hour, minute=0, second=0, microsecond=0), abs(days)
        while left:
            day += step
            left -= day.weekday() < 5
        return day

    def applied(self, employer: str, role: str, *people: tuple[str, str]) -> tuple[int, list[int]]:
        at = self.workday(-20, 9)
        job = add_application(
            self.actor, employer=employer, role=role, zone=self.zone.key, country=country_at(self.zone.key), now=at
        )
        domain = "".join(letter for letter in employer.lower() if letter.isalpha())
        ids = [
            add_contact(
                self.actor, job.id, name=name, title=title, email=f"{name.split()[0].lower()}@{domain}.example", now=at
            ).id
            for name, title in people
        ]
        return job.id, ids

    def talk(self, job: int, people: list[int], start: datetime, notes: str = "", format: str = "on-site") -> int:
        at, end = min(self.workday(-12, 11), start - timedelta(days=1)), start + timedelta(minutes=50)
        return add_interview(
            self.actor, job, start=start, end=end, contacts=people, zone=self.zone.key, format=format, notes=notes, now=at
        ).id

    def thanked(self, job: int, person: int, at: datetime) -> None:
        log_contact(self.actor, job, contact=person, channel=Channel.EMAIL, stage=Stage.THANK_YOU, now=at, at=at)

    def offered(self) -> None:
        job, people = self.applied("Northlight Theatre", "Stage Technician", ("Edda Falk", "Technical Director"))
        self.talk(job, people, self.workday(-10, 15), "The lighting desk from 1998; the youth plays in May")
        self.thanked(job, people[0], self.workday(-9, 10))
        log_received(
            self.actor,
            job,
            contact=people[0],
            nature="offer",
            text="We would like you to join us. The letter is on its way.",
            channel="call",
            now=self.workday(-1, 11),
        )

    def declined(self) -> None:
        job, people = self.applied("Orchard Street School", "School Secretary", ("Wanda Price", "Head Teacher"))
        self.talk(job, people, self.workday(-11, 9), "The new timetable; parents who do not read letters")
        self.thanked(job, people[0], self.workday(-10, 9))
        take_pasted(self.actor, people[0], DECLINED, now=self.workday(-1, 10))
        old, _ = self.applied("Quay Street Hotel", "Receptionist")
        close_application(self.actor, old, reason="They had filled the place.", now=self.workday(-15, 12))

    def waited_for(self) -> None:
        job, people = self.applied(
            "Fernhill Library", "Reading Room Assistant", ("Ingrid Moss", "Librarian"), ("Paul Achterberg", "Archivist")
        )
        self.talk(job, people, self.workday(-6, 14), "Story hours; the map collection that nobody has catalogued")
        for person in people:
            self.thanked(job, person, self.workday(-5, 10))
        by = self.workday(3, 9).date()
        promise(self.actor, job, by, words="in the middle of next week", now=self.workday(-6, 15))

    def late(self) -> None:
        job, people = self.applied("Maple and Rye", "Baker", ("Joan Teller", "Head Baker"))
        self.talk(job, people, self.workday(-2, 8), "Rye starters; the Saturday market")

    def asked(self) -> None:
        job, people = self.applied("Tidewater Clinic", "Medical Receptionist", ("Samira Nasser", "Practice Manager"))
        self.talk(job, people, self.workday(-3, 10), "Phones on Monday mornings", "video")
        self.thanked(job, people[0], self.workday(-2, 9))
        take_pasted(self.actor, people[0], ASKED, now=min(self.workday(-1, 15), self.now))

    def fresh(self) -> None:
        job, people = self.applied("Kestrel Cycles", "Workshop Lead", ("Tomas Lindqvist", "Owner"), ("Bea Amadi", "Mechanic"))
        talk = self.talk(job, people, self.workday(-1, 14), "Repair evenings every month; the cargo bikes")
        write_draft(
            self.actor,
            job,
            contact=people[0],
            stage=Stage.THANK_YOU,
            interview=talk,
            subject="Thank you",
            body=BEGUN,
            rulebook=self.rulebook,
            now=min(self.workday(-1, 17), self.now),
        )

    def ahead(self) -> None:
        job, people = self.applied("Hollin Parks", "Ranger", ("Greta Ohm", "Head Ranger"))
        self.talk(job, people, self.workday(2, 11), format="on-site")
