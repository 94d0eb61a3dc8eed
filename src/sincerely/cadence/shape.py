"""Plans and answers as JSON, in the form of design/interface.md; stable."""

from typing import Any

from sincerely.cadence.plan import Answer, Owed, Plan, Touch


def plan_shape(plan: Plan) -> dict[str, Any]:
    """`{"touches", "owed", "ended"}`; instants are ISO 8601 in UTC with offset."""
    return {
        "touches": [touch_shape(touch) for touch in plan.touches],
        "owed": [owed_shape(owed) for owed in plan.owed],
        "ended": dict(plan.ended),
    }


def touch_shape(touch: Touch) -> dict[str, Any]:
    """One touch as an object."""
    return {
        "interview": touch.interview,
        "contact": touch.contact,
        "stage": touch.stage.value,
        "channel": touch.channel.value,
        "not_before": touch.not_before.isoformat(),
        "best": touch.best.isoformat(),
        "due": touch.due.isoformat(),
        "late": touch.late,
        "reasons": list(touch.reasons),
    }


def owed_shape(owed: Owed) -> dict[str, Any]:
    """One thing owed as an object."""
    return {
        "what": owed.what.value,
        "contact": owed.contact,
        "interview": owed.interview,
        "since": owed.since.isoformat(),
        "reason": owed.reason,
    }


def answer_shape(answer: Answer) -> dict[str, Any]:
    """`{"allowed", "reasons", "next_allowed"}`."""
    return {
        "allowed": answer.allowed,
        "reasons": list(answer.reasons),
        "next_allowed": answer.next_allowed.isoformat() if answer.next_allowed else None,
    }
