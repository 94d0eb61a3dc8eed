"""What a person typed on the writing page, from its form or from its script."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sincerely.desk.actions.writing import save_typed
from sincerely.desk.entries import LONGEST_TEXT
from sincerely.desk.errors import DeskError
from sincerely.desk.shapes import MessageShape
from sincerely.desk.versions import edition
from sincerely.faces.web.opening import OpenDesk

APART = re.compile(r"[,;\s]+")
# A mail with more addresses in copy is no follow-up note.
MOST_COPIES = 20


@dataclass(frozen=True)
class Typed:
    """The fields of a note; `seen` is the edition that the page last knew."""

    subject: str = ""
    body: str = ""
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    seen: str = ""

    @classmethod
    def read(cls, fields: Mapping[str, Any]) -> "Typed":
        """From a form or a decoded object; raises DeskError where a field is no text or there are too many addresses."""
        values = {name: fields.get(name, "") for name in ("subject", "body", "cc", "bcc", "seen")}
        if not all(isinstance(value, str) for value in values.values()):
            raise DeskError("What the page sent is no note. Load the page again.")
        if len(values["body"]) > LONGEST_TEXT:
            raise DeskError(f"The text is longer than {LONGEST_TEXT:,} characters. Please shorten it.")
        cc, bcc = (tuple(filter(None, APART.split(values[name]))) for name in ("cc", "bcc"))
        if len(cc) + len(bcc) > MOST_COPIES:
            raise DeskError(f"A note goes to {MOST_COPIES} people in copy at most.")
        body = values["body"].replace("\r\n", "\n").replace("\r", "\n")
        return cls(" ".join(values["subject"].split()), body, cc, bcc, values["seen"])

    @classmethod
    def decoded(cls, raw: bytes) -> "Typed":
        """From the JSON that the page's script sends; raises DeskError."""
        try:
            fields = json.loads(raw)
        except (ValueError, RecursionError):
            fields = None
        if not isinstance(fields, dict):
            raise DeskError("What the page sent is no note. Load the page again.")
        return cls.read(fields)

    @classmethod
    def of(cls, note: MessageShape) -> "Typed":
        """A note as it stands on the desk."""
        return cls(note.subject, note.body, tuple(note.cc), tuple(note.bcc), edition_of(note))

    def words(self) -> dict[str, Any]:
        """The fields that proof and the desk take."""
        return {"subject": self.subject, "body": self.body, "cc": list(self.cc), "bcc": list(self.bcc)}

    def save(self, desk: OpenDesk, message: int, *, typing: bool = False) -> MessageShape:
        """Keeps it on the desk; raises Changed where another window was first, and DeskError."""
        return save_typed(desk.actor, message, seen=self.seen, now=desk.now, typing=typing, **self.words())


def edition_of(note: MessageShape) -> str:
    """Which words a note holds, in short."""
    return edition(note.subject, note.body, note.cc, note.bcc)
