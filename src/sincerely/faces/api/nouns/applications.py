"""Applications: what somebody pursues, where it stands, what comes next there and what happened."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sincerely.cadence import plan_shape
from sincerely.desk.access import Actor
from sincerely.desk.actions import tables
from sincerely.desk.actions.applications import (
    add_application,
    close_application,
    reopen_application,
    update_application,
    withdraw_application,
)
from sincerely.desk.actions.contacts import add_contact
from sincerely.desk.actions.interviews import add_interview
from sincerely.desk.actions.replies import log_contact, log_received, promise
from sincerely.desk.callers import Scope
from sincerely.desk.queries import plans
from sincerely.desk.queries.applications import application, applications, timeline
from sincerely.desk.queries.standings import standings
from sincerely.desk.queries.threads import thread
from sincerely.desk.shapes import ContactShape
from sincerely.faces.api.operation import get, patch, post

TAG = "Applications"


@dataclass(frozen=True, slots=True)
class PlanShape:
    """The touches still owed, what else is owed, and why a cadence ended, by contact."""

    touches: list[dict[str, Any]]
    owed: list[dict[str, Any]]
    ended: dict[str, str]


@dataclass(frozen=True, slots=True)
class BroughtShape:
    """How many applications were added, and how many were on the desk already."""

    added: int
    known: int


def plan(actor: Actor, application: int, *, now: datetime) -> PlanShape:
    """When to contact whom at this application's employer, and why then."""
    return PlanShape(**plan_shape(plans.plan_of(actor, application, now)))


def bring_applications(actor: Actor, rows: Sequence[dict[str, str]], *, now: datetime) -> BroughtShape:
    """Adds an application for each row: all, or none."""
    return BroughtShape(*tables.bring_applications(actor, rows, now=now))


def new_contact(
    actor: Actor,
    application: int,
    *,
    name: str,
    email: str = "",
    title: str = "",
    nickname: str = "",
    honorific: str = "",
    phone: str = "",
    postal_address: str = "",
    zone: str = "",
    country: str = "",
    region: str = "",
    now: datetime,
) -> ContactShape:
    """Adds a person met at the employer. One whose address is known there already is the same person."""
    known = {"title": title, "nickname": nickname, "honorific": honorific, "phone": phone, "postal_address": postal_address}
    place = {"zone": zone, "country": country, "region": region}
    return add_contact(actor, application, name=name, email=email, now=now, **known, **place)


ONE = "/applications/{application}"
OPERATIONS = (
    get("/applications", applications, Scope.READ, "All applications, newest first"),
    post("/applications", add_application, Scope.LOG, "Add an application", status=201),
    post("/applications/table", bring_applications, Scope.WRITE, "Add many applications"),
    get("/standings", standings, Scope.READ, "How far each application has come"),
    get(ONE, application, Scope.READ, "One application with its contacts and interviews"),
    patch(ONE, update_application, Scope.WRITE, "Put an application right"),
    post(f"{ONE}/close", close_application, Scope.WRITE, "Close an application: it is over"),
    post(f"{ONE}/withdraw", withdraw_application, Scope.WRITE, "Withdraw: you want it no more"),
    post(f"{ONE}/reopen", reopen_application, Scope.WRITE, "It goes on after all"),
    get(f"{ONE}/timeline", timeline, Scope.READ, "What happened, oldest first"),
    get(f"{ONE}/threads/{{contact}}", thread, Scope.READ, "All that passed with one contact here"),
    get(f"{ONE}/plan", plan, Scope.READ, "Who is to be contacted when, and why", name="plan_of"),
    post(f"{ONE}/contacts", new_contact, Scope.LOG, "Add a contact", name="add_contact", status=201),
    post(f"{ONE}/interviews", add_interview, Scope.LOG, "Add an interview", status=201),
    post(f"{ONE}/promise", promise, Scope.LOG, "They promised word by a day"),
    post(f"{ONE}/sent", log_contact, Scope.LOG, "Log a contact that you made elsewhere", status=201),
    post(f"{ONE}/received", log_received, Scope.LOG, "Log a word that you got elsewhere", status=201),
)
