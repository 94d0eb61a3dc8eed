"""A file in an editor, read as a letter; and where in the file each part of it stands.

A text may begin with a line `Subject: …`. A mail (.eml) begins with its headers; its body is read where it stands there as it is.
"""

import json
from dataclasses import dataclass, field
from email.errors import MessageError
from email.parser import HeaderParser
from email.policy import default
from pathlib import Path
from typing import Any

from sincerely.proof.letter import Letter
from sincerely.proof.record import BadRecord, read_letter
from sincerely.terms import Part

# Beside a letter, what is on record: a case as `check --facts` and `check --batch` take it.
FACTS = ".sincerely.json"
MOST_FACTS = 1_000_000
# Sixty pages: no letter, and more than can be marked while somebody types.
LONGEST = 200_000
PLAIN = ("", "7bit", "8bit")


class NoLetter(ValueError):
    """A file that cannot be read as a letter; one line that says why."""


@dataclass(frozen=True)
class Placed:
    """A letter, where its parts begin in its file, and the rules that have nothing to judge there."""

    letter: Letter
    starts: dict[Part, int] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()


def placed(text: str, file: Path | None) -> Placed:
    """The letter in a file of an editor; raises NoLetter."""
    if len(text) > LONGEST:
        raise NoLetter(f"This is longer than {LONGEST:,} characters: too long for a letter. Nothing was checked.")
    case = known(file)
    mail = file is not None and file.suffix.lower() == ".eml"
    message, starts = headed(text) if mail else titled(text)
    try:
        letter = read_letter({**case, "message": {**case.get("message", {}), **message}})
    except BadRecord as error:
        raise NoLetter(f"{FACTS}: {error}.") from None
    parts = {"professional/subject": letter.subject, "professional/sender-address": letter.sender}
    silent = {rule for rule, part in {**parts, "professional/recipients": letter.to}.items() if not part}
    return Placed(letter, starts, frozenset(silent))


def known(file: Path | None) -> dict[str, Any]:
    """What is on record beside a file; nothing where nothing is there."""
    beside = file.with_name(FACTS) if file is not None else None
    if beside is None or not beside.is_file():
        return {}
    try:
        if beside.stat().st_size > MOST_FACTS:
            raise NoLetter(f"{FACTS} is larger than a megabyte.")
        told = json.loads(beside.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        raise NoLetter(f"{FACTS} beside this letter cannot be read as JSON.") from None
    if not isinstance(told, dict):
        raise NoLetter(f"{FACTS} holds no object.")
    return told if "record" in told else {"record": told}


def titled(text: str) -> tuple[dict[str, Any], dict[Part, int]]:
    """A text with or without a subject above it."""
    first, mark, rest = text.partition("\n")
    if not first.lower().startswith("subject:"):
        return {"body": text}, {Part.BODY: 0}
    subject = first[len("subject:") :]
    start = len("subject:") + len(subject) - len(subject.lstrip())
    body = rest.lstrip("\r\n")
    begins = len(first) + len(mark) + len(rest) - len(body)
    return {"subject": subject.strip(), "body": body}, {Part.SUBJECT: start, Part.BODY: begins}


def headed(text: str) -> tuple[dict[str, Any], dict[Part, int]]:
    """A mail with its headers; raises NoLetter for a body that is coded or in parts."""
    plain = text.replace("\r\n", "\n")
    head = plain.partition("\n\n")[0]
    begins = len(head) + 2 + (head.count("\n") + 2 if "\r\n" in text[: len(head) * 2 + 4] else 0)
    try:
        told = HeaderParser(policy=default).parsestr(head)
        kind, coded = told.get_content_type(), str(told.get("content-transfer-encoding", "")).strip().lower()
        people = {name: [one.addr_spec for one in getattr(told.get(name), "addresses", ())] for name in ("to", "cc", "bcc")}
        message: dict[str, Any] = {"subject": str(told.get("subject", "")), "from": str(told.get("from", "")), **people}
    except (MessageError, ValueError, IndexError, AttributeError):
        raise NoLetter("The headers of this mail cannot be read.") from None
    if kind != "text/plain" or coded not in PLAIN:
        raise NoLetter("This mail is in parts or coded: open the text of the letter itself.")
    starts = {Part.BODY: begins}
    place = text.find(str(message["subject"])) if message["subject"] else -1
    if 0 <= place < begins:
        starts[Part.SUBJECT] = place
    return {**message, "body": text[begins:]}, starts
