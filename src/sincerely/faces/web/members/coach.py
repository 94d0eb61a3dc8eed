"""A coach's caseload: what needs a word today, of those who share something."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from sincerely.desk.queries.caseload import FEW, caseload, report_of
from sincerely.desk.queries.members import organisation
from sincerely.faces.web.clock import now
from sincerely.faces.web.doors import deskless
from sincerely.faces.web.members.clocks import own_clocks
from sincerely.faces.web.members.door import MemberRequest


@deskless
@require_safe
def coach(request: MemberRequest, number: int) -> HttpResponse:
    moment = now()
    rows = caseload(request.member, number, moment)
    values = {
        "row": organisation(request.member, number),
        "waiting": [row for row in rows if row.late or row.noteless or row.drafts],
        "calm": [row for row in rows if row.shares != "nothing" and not (row.late or row.noteless or row.drafts)],
        "closed": [row for row in rows if row.shares == "nothing"],
        "report": report_of(rows, moment),
        "few": FEW,
        "clocks": own_clocks(request),
    }
    return render(request, "members/coach.html", values)


ROUTES = [path("members/<int:number>/caseload", coach, name="caseload")]
