"""Short letters of 28 countries beside their records: titles and courtesy words, people told of, look-alikes, other roles."""

import re
from email.utils import parseaddr
from pathlib import Path
from typing import Any

import pytest

from sincerely.proof import proofread
from sincerely.proof.record import read_letter
from sincerely.proof.rulebook import only
from sincerely.terms import Severity

RULES = only({"language/name", "language/company", "language/role"})
TO = re.compile(r"to (.+?): ")
Case = tuple[dict[str, Any], str]


def read_record(line: str) -> dict[str, Any]:
    contacts, company, role, names, companies, *_ = [*map(str.strip, line.split("|")), "", ""]
    people = [parseaddr(each) if "<" in each else (each, "") for each in map(str.strip, contacts.split(";"))]
    return {
        "candidate": {"name": "Ruta Zemaite"},
        "contacts": [{"name": name, "email": address} for name, address in people],
        "company": company,
        "role": role,
        "other_names": [name.strip() for name in names.split(";") if name.strip()],
        "other_companies": [name.strip() for name in companies.split(";") if name.strip()],
    }


def letters(sign: str) -> list[Case]:
    """The letters of both files that begin with a sign, each with its record."""
    record: dict[str, Any] = {}
    found = []
    texts = [Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("letters.txt", "more_letters.txt")]
    for line in "\n".join(texts).splitlines():
        if line.startswith("@"):
            record = read_record(line[1:])
        elif line.startswith(sign):
            found.append((record, line[1:].strip()))
    return found


def loud(record: dict[str, Any], said: str) -> list[str]:
    """The words that warnings and holds quote."""
    to = TO.match(said)
    text = said[to.end() :] if to else said
    greeted = text if " / " in text else f"Dear hiring team, / {text}"
    body = f"{greeted} / / Kind regards, / Ruta Zemaite".replace(" / ", "\n").replace("\n", "\n\n", 1)
    message = {"body": body, "to": to[1].split(", ") if to else []}
    letter = read_letter({"channel": "email", "stage": "thank-you", "record": record, "message": message})
    return [finding.quote for finding in proofread(letter, RULES).findings if finding.severity >= Severity.WARNING]


@pytest.mark.parametrize(("record", "said"), letters("+"), ids=str)
def test_right_names_and_people_told_of_are_left_alone(record: dict[str, Any], said: str) -> None:
    assert loud(record, said) == []


@pytest.mark.parametrize(("record", "said"), letters("-"), ids=str)
def test_a_wrong_name_company_or_role_is_found(record: dict[str, Any], said: str) -> None:
    wrong = re.findall(r"\{(.+?)\}", said)[0]
    found = loud(record, said.replace("{", "").replace("}", ""))
    assert any(quote and (quote in wrong or wrong in quote) for quote in found), found
