"""What a person can mend on their desk, in words; and how the database's own troubles are told."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import DatabaseError, transaction

P = ParamSpec("P")
R = TypeVar("R")


class DeskError(Exception):
    """Something that the person can mend: what happened, to what, and what to do."""


class NotThere(DeskError):
    """What was asked for is not on this desk; what is another's looks the same. `noun` and `key` name it, where it has some."""

    def __init__(self, words: str, noun: str = "", key: int | None = None) -> None:
        super().__init__(words)
        self.noun, self.key = noun, key


class Held(DeskError):
    """The gate is closed for this message; `reasons` say why, each in one sentence."""

    def __init__(self, words: str, reasons: tuple[str, ...] = ()) -> None:
        super().__init__(words)
        self.reasons = reasons


# What databases say (SQLite: sqlite.org/rescode.html; PostgreSQL: its appendix of error codes), and what that means to a person.
TROUBLES = (
    (("disk is full", "no space left"), "The disk is full. Nothing was changed. Free some space and try again."),
    (
        ("locked", "lock timeout", "deadlock"),
        "The desk is busy with another command. Nothing was changed. Try again soon.",
    ),
    (
        ("readonly", "read-only", "permission"),
        "The desk's folder cannot be written. Nothing was changed. Check its permissions.",
    ),
    (
        ("unable to open", "could not connect", "connection"),
        "The desk's database cannot be opened. Check its folder.",
    ),
    (
        ("malformed", "not a database", "corrupt"),
        "The desk's file is damaged. Bring back a backup: sincerely restore FILE. The damaged file is kept aside.",
    ),
    (("disk i/o",), "The disk could not be read or written. Nothing was changed. Check the disk and try again."),
    (("interrupted",), "The work was interrupted. Nothing was changed."),
)


@contextmanager
def told_clearly() -> Iterator[None]:
    """Turns a trouble of the database into one DeskError; other errors pass."""
    try:
        yield
    except DatabaseError as error:
        said = str(error).lower()
        for signs, words in TROUBLES:
            if any(sign in said for sign in signs):
                raise DeskError(words) from error
        raise


def action(verb: Callable[P, R]) -> Callable[P, R]:
    """Makes a writer whole or nothing: one transaction, and every trouble of the database in words."""

    @wraps(verb)
    def act(*args: P.args, **kwargs: P.kwargs) -> R:
        with told_clearly(), transaction.atomic():
            return verb(*args, **kwargs)

    return act


def query(noun: Callable[P, R]) -> Callable[P, R]:
    """A reader whose database troubles are told in words."""

    @wraps(noun)
    def ask(*args: P.args, **kwargs: P.kwargs) -> R:
        with told_clearly():
            return noun(*args, **kwargs)

    return ask
