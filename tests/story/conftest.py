"""Real mail servers for the story."""

from pathlib import Path

import pytest
from tests.servers.fixtures import MailServers
from tests.story.people import Employer, Seeker


@pytest.fixture
def seeker(mail_servers: MailServers, tmp_path: Path) -> Seeker:
    """Somebody with a desk and a mailbox."""
    person = Seeker(tmp_path / "home", mail_servers.person("hal"), mail_servers)
    person.begin()
    return person


@pytest.fixture
def employer(mail_servers: MailServers) -> Employer:
    """Three interviewers at one employer."""
    return Employer(mail_servers, [mail_servers.person(name, "example.com") for name in ("ada", "bo", "cy")])
