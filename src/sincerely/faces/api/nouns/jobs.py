"""Jobs to watch: pages and boards that are read again and again, and what is found there."""

from dataclasses import dataclass
from datetime import datetime

from sincerely.desk.access import Actor
from sincerely.desk.actions import watches as actions
from sincerely.desk.actions.watches import add_watch, apply_to, end_watch, propose_watch, read_again, set_aside
from sincerely.desk.callers import Scope
from sincerely.desk.queries.watches import history_of, job, jobs, watches
from sincerely.faces.api.operation import delete, get, post, put

TAG = "Jobs"


@dataclass(frozen=True, slots=True)
class LookedShape:
    """How many postings count as looked at from now on."""

    looked: int


def look_at(actor: Actor, *, postings: list[int] | None = None, now: datetime) -> LookedShape:
    """These postings, or all, are news no more."""
    return LookedShape(actions.look_at(actor, postings, now=now))


OPERATIONS = (
    get("/watches", watches, Scope.READ, "What is under watch"),
    post("/watches", add_watch, Scope.LOG, "Put a page or a board under watch", status=201),
    post("/watches/propose", propose_watch, Scope.LOG, "Propose one: it is read once a person agrees", status=201),
    delete("/watches/{watch}", end_watch, Scope.LOG, "Watch it no longer"),
    post("/watches/{watch}/read", read_again, Scope.LOG, "Read it as soon as its host may be asked"),
    get("/jobs", jobs, Scope.READ, "Jobs: new, changed, closing soon, open, closed"),
    post("/jobs/looked", look_at, Scope.LOG, "You have looked at these, or at all"),
    get("/jobs/{posting}", job, Scope.READ, "One posting"),
    get("/jobs/{posting}/changes", history_of, Scope.READ, "What changed in it, latest first", name="changes_of_job"),
    put("/jobs/{posting}/aside", set_aside, Scope.LOG, "Set it aside, or take it back in", name="set_job_aside"),
    post("/jobs/{posting}/apply", apply_to, Scope.LOG, "Make an application of it", status=201),
)
