"""The password that mail programs give to the relay: made by it, shown once, kept only as a hash."""

import hashlib
import hmac
import json
import secrets
from collections import deque
from collections.abc import Callable
from pathlib import Path

from sincerely.faces.relay.files import replace

FILE = "relay.password"
# Letters and digits that are not taken for one another when they are typed from paper.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP = 5, 5
# 16 MB and about 50 ms for each try (RFC 7914, 2: N = 2**14 for what a person waits for).
COST = {"n": 2**14, "r": 8, "p": 1}
# So many wrong ones within the window, and nobody signs in until it is over.
MOST_WRONG = 5
WINDOW_SECONDS = 60.0
# Longer than any password that was made; what comes is hashed, and must not keep the machine busy.
LONGEST = 200


def new_password(folder: Path) -> str:
    """Makes a password, keeps its hash in a file of 0600, and gives it for this once. About 124 bits."""
    password = "-".join("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))
    salt = secrets.token_bytes(16)
    kept = {"salt": salt.hex(), "scrypt": hashed(password.encode(), salt).hex(), **COST}
    replace(folder / FILE, json.dumps(kept).encode())
    return password


def has_password(folder: Path) -> bool:
    return (folder / FILE).exists()


def is_password(folder: Path, given: bytes) -> bool:
    """Whether it is the password; False too where its file is missing or damaged."""
    try:
        kept = json.loads((folder / FILE).read_bytes())
        wanted, salt = bytes.fromhex(kept["scrypt"]), bytes.fromhex(kept["salt"])
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return len(given) <= LONGEST and hmac.compare_digest(wanted, hashed(given, salt))


def hashed(password: bytes, salt: bytes) -> bytes:
    return hashlib.scrypt(password, salt=salt, **COST)


class Doorkeeper:
    """Counts wrong passwords, from whomever: on one machine all callers look alike. `clock` counts seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.wrong: deque[float] = deque(maxlen=MOST_WRONG)

    @property
    def closed(self) -> bool:
        """True while too many wrong ones lie within the window."""
        return len(self.wrong) == MOST_WRONG and self.clock() - self.wrong[0] < WINDOW_SECONDS

    def was_wrong(self) -> None:
        self.wrong.append(self.clock())
