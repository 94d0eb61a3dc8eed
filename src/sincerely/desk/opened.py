"""Opening the desk: Django set up, the tables brought up to date, and its owner found."""

import fcntl
import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError

if TYPE_CHECKING:
    from sincerely.desk.access import Actor

MIGRATIONS = Path(__file__).with_name("migrations")
SETTINGS = "sincerely.project.settings"
# The number of the lock under which tables are built on a server: any that no other program there uses.
BUILDING = 0x53696E63


def set_up() -> None:
    """Sets Django up; no database is looked at."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    # What django.setup() does, without loading what only a web server needs.
    apps.populate(settings.INSTALLED_APPS)
    # What was loaded stays: the garbage collector need not walk it again. Nor need it look after every few hundred of the
    # many small things that a desk is read into: on 1,000 applications that took a sixth of the time.
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)


def prepare() -> None:
    """Sets Django up and brings the tables up to date; cheap where nothing is to be done."""
    set_up()
    from sincerely.desk.errors import DeskError, told_clearly

    with told_clearly():
        missing, unknown = compared()
        if unknown:
            raise DeskError("This desk was made by a newer Sincerely. Update the program, then try again.")
        if missing or ((settings.MEMBERS or settings.WORKERS) and behind()):
            with alone():
                migrate()


def open_desk() -> "Actor":
    """The owner of the desk under SINCERELY_HOME; raises NotThere where none was started yet."""
    prepare()
    return owner()


def owner() -> "Actor":
    """The owner of the machine's own desk, whose tables are ready (`prepare`); raises NotThere where none was started yet."""
    from sincerely.desk.access import Actor
    from sincerely.desk.errors import NotThere, told_clearly
    from sincerely.desk.models import Desk

    with told_clearly():
        desk = Desk.objects.filter(sample=False, person=None).order_by("id").values_list("id", "name").first()
    if desk is None:
        raise NotThere("There is no desk yet. Start one: sincerely init.")
    return Actor(*desk)


def owners() -> "list[Actor]":
    """The owners of all desks that are kept here: one's own, and where desks are kept for many, everybody's."""
    from sincerely.desk.access import Actor
    from sincerely.desk.errors import told_clearly
    from sincerely.desk.models import Desk

    with told_clearly():
        rows = Desk.objects.filter(sample=False).order_by("id")
        return [Actor(*row) for row in (rows if settings.MEMBERS else rows.filter(person=None)).values_list("id", "name")]


def known_migrations() -> set[str]:
    """The migrations that this program has."""
    return {path.stem for path in MIGRATIONS.glob("[0-9]*.py")}


def compared() -> tuple[bool, bool]:
    """Whether migrations are missing from the database, and whether it has some that this program does not know."""
    from django.db import connection

    known = known_migrations()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM django_migrations WHERE app = 'desk'")
            applied = {name for (name,) in cursor.fetchall()}
    except DatabaseError as error:
        if "django_migrations" not in str(error):
            raise
        applied = set()
    return bool(known - applied), bool(applied - known)


def behind() -> bool:
    """Whether tables are missing that are not the desk's own: those of the accounts, of the workers, and what processes share."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return True
    return settings.WORKERS and settings.CACHES["default"]["LOCATION"] not in connection.introspection.table_names()


def migrate() -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    if settings.WORKERS:
        call_command("createcachetable", verbosity=0)


@contextmanager
def alone() -> Iterator[None]:
    """One process at a time: of several that start together on a new desk, on one machine or on many, one builds its tables."""
    from django.db import connection

    with (Path(settings.HOME) / "migrating.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if connection.vendor != "postgresql":
            yield
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [BUILDING])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [BUILDING])
