"""What proof found of late in the person's own words."""

from collections import Counter

from sincerely.desk.access import Actor
from sincerely.desk.actions.checking import read
from sincerely.desk.errors import query
from sincerely.desk.models import Message
from sincerely.proof.finding import Report
from sincerely.proof.rulebook import Rulebook
from sincerely.terms import Severity

# The last few notes say what a person does now; older ones, what they have learned since.
NOTES = 8


@query
def found_lately(actor: Actor, rulebook: Rulebook) -> Counter[str]:
    """In how many of the last notes each rule found a fault."""
    rows = Message.objects.filter(desk=actor.desk).exclude(body="").defer("frozen")
    rows = rows.select_related("contact", "interview", "application__employer").order_by("-id")[:NOTES]
    return Counter(rule for row in rows for rule in faults(read(row, rulebook)[1]))


def faults(report: Report) -> set[str]:
    """The rules that found more than a thought."""
    return {finding.rule for finding in report.findings if finding.severity is not Severity.HINT}
