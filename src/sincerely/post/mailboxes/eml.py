"""One mail as a file, or a folder of such files, as mail programs export them."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar, Self

from sincerely.post.mail import MEBI, MOST_BYTES
from sincerely.post.mailboxes import Fetched, MailboxError, Position
from sincerely.post.setting import setting

ENDING = ".eml"
# Positive in 64 signed bits, as databases store whole numbers.
NUMBER_BYTES = 7


@dataclass(frozen=True, slots=True)
class Config:
    """Where the files lie."""

    path: str = setting("An .eml file, or a folder of them")


class Mailbox:
    """Reads files; a mail's number comes from its content, so that the same mail is known again under any file name."""

    label: ClassVar[str] = "Mail files (.eml)"

    def __init__(self, config: Config) -> None:
        self.path = Path(config.path).expanduser()

    def __enter__(self) -> Self:
        if not self.path.exists():
            raise MailboxError("There is no such file or folder. Check the path.")
        return self

    def __exit__(self, *error: object) -> None:
        """Nothing is held open."""

    def fetch(self, since: Mapping[str, Position], from_day: date | None = None) -> Iterator[Fetched]:
        """All mails, by file name. `since` tells nothing here: whoever asks knows which he has."""
        files = sorted(self.path.glob(f"*{ENDING}")) if self.path.is_dir() else [self.path]
        for file in files:
            raw, whole = read_file(file)
            number = int.from_bytes(hashlib.sha256(raw).digest()[:NUMBER_BYTES])
            yield Fetched(self.path.name if self.path.is_dir() else self.path.parent.name, 0, number, raw, whole)


def read_file(file: Path) -> tuple[bytes, bool]:
    """A mail's bytes, and whether they are all: of one over the limit only the start is read."""
    try:
        with file.open("rb") as content:
            whole = file.stat().st_size <= MOST_BYTES
            return content.read(MOST_BYTES if whole else MEBI), whole
    except OSError as error:
        raise MailboxError(f"The mail file cannot be read ({error.strerror}).") from error
