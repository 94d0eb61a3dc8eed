"""E-mail addresses as they stand in a message: "Ana Lima <ana@lima.example>", or bare."""

import re
from dataclasses import dataclass

from sincerely.proof.letter import Facts
from sincerely.terms import Span

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
    found = None
    for found in ADDRESS.finditer(text[:1000]):
        pass
    if found is None:
        return None
    local, _, domain = found[0].removeprefix("mailto:").rpartition("@")
    name = text[: found.start()].strip().rstrip("<").strip().strip("\"'").strip()
    return Address(name, local, domain.rstrip("."), Span(*found.span()))


def bare_address(text: str) -> str:
    """The address alone, in lower case; the text itself, stripped, where it holds none."""
    address = read_address(text)
    return address.bare if address else text.strip().casefold()


def candidate_addresses(facts: Facts) -> frozenset[str]:
    return frozenset({bare_address(facts.candidate.email)} if facts.candidate.email else ())
