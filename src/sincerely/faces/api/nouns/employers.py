"""Employers: where they are, and which of them are one."""

from datetime import datetime

from sincerely.desk.access import Actor
from sincerely.desk.actions.applications import update_employer
from sincerely.desk.actions.employers import join_employers, separate_employer
from sincerely.desk.callers import Scope
from sincerely.desk.queries import employers
from sincerely.desk.shapes import EmployerShape
from sincerely.faces.api.operation import delete, get, patch, put

TAG = "Employers"


def put_right(
    actor: Actor,
    employer: int,
    *,
    name: str | None = None,
    zone: str | None = None,
    country: str | None = None,
    region: str | None = None,
    now: datetime,
) -> EmployerShape:
    """Changes what is known of an employer; what is not given stays."""
    update_employer(actor, employer, name=name, zone=zone, country=country, region=region, now=now)
    return employers.employer(actor, employer)


ONE = "/employers/{employer}"
OPERATIONS = (
    get(ONE, employers.employer, Scope.READ, "One employer"),
    patch(ONE, put_right, Scope.WRITE, "Put an employer right", name="update_employer"),
    put(f"{ONE}/whole", join_employers, Scope.WRITE, "It is part of another: both count as one"),
    delete(f"{ONE}/whole", separate_employer, Scope.WRITE, "It is one of its own after all"),
)
