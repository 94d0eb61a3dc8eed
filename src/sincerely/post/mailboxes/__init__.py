"""Where mail comes in: one file each, with its `Config` and its `Mailbox`. The folder is scanned."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from types import ModuleType
from typing import ClassVar, NamedTuple, Protocol


class MailboxError(Exception):
    """A mailbox that could not be read, in one line for a person. Never holds a secret or a letter.

    `credentials`: the server refused the sign-in, so trying again with the same is useless. `partial`: all else was read.
    """

    def __init__(self, words: str, *, credentials: bool = False, partial: bool = False) -> None:
        super().__init__(words)
        self.words = words
        self.credentials = credentials
        self.partial = partial


class Position(NamedTuple):
    """How far a folder was read. A server that renumbers a folder gives it a new `uid_validity`: then all is read anew."""

    uid_validity: int
    uid: int


@dataclass(frozen=True, slots=True)
class Fetched:
    """One mail as it came; (folder, uid_validity, uid) names it for ever. `whole` is False where only its start was fetched.

    `spam`: it lay in the folder of spam.
    """

    folder: str
    uid_validity: int
    uid: int
    raw: bytes = field(repr=False)
    whole: bool = True
    spam: bool = False

    @property
    def position(self) -> Position:
        return Position(self.uid_validity, self.uid)


class Mailbox(Protocol):
    """Reads mail and never changes or marks it. Built as `Mailbox(config)`; a context manager."""

    label: ClassVar[str]

    def __enter__(self) -> "Mailbox": ...

    def __exit__(self, *error: object) -> None: ...

    def fetch(self, since: Mapping[str, Position], from_day: date | None = None) -> Iterator[Fetched]:
        """Mails that are new, oldest first in each folder; a mail may be given again, and its names tell.

        `since`: how far each folder was read. One that it does not name is read from `from_day`, or else from its start.
        """
        ...


@cache
def mailboxes() -> dict[str, ModuleType]:
    """All mailboxes by name; each module has `Config` and `Mailbox`, and `probe(config)` where there is a server to try."""
    return {found.name: importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)}
