"""How often and when to write: a ready-made policy, what to change in it, and its worked timeline as it changes."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from sincerely.cadence import BadPolicy, Policy, named, read_policy
from sincerely.cadence.policy import NAMES, policy_file
from sincerely.cadence.worked import worked
from sincerely.desk.actions.desk import switch_policy
from sincerely.desk.errors import DeskError
from sincerely.faces.web.opening import DeskRequest

NUMBERS = ("promise_slack_days", "gap_days", "check_ins", "calls_per_week", "keep_in_touch_days")
TICKS = ("closing_note", "sleep_on_it")
HOURS = ("mail_hours", "call_hours")


@require_http_methods(["GET", "HEAD", "POST"])
def policy(request: DeskRequest) -> HttpResponse:
    """Shows what the fields would mean, asked by GET or by the button `show`; else POST keeps them."""
    desk, owner = request.desk, request.desk.owner
    asked = request.POST if request.method == "POST" else request.GET
    name = asked.get("policy") or owner.policy
    error, changes = None, dict(owner.policy_changes) if name == owner.policy else {}
    try:
        base = named(name)
        # Another ready-made policy comes as it is; its own numbers can be changed next.
        if asked.get("of") == name:
            changes = changes_in(asked, base)
        chosen = read_policy(changes, base)
        if request.method == "POST" and asked.get("do") != "show":
            switch_policy(desk.actor, name, changes, now=desk.now)
            messages.success(request, "Kept. The plan follows it from now on.")
            return redirect("policy")
    except (BadPolicy, DeskError) as trouble:
        error = str(trouble)
        name = name if name in NAMES else owner.policy
        base = chosen = named(name)
    values = {
        "name": name,
        "policies": [(known, policy_file(known)["title"], policy_file(known)["for"]) for known in NAMES],
        "form": fields_of(chosen) if error is None else asked,
        "steps": list(worked(name, chosen)),
        "changed": chosen != base,
        "error": error,
    }
    return render(request, "policy.html", values, status=422 if error and request.method == "POST" else 200)


def fields_of(policy: Policy) -> dict[str, Any]:
    """A policy as the form shows it."""
    fields = {key: getattr(policy, key) for key in (*NUMBERS, *TICKS)}
    fields |= {key: f"{getattr(policy, key)[0]:%H:%M}-{getattr(policy, key)[1]:%H:%M}" for key in HOURS}
    first, second = policy.first_check_in_days
    return fields | {"first_check_in": first, "after_word": second}


def changes_in(asked: "QueryDict | Mapping[str, Any]", base: Policy) -> dict[str, Any]:
    """What the form says that the ready-made policy does not; raises BadPolicy."""
    told: dict[str, Any] = {key: number(asked.get(key), key) for key in NUMBERS}
    told["first_check_in_days"] = [number(asked.get(key), key) for key in ("first_check_in", "after_word")]
    told |= {key: asked.get(key, "") for key in HOURS}
    told |= {key: asked.get(key) == "on" for key in TICKS}
    return {key: value for key, value in told.items() if read_policy({key: value}, base) != base}


def number(words: Any, key: str) -> int:
    try:
        return int(words or "")
    except ValueError:
        raise BadPolicy(f"{key.replace('_', ' ')}: {str(words or '')[:40]!r} is no whole number.") from None


ROUTES = [path("settings/policy", policy, name="policy")]
