"""A word to the workers that something may go now. Where nobody listens, or the word is lost, the next sweep finds it."""

import logging
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

log = logging.getLogger(__name__)
# What has to wait longer is found by a sweep, at its time.
SOON = timedelta(seconds=1)


def wake(desk: int, at: datetime, now: datetime) -> None:
    """Once this transaction is committed, the workers are told that something of this desk may go, if it may by now."""
    if settings.WAKE and at <= now + SOON:
        transaction.on_commit(partial(ring, desk))


def ring(desk: int) -> None:
    """Tells them; what is committed stands whether they hear it or not."""
    with suppress(Exception):
        import_string(settings.WAKE)(desk)
        return
    log.warning("The workers could not be woken; they find what waits at their next sweep.")
