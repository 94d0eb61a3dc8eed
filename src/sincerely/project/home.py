"""Where one desk lies: database, keys and files, under `SINCERELY_HOME`."""

import base64
import os
import secrets
from pathlib import Path
from typing import Any

from platformdirs import user_data_path


def home() -> Path:
    """The folder of this desk; made with access for its owner alone."""
    folder = Path(os.environ.get("SINCERELY_HOME") or user_data_path("sincerely", appauthor=False)).expanduser()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def key_file(folder: Path, name: str) -> str:
    """A secret of 32 random bytes in hex, made on first use, readable by its owner alone."""
    path = folder / name
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_hex(32))
    return path.read_text().strip()


def secret_key(folder: Path) -> str:
    """Django's signing key of this desk."""
    return key_file(folder, "secret.key")


def sealing_keys(folder: Path) -> list[bytes]:
    """The keys that seal mailbox passwords, newest first: one a line in `sealing.key`, outside the database."""
    lines = key_file(folder, "sealing.key").split()
    return [base64.urlsafe_b64encode(bytes.fromhex(line)) for line in lines]


def database(folder: Path) -> dict[str, Any]:
    """The database of this desk: SQLite, safe for several processes at once."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder / "desk.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }
