"""What delivers a message: one file each, with its `Config` and its `Carrier`. The folder is scanned."""

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import ModuleType
from typing import ClassVar, Protocol


class Failure(StrEnum):
    """What may be done after a carrier failed."""

    TEMPORARY = "temporary"
    """Nothing was handed over, and a later try may succeed."""
    PERMANENT = "permanent"
    """Nothing was handed over, and trying again with the same would fail again."""
    UNSURE = "unsure"
    """All was handed over and no answer came back: it may have been delivered. Never try again blindly."""


class CarrierError(Exception):
    """A delivery that failed, in one line for a person. Never holds a secret or a letter.

    `code` is the server's three-digit reply code (RFC 5321, 4.2), where one came. `address` is the address refused,
    where the failure lies in one address rather than in the account or the network. `own`: it lies in this one message.
    """

    def __init__(self, kind: Failure, words: str, code: int | None = None, address: str = "", own: bool = False) -> None:
        super().__init__(words)
        self.kind = kind
        self.words = words
        self.code = code
        self.address = address
        self.own = own


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a carrier did.

    `sent`: the message has left; False where a person must still press send and confirm it.
    `words`: for a person: the server's answer, or what to do now. `place`: a URL, a file or a folder where the message stands.
    `refused`: copies that the server would not take although it took the rest, each with its words; `bad`: those of them
    whose address it does not know.
    """

    carrier: str
    sent: bool
    words: str
    place: str = ""
    refused: tuple[tuple[str, str], ...] = ()
    bad: tuple[str, ...] = ()


def nothing() -> None:
    """What happens before the data where nothing was asked for."""


class Carrier(Protocol):
    """Delivers frozen bytes. Built as `Carrier(config)`, with the file's own `Config`."""

    label: ClassVar[str]
    """What a person reads in a list of carriers."""
    automatic: ClassVar[bool]
    """True where the message leaves without a person's further step."""

    def deliver(self, raw: bytes, sender: str, recipients: Sequence[str], before_data: Callable[[], None] = nothing) -> Receipt:
        """Hands over a composed message for the given addresses; the first is whose it is, the others get copies.

        `before_data` is called once, just before the first byte of the message leaves: what it sets must be durable before it
        returns, for from then on a lost answer means `Failure.UNSURE`. If it raises, nothing is sent.
        """
        ...


@cache
def carriers() -> dict[str, ModuleType]:
    """All carriers by name; each module has `Config` and `Carrier`, and `probe(config)` where there is a server to try."""
    return {found.name: importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)}
