"""A name and an e-mail address, as they stand in mails and invites."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

COMMENT = "#"


@dataclass(frozen=True, slots=True)
class Address:
    """A person's address; `name` may be empty."""

    name: str
    email: str

    @property
    def domain(self) -> str:
        """What stands after the @, in lower case; empty where nothing does."""
        return domain_of(self.email)


def domain_of(email: str) -> str:
    """What stands after the @, in lower case; empty where nothing does."""
    return email.rpartition("@")[2].strip().lower() if "@" in email else ""


def employer_domain(email: str) -> str:
    """The domain that an employer's people share: `hr.acme.co.uk` gives `acme.co.uk`; empty at a provider open to anyone."""
    labels = domain_of(email).split(".")
    # A country's two letters after a short second level (co.uk, com.br, ac.nz) belong to the public ending.
    ending = 2 if len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3 else 1
    if len(labels) <= ending or labels[-ending - 1] in freemail():
        return ""
    return ".".join(labels[-ending - 1 :])


@cache
def freemail() -> frozenset[str]:
    """Names of providers where anyone may have an address, so that it tells nothing of an employer."""
    lines = Path(__file__).with_name("freemail.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith(COMMENT) for name in line.split())
