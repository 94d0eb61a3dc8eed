"""Employers: their place, and what belongs together with them."""

from sincerely.desk.access import Actor, access_employer
from sincerely.desk.errors import query
from sincerely.desk.models import Employer
from sincerely.desk.shapes import EmployerShape
from sincerely.desk.shaping import iso


@query
def employer(actor: Actor, employer: int) -> EmployerShape:
    """One employer."""
    row = access_employer(actor, employer)
    return EmployerShape(
        id=row.pk,
        name=row.name,
        zone=row.zone,
        zone_guessed=row.zone_guessed,
        country=row.country,
        region=row.region,
        part_of=row.part_of.name if row.part_of else "",
        part_of_id=row.part_of_id,
        parts=list(Employer.objects.filter(part_of=row).order_by("name").values_list("name", flat=True)),
        stopped_at=iso(row.stopped_at),
    )
