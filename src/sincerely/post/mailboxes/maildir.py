"""A Maildir on this machine, as fetchmail, mbsync, mutt and many servers keep it."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import ClassVar, Self

from sincerely.post.mailboxes import Fetched, MailboxError, Position
from sincerely.post.mailboxes.eml import read_file
from sincerely.post.setting import setting

INBOX = "INBOX"
# A mail's number is the microsecond of its arrival and eight bits of its name: in order, and apart where two came at once.
NAME_BITS = 8
# Programs that copy mail keep its old date, so that a mail may turn up late.
LOOK_BACK = 7 * 24 * 60 * 60 * 1_000_000 << NAME_BITS


@dataclass(frozen=True, slots=True)
class Config:
    """Where the Maildir lies."""

    path: str = setting("Folder of the Maildir (it holds cur, new and tmp)")
    folders: str = setting("Folders to read, separated by commas", INBOX)


class Mailbox:
    """Reads the files of `new` and `cur` and moves none. A mail of the last week before `since` may be given again."""

    label: ClassVar[str] = "Maildir on this machine"

    def __init__(self, config: Config) -> None:
        self.path = Path(config.path).expanduser()
        self.folders = [name.strip() for name in config.folders.split(",") if name.strip()]

    def __enter__(self) -> Self:
        for folder in self.folders:
            if not (self._place(folder) / "cur").is_dir():
                raise MailboxError(f"There is no Maildir for the folder {folder}. Check the path.")
        return self

    def __exit__(self, *error: object) -> None:
        """Nothing is held open."""

    def fetch(self, since: Mapping[str, Position], from_day: date | None = None) -> Iterator[Fetched]:
        for folder in self.folders:
            first = _first_number(since.get(folder), from_day)
            numbered = sorted((number, file) for file in self._files(folder) if (number := _number(file)) >= first)
            for number, file in numbered:
                if (place := _where_now(file)) is not None:
                    raw, whole = read_file(place)
                    yield Fetched(folder, 1, number, raw, whole)

    def _place(self, folder: str) -> Path:
        """Maildir++: the inbox is the folder itself, every other a dotted one within."""
        return self.path if folder.upper() == INBOX else self.path / ("." + folder.replace("/", "."))

    def _files(self, folder: str) -> list[Path]:
        place = self._place(folder)
        return [
            file
            for part in ("new", "cur")
            for file in (place / part).glob("*")
            if not file.name.startswith(".") and file.is_file()
        ]


def _first_number(since: Position | None, from_day: date | None) -> int:
    if since:
        return since.uid - LOOK_BACK
    if from_day:
        return int(datetime(from_day.year, from_day.month, from_day.day, tzinfo=UTC).timestamp()) * 1_000_000 << NAME_BITS
    return 0


def _number(file: Path) -> int:
    """Stable while other programs set flags, which changes only what follows the colon of the name."""
    name = file.name.partition(":")[0].encode("utf-8", "surrogateescape")
    return file.stat().st_mtime_ns // 1_000 << NAME_BITS | hashlib.sha256(name).digest()[0]


def _where_now(file: Path) -> Path | None:
    """The file, also where another program has flagged or moved it meanwhile; None where it is gone."""
    if file.exists():
        return file
    stem = file.name.partition(":")[0]
    return next((found for found in (file.parent.parent / "cur").glob("*") if found.name.partition(":")[0] == stem), None)
