"""What a program asks for once: the same key does the same thing no second time, whatever happened in between."""

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import QuerySet

from sincerely.desk.access import Actor, access_message
from sincerely.desk.errors import DeskError, told_clearly
from sincerely.desk.models import Errand

# A look at a message and its yes take seconds; work that began longer ago was cut off, and is taken up anew.
CUT_OFF = timedelta(minutes=2)


class Reused(DeskError):
    """The key was used for something else."""


class InFlight(DeskError):
    """The same request is being worked on just now."""


def fingerprint(*told: Any) -> str:
    """What a request asks for, as one hash; the order of names in an object says nothing."""
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def once(
    actor: Actor, message: int, key: str, asked: str, work: Callable[[], dict[str, Any]], *, now: datetime
) -> dict[str, Any]:
    """The answer of `work`, which is done for this key at most once; asked again, the same answer.

    Effect and answer are written in one transaction: after a crash there are both or neither, and the next try does it. What
    the desk refuses had no effect and is not kept. Raises Reused, InFlight, NotThere and what `work` raises.
    """
    with told_clearly():
        row = begun(actor, message, key, asked, now)
        if row.answer is not None:
            kept: dict[str, Any] = row.answer
            return kept
        mine = Errand.objects.filter(pk=row.pk, begun_at=row.begun_at, answer__isnull=True)
        try:
            return finished(mine, work)
        except Exception:
            # Nothing was done: the next try need not wait. A process that was killed leaves it, until it counts as cut off.
            with suppress(DatabaseError):
                mine.delete()
            raise


def finished(mine: "QuerySet[Errand]", work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Does the work and keeps its answer, or neither."""
    refused: DeskError | None = None
    answer: dict[str, Any] = {}
    with transaction.atomic():
        try:
            answer = work()
        except DeskError as error:
            # Why a message is held is written down with the refusal, and stays.
            refused = error
        done = mine.delete()[0] if refused else mine.update(answer=answer)
        if not done:
            raise InFlight("This request was taken up anew meanwhile. Ask again for its answer.")
    if refused:
        raise refused
    return answer


def begun(actor: Actor, message: int, key: str, asked: str, now: datetime) -> Errand:
    """The errand of this key, for this caller to do or done already."""
    access_message(actor, message)
    try:
        with transaction.atomic():
            return Errand.objects.create(desk_id=actor.desk, message_id=message, key=key, asked=asked, begun_at=now)
    except IntegrityError:
        row = Errand.objects.filter(desk=actor.desk, key=key).first()
    if row is None:
        raise InFlight("This request was refused in this moment. Ask again.")
    if row.asked != asked:
        raise Reused("This Idempotency-Key was used for another request. Give each request a key of its own.")
    if row.answer is not None:
        return row
    # By one conditional update: of two that take it up, one goes on.
    cut_off = Errand.objects.filter(pk=row.pk, begun_at__lte=now - CUT_OFF, answer__isnull=True)
    if not cut_off.filter(begun_at=row.begun_at).update(begun_at=now):
        raise InFlight("This very request is being worked on. Ask again in a moment.")
    row.begun_at = now
    return row
