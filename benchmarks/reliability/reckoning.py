"""What the server stored, held against what the desk says."""

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

QUEUES = ("maildrop", "incoming", "active", "deferred")
PATIENCE = 120.0


@dataclass(frozen=True)
class Reckoning:
    """`duplicates`, `lost`, `unlisted`, `broken` and `waiting` must be 0.

    stored: mails at the receiving end. duplicates: those whose Message-ID came before. lost: said to be sent and never stored.
    unlisted: stored, and the desk says neither sent nor unsure. broken: not the bytes that were approved.
    unsure: asked about, of them `unsure_stored` did arrive.
    """

    stored: int
    sent: int
    unsure: int
    unsure_stored: int
    failed: int
    waiting: int
    duplicates: int
    lost: int
    unlisted: int
    broken: int

    @property
    def good(self) -> bool:
        return not (self.duplicates or self.lost or self.unlisted or self.broken or self.waiting)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def reckon(actor: Any, mails: Iterable[bytes]) -> Reckoning:
    """Holds stored mails against the desk; the unsure ones are taken from the list that a person sees."""
    from sincerely.desk.models import Message
    from sincerely.desk.queries.messages import messages

    rows = list(Message.objects.values_list("message_id", "state", "frozen"))
    state = {key: state for key, state, _ in rows}
    frozen = {key: bytes(raw) for key, _, raw in rows}
    listed = {row.message_id for row in messages(actor, state="unsure")}
    stored = [(message_id(mail), mail) for mail in mails]
    times = Counter(key for key, _ in stored)
    states = Counter(state.values())
    return Reckoning(
        stored=len(stored),
        sent=states["sent"],
        unsure=len(listed),
        unsure_stored=len(listed & set(times)),
        failed=states["failed"],
        waiting=states["queued"] + states["sending"],
        duplicates=sum(count - 1 for count in times.values()),
        lost=sum(said == "sent" and key not in times for key, said in state.items()),
        unlisted=sum(state.get(key) != "sent" and key not in listed for key in times),
        broken=sum(not mail.endswith(frozen.get(key, b"\0")) for key, mail in stored),
    )


def message_id(mail: bytes) -> str:
    """The Message-ID of a stored mail."""
    return next(line for line in mail.splitlines() if line.lower().startswith(b"message-id:"))[11:].strip().decode()


def stored(maildir: Path) -> list[bytes]:
    """The mails in a Maildir, with the line ends that they came with."""
    files = [file for folder in ("new", "cur") for file in (maildir / folder).glob("*")]
    return [b"\r\n".join(file.read_bytes().replace(b"\r\n", b"\n").split(b"\n")) for file in files]


def drained(queue: Path) -> None:
    """Waits until Postfix has delivered everything that it took."""
    ends = time.monotonic() + PATIENCE
    calm = 0
    while calm < 5:
        if time.monotonic() > ends:
            raise SystemExit("Postfix still has mail to deliver.")
        busy = any(file.is_file() for name in QUEUES for file in (queue / name).rglob("*"))
        calm = 0 if busy else calm + 1
        time.sleep(0.1)
