"""Where one desk lies: database, keys and files, under `SINCERELY_HOME`."""

import base64
import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from platformdirs import user_data_path


def home() -> Path:
    """The folder of this desk; made with access for its owner alone."""
    folder = Path(os.environ.get("SINCERELY_HOME") or user_data_path("sincerely", appauthor=False)).expanduser()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def machine_zone(told: str | None) -> str:
    """The IANA name of this machine's time zone; UTC where it says none. `told`: what TZ said before Django set it."""
    from tzlocal import get_localzone_name

    ours = os.environ.pop("TZ", None)
    if told:
        os.environ["TZ"] = told
    try:
        return str(get_localzone_name() or "UTC")
    except Exception:
        return "UTC"
    finally:
        if ours is not None:
            os.environ["TZ"] = ours


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
    """The database of this desk: SQLite in its home, or the PostgreSQL server that `SINCERELY_DATABASE_URL` names."""
    url = os.environ.get("SINCERELY_DATABASE_URL")
    return on_a_server(url) if url else in_a_file(folder)


def in_a_file(folder: Path) -> dict[str, Any]:
    """SQLite, safe for several processes at once; what is committed is on the disk."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder / "desk.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }


def on_a_server(url: str) -> dict[str, Any]:
    """PostgreSQL, from postgresql://user:password@host:port/name; a query such as ?sslmode=require is passed on."""
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres") or not parts.path.strip("/"):
        raise SystemExit("sincerely: SINCERELY_DATABASE_URL is not like postgresql://user:password@host:5432/name.")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
    }
