"""Interviews: dated talks, who was on the panel, and invites to them."""

from datetime import datetime

from sincerely.desk.access import Actor
from sincerely.desk.actions import invites
from sincerely.desk.actions.interviews import add_note, cancel_interview, move_interview, set_notes, set_panel
from sincerely.desk.actions.invites import Taken
from sincerely.desk.actions.replies import waive
from sincerely.desk.callers import Scope
from sincerely.desk.errors import DeskError
from sincerely.desk.queries.applications import interview
from sincerely.desk.queries.desk import desk
from sincerely.faces.api.operation import get, post, put
from sincerely.post.invites import InviteError, read_invites

TAG = "Interviews"
# An invite with its description; calendars with years of events are no invites.
MOST_INVITE = 2_000_000


def take_invites(
    actor: Actor, *, invite: str, application: int | None = None, role: str = "", employer: str = "", now: datetime
) -> list[Taken]:
    """Takes what an invite says onto the desk: an iCalendar text, or a whole mail that holds one."""
    if len(invite) > MOST_INVITE:
        raise DeskError(f"The invite is longer than {MOST_INVITE:,} characters.")
    try:
        found = read_invites(invite.encode(), zone=desk(actor).zone)
    except InviteError as error:
        raise DeskError(str(error)) from None
    if not found:
        raise DeskError("There is no invite in this text.")
    return [invites.take_invite(actor, one, now=now, application=application, role=role, employer=employer) for one in found]


ONE = "/interviews/{interview}"
OPERATIONS = (
    get(ONE, interview, Scope.READ, "One interview"),
    post(f"{ONE}/move", move_interview, Scope.WRITE, "It was moved"),
    post(f"{ONE}/cancel", cancel_interview, Scope.WRITE, "It was cancelled"),
    put(f"{ONE}/panel", set_panel, Scope.WRITE, "Who was there, the one who led it first"),
    put(f"{ONE}/notes", set_notes, Scope.WRITE, "What was said there"),
    post(f"{ONE}/note", add_note, Scope.LOG, "Add to what was said there"),
    post(f"{ONE}/waive", waive, Scope.LOG, "No thank-you is owed, and why"),
    post("/invites", take_invites, Scope.LOG, "Take an invite onto the desk", name="take_invite"),
)
