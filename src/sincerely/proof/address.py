"""E-mail addresses as they stand in a message: "Ana Lima <ana@lima.example>", or bare."""

import re
from dataclasses import dataclass

from sincerely.terms import Span

LONGEST_SHOWN = 1000
ADDRESS = re.compile(r"[^\s<>,;:\"()\[\]@]{1,64}@[^\s<>,;:\"()\[\]@]{1,253}")


@dataclass(frozen=True, slots=True)
class Address:
    """One address: the name beside it, the part before the @, the domain, and where it stands in its text."""

    name: str
    local: str
    domain: str
    span: Span

    @property
    def bare(self) -> str:
        """The address alone, in lower case: what tells two of them apart."""
        return f"{self.local}@{self.domain}".casefold()


def read_address(text: str) -> Address | None:
    """The last address in a text, with the name that stands before it; None where there is none."""
    every = list(ADDRESS.finditer(text[:LONGEST_SHOWN]))
    if not every:
        return None
    found = every[-1]
    local, _, domain = found[0].removeprefix("mailto:").rpartition("@")
    name = text[: found.start()].strip().rstrip("<").strip().strip("\"'").strip()
    return Address(name, local, domain.rstrip("."), Span(*found.span()))


def bare_address(text: str) -> str:
    """The address alone, in lower case; the text itself, stripped, where it holds none."""
    address = read_address(text)
    return address.bare if address else text.strip().casefold()
