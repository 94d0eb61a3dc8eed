"""A career centre: Alice and Dora look for work, Mia and Noor coach, Ada runs it; Eve is a member of nothing."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from tests.desk.conftest import NOW, Scene, actor, furnish  # noqa: F401


@dataclass
class Centre:
    """Its people by name, and shortcuts to do what a page would do."""

    organisation: int
    people: dict[str, Any] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)

    def join(self, name: str, role: str = "seeker", organisation: int | None = None) -> Any:
        """Somebody signs up and comes in by an invitation of the operator."""
        from sincerely.desk.actions.organisations import accept, invite
        from sincerely.desk.admission import Operator

        where = organisation or self.organisation
        member = self.people.get(name) or self.arrive(name)
        email = f"{name.lower()}@people.example"
        joined = accept(member, invite(Operator(), where, role=role, email=email, now=NOW), now=NOW)
        self.places[name] = joined.membership
        return member

    def arrive(self, name: str) -> Any:
        from sincerely.desk.actions.persons import arrive

        self.people[name] = arrive(1000 + len(self.people), email=f"{name}@People.example", name=name, now=NOW)
        return self.people[name]

    def desk(self, name: str) -> Scene:
        """Starts somebody's desk, with an interview that is just over."""
        from sincerely.desk.actions.desk import start_desk

        email = f"{name.lower()}@people.example"
        return furnish(start_desk(name=name, email=email, zone="Europe/Dublin", person=self.people[name].person, now=NOW))


@pytest.fixture
def centre(db) -> Centre:
    return found_centre()


def found_centre() -> Centre:
    """The centre with its people."""
    from sincerely.desk.actions.organisations import found_organisation

    made = Centre(found_organisation("Harbour Careers", kind="career-centre", now=NOW).id)
    for name, role in (("Ada", "admin"), ("Mia", "coach"), ("Noor", "coach"), ("Alice", "seeker"), ("Dora", "seeker")):
        made.join(name, role)
    made.arrive("Eve")
    return made
