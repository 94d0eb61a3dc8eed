"""The boards that employers rent: one file each. The folder is scanned.

Each file has a `LABEL`, its `Config`, and three functions: `recognise(address)` gives the Config that an address of the board
means, or None; `ask(config)` the address that answers for machines; `read(config, answer)` what it found. A board whose list
leaves the text of a posting away has `tell(answer)` too, for the answer at `Posting.details`.
"""

import importlib
import pkgutil
import re
from dataclasses import dataclass, replace
from functools import cache
from types import ModuleType
from typing import Any
from urllib.parse import SplitResult, parse_qs, urlsplit

from sincerely.watch.answer import Answer
from sincerely.watch.errors import ReadError
from sincerely.watch.found import Found

# What employers are called in the addresses of their boards.
SITE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


@dataclass(frozen=True, slots=True)
class Address:
    """An address in parts, as boards look at it."""

    host: str
    steps: tuple[str, ...]
    query: dict[str, list[str]]

    def site(self, step: int = 0) -> str:
        """The name at a step of the path; empty where it is none."""
        words = self.steps[step] if len(self.steps) > step else ""
        return words if SITE.fullmatch(words) else ""

    def under(self, domain: str) -> str:
        """The name before a domain: `acme` in `acme.example.com`; empty where there is none, or more than one."""
        words = self.host.removesuffix(f".{domain}")
        return words if words != self.host and SITE.fullmatch(words) and "." not in words else ""


@dataclass(frozen=True, slots=True)
class Place:
    """One employer's board, or one posting on it (`only`): what an address means to its board."""

    board: str
    config: Any

    @property
    def label(self) -> str:
        return str(boards()[self.board].LABEL)

    @property
    def only(self) -> str:
        """The identifier of the one posting that is meant; empty where the whole board is."""
        return str(getattr(self.config, "only", ""))

    def ask(self) -> str:
        """The address that answers for machines."""
        return str(boards()[self.board].ask(self.config))

    def read(self, answer: Answer) -> Found:
        """The postings in the board's answer; raises ReadError."""
        found: Found = boards()[self.board].read(self.config, answer)
        if self.only:
            meant = (one for one in found.postings if self.only in (one.identifier, last_step(one.url)))
            return replace(found, postings=tuple(meant))
        return found

    def tell(self, answer: Answer) -> str:
        """The text of one posting in the answer at its `details`; raises ReadError."""
        teller = getattr(boards()[self.board], "tell", None)
        if teller is None:
            raise ReadError(f"{self.label} gives texts with its list.")
        return str(teller(answer))


@cache
def boards() -> dict[str, ModuleType]:
    """All boards by name."""
    return {found.name: importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)}


def place_of(address: str) -> Place | None:
    """The board that an address belongs to; None for any other page."""
    parts = in_parts(urlsplit(address))
    for name, board in boards().items():
        config = board.recognise(parts)
        if config is not None:
            return Place(name, config)
    return None


def in_parts(parts: SplitResult) -> Address:
    steps = tuple(step for step in parts.path.split("/") if step)
    return Address((parts.hostname or "").removeprefix("www."), steps, parse_qs(parts.query, max_num_fields=50))


def last_step(url: str) -> str:
    return urlsplit(url).path.rstrip("/").rpartition("/")[2]


def spoken(site: str) -> str:
    """A name in an address as a person would write it: for boards that do not say whose they are."""
    words = re.sub(r"[-_.]+", " ", site).strip()
    return words.title() if words == words.lower() else words
