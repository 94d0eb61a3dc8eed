"""The organisations that one is in: members, roles, and invitations."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST, require_safe

from sincerely.desk.actions.organisations import end_membership, invite, revoke_invitation, set_role
from sincerely.desk.errors import DeskError, NotThere
from sincerely.desk.queries import members
from sincerely.faces.web.clock import now
from sincerely.faces.web.doors import deskless
from sincerely.faces.web.members.clocks import own_clocks
from sincerely.faces.web.members.door import MemberRequest

# Roles as a page says them, and what each is there for.
ROLES = {
    "seeker": "looks for work",
    "coach": "helps seekers, and reads what they share",
    "editor": "writes and keeps the advice",
    "admin": "invites and names members, and reads nobody's desk",
}


@deskless
@require_safe
def organisations(request: MemberRequest) -> HttpResponse:
    """All of them, with what one may do there."""
    rows = members.organisations(request.member)
    if len(rows) == 1:
        return redirect("organisation", rows[0].id)
    return render(request, "members/organisations.html", {"rows": rows})


@deskless
@require_safe
def organisation(request: MemberRequest, number: int) -> HttpResponse:
    return shown(request, number)


def shown(request: MemberRequest, number: int, status: int = 200, **more: object) -> HttpResponse:
    row = members.organisation(request.member, number)
    values: dict[str, object] = {
        "row": row,
        "people": members.members(request.member, number),
        "roles": ROLES,
        "clocks": own_clocks(request),
    }
    if row.role == "admin":
        values["invitations"] = members.invitations(request.member, number, now())
    return render(request, "members/organisation.html", values | more, status=status)


@deskless
@require_POST
def send_invitation(request: MemberRequest, number: int) -> HttpResponse:
    """A new link, shown with this very answer and never again."""
    given = request.POST
    try:
        token = invite(request.member, number, role=given.get("role", "seeker"), email=given.get("email", ""), now=now())
    except NotThere:
        raise
    except DeskError as error:
        return shown(request, number, 422, error=error, form=given)
    return shown(request, number, link=f"{settings.ADDRESS}{reverse('invited', args=[token])}", invited=given.get("email", ""))


@deskless
@require_POST
def revoke(request: MemberRequest, number: int, invitation: int) -> HttpResponse:
    revoke_invitation(request.member, number, invitation, now=now())
    messages.success(request, "The link is void.")
    return redirect("organisation", number)


@deskless
@require_POST
def change_role(request: MemberRequest, number: int, membership: int) -> HttpResponse:
    set_role(request.member, number, membership, request.POST.get("role", ""), now=now())
    messages.success(request, "Kept. It counts from now on.")
    return redirect("organisation", number)


@deskless
@require_POST
def end(request: MemberRequest, number: int, membership: int) -> HttpResponse:
    """Leaves, or as an admin ends a membership."""
    end_membership(request.member, number, membership, now=now())
    messages.success(request, "Done. Nothing is shared there any more.")
    return redirect("organisations")


ROUTES = [
    path("members", organisations, name="organisations"),
    path("members/<int:number>", organisation, name="organisation"),
    path("members/<int:number>/invite", send_invitation, name="invite"),
    path("members/<int:number>/invitations/<int:invitation>/revoke", revoke, name="invitation-revoke"),
    path("members/<int:number>/people/<int:membership>/role", change_role, name="member-role"),
    path("members/<int:number>/people/<int:membership>/end", end, name="member-end"),
]
