"""The whole desk in one file while it is in use, and back. No password and no key is in it."""

import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection

from sincerely.desk.actions.exports import reconcile_all
from sincerely.desk.errors import DeskError, told_clearly
from sincerely.desk.models import Desk
from sincerely.desk.opened import known_migrations, prepare

# SQLite copies so many pages at a time and lets other work pass in between.
PAGES = 1000


def backup(path: Path | str, *, now: datetime) -> int:
    """Copies the desk as it stands into a new file, attachments and all; its size in bytes. Refuses to write over a file."""
    path = Path(path)
    with told_clearly():
        live = live_file()
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError:
            raise DeskError(f"{path} is there already. Name a new file.") from None
        except OSError as error:
            raise DeskError(f"{path} cannot be written: {error.strerror}.") from None
        try:
            copy(live, path, now)
        except BaseException as error:
            path.unlink(missing_ok=True)
            if isinstance(error, sqlite3.Error):
                raise DeskError(f"The desk could not be copied to {path}: {error}. Check the space on the disk.") from None
            raise
    return path.stat().st_size


def copy(live: sqlite3.Connection, path: Path, now: datetime) -> None:
    """Copies, takes the sealed passwords out, and notes when: what waits in a copy may have gone since."""
    with closing(sqlite3.connect(path)) as target:
        live.backup(target, pages=PAGES)
        target.execute("PRAGMA secure_delete = ON")
        for table in ("desk_account", "desk_feed", "desk_ghost"):
            target.execute(f"UPDATE {table} SET sealed = ''")  # noqa: S608  (one of the names above)
        # A copy from before a token was taken back must not let its program in again.
        for table in ("desk_token", "desk_pairing"):
            target.execute(f"DELETE FROM {table}")  # noqa: S608  (one of the names above)
        for statement in of_accounts(target):
            target.execute(statement)
        target.execute("UPDATE desk_desk SET reconcile_since = ?", [now.strftime("%Y-%m-%d %H:%M:%S.%f")])
        target.commit()
        target.execute("PRAGMA journal_mode = DELETE")
        target.execute("VACUUM")


def of_accounts(target: sqlite3.Connection) -> list[str]:
    """What takes the secrets of accounts out of a copy, where there are any: people ask for a new password by mail.

    Second steps are sealed with the key of the home, and stay.
    """
    tables = {name for (name,) in target.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    # Django's own sign of a password that fits nothing begins with an exclamation mark.
    wanted = {"auth_user": "UPDATE auth_user SET password = '!'", "django_session": "DELETE FROM django_session"}
    return [statement for table, statement in wanted.items() if table in tables]


def live_file() -> sqlite3.Connection:
    """The open database of this desk; raises DeskError where it is not SQLite."""
    if connection.vendor != "sqlite":
        raise DeskError("This desk lies on a database server. Copy it with that server's own tool, such as pg_dump.")
    connection.ensure_connection()
    live: sqlite3.Connection = connection.connection
    return live


def restore(path: Path | str, *, now: datetime, replace: bool = False) -> Path | None:
    """Brings a desk back from a backup; raises DeskError for a file that is none, and where a desk stands unless `replace`.

    What waited in the copy is looked for in Sent, or asked about, before anything is sent. A desk's file that is damaged is
    moved aside first; gives where to.
    """
    path = Path(path)
    check(path)
    aside = set_aside(now)
    prepare()
    with told_clearly():
        if Desk.objects.filter(sample=False).exists() and not replace:
            raise DeskError("A desk stands here already. To put the backup in its place, say so: sincerely restore FILE --yes.")
        live = live_file()
        try:
            with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as source:
                source.backup(live)
        except sqlite3.Error as error:
            raise DeskError(f"{path} could not be brought back: {error}. Nothing was changed.") from None
        connection.close()
        prepare()
        reconcile_all(now)
    return aside


def set_aside(now: datetime) -> Path | None:
    """Moves a damaged desk's file out of the way, with what belongs to it; where it lies now, or None where it is whole."""
    file = Path(settings.DATABASES["default"]["NAME"])
    if connection.vendor != "sqlite" or not file.exists() or is_whole(file):
        return None
    connection.close()
    aside = file.with_name(f"damaged-{now:%Y-%m-%d-%H%M%S}-{file.name}")
    if aside.exists():
        raise DeskError(f"{aside} is there already. Move it elsewhere, then try again.")
    for end in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            os.rename(f"{file}{end}", f"{aside}{end}")
    return aside


def is_whole(file: Path) -> bool:
    """Whether SQLite finds its file sound; one that cannot be opened now, for another reason, counts as sound."""
    try:
        with closing(sqlite3.connect(file)) as database:
            return bool(database.execute("PRAGMA quick_check").fetchone()[0] == "ok")
    except sqlite3.OperationalError:
        return True
    except sqlite3.DatabaseError:
        return False


def check(path: Path) -> None:
    """Raises DeskError unless the file is a whole desk that this program can read."""
    try:
        with closing(sqlite3.connect(f"{path.resolve(strict=True).as_uri()}?mode=ro", uri=True)) as source:
            applied = {name for (name,) in source.execute("SELECT name FROM django_migrations WHERE app = 'desk'")}
            desks = source.execute("SELECT count(*) FROM desk_desk").fetchone()[0]
            whole = source.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    except OSError as error:
        raise DeskError(f"{path} cannot be read: {error.strerror}.") from None
    except sqlite3.Error:
        raise DeskError(f"{path} is no backup of a desk. Give a file that `sincerely backup` wrote.") from None
    if not applied or not desks:
        raise DeskError(f"{path} holds no desk. Give a file that `sincerely backup` wrote.")
    if applied - known_migrations():
        raise DeskError(f"{path} was made by a newer Sincerely. Update the program, then try again.")
    if not whole:
        raise DeskError(f"{path} is damaged. Give another backup.")
