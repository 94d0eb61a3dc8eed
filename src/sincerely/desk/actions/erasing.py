"""Everything gone: the person's right, and their last word."""

from contextlib import suppress

from django.db import OperationalError, connection, transaction

from sincerely.desk.access import Actor, access_desk
from sincerely.desk.errors import DeskError, told_clearly
from sincerely.desk.models import Host, Watch
from sincerely.desk.snapshots.cases import forget


def erase_desk(actor: Actor, name: str) -> None:
    """Erases the desk with all that is on it, passwords too; `name`, the owner's, says that it is meant.

    On SQLite the emptied pages are overwritten, and given back unless somebody is reading just then.
    Backups and exports elsewhere are the person's own.
    """
    with told_clearly():
        with transaction.atomic():
            desk = access_desk(actor)
            if " ".join(name.split()).casefold() != desk.name.casefold():
                raise DeskError(f"To erase everything, type the name of this desk: {desk.name}.")
            if connection.vendor == "sqlite":
                with connection.cursor() as cursor:
                    cursor.execute("PRAGMA secure_delete = ON")
            desk.delete()
            # Whom the desk asked is nobody else's business either.
            Host.objects.exclude(name__in=Watch.objects.values("host")).delete()
        forget()
        if connection.vendor == "sqlite" and not connection.in_atomic_block:
            # All is gone already: a busy file is no failure, and its log goes with the last who leaves it.
            with suppress(OperationalError), connection.cursor() as cursor:
                cursor.execute("VACUUM")
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
