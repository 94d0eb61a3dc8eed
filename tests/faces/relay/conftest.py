"""Real mail servers, a desk with an interview that is over, and a relay before it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.faces.relay.office import Office, running
from tests.servers.fixtures import MailServers
from tests.story.people import Employer, Seeker


@pytest.fixture
def office(mail_servers: MailServers, tmp_path: Path) -> Office:
    """Hal was interviewed by Ada and Bo on Monday at 14:00; it is Tuesday, 9:30 in London."""
    seeker = Seeker(tmp_path / "home", mail_servers.person("hal"), mail_servers)
    employer = Employer(mail_servers, [mail_servers.person(name, "example.com") for name in ("ada", "bo", "dan")])
    seeker.begin()
    ada, bo, _ = (person.address for person in employer.people)
    talk = ("--employer", "Northgate Bakery", "--role", "Baker", "--start", "2026-03-02T14:00", "--zone", "Europe/London")
    people = ("--with", f"Ada Okafor <{ada}>", "--with", f"Bo Lind <{bo}>")
    seeker.type("add", *talk, *people, "--country", "GB", "--notes", "The stone oven; market days")
    seeker.at("2026-03-03T09:30:00+00:00")
    return Office(seeker, employer)


@pytest.fixture
def relay(office: Office) -> Iterator[Office]:
    """The office with its relay running."""
    with running(office, "--revise", "relay"):
        yield office
