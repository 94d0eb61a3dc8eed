"""What the command line reads from files and from standard input, within limits."""

import json
import sys
from pathlib import Path
from typing import Any

from sincerely.faces.cli.failure import BAD_DATA, NO_INPUT, Failure

MOST_BYTES = 50 * 1024 * 1024


def read_bytes(path: str, most: int = MOST_BYTES) -> bytes:
    """The bytes of a file, or of standard input for `-`; refuses what is too large before reading it all."""
    try:
        if path == "-":
            data = sys.stdin.buffer.read(most + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(most + 1)
    except FileNotFoundError:
        raise Failure(f"{path}: there is no such file.", NO_INPUT) from None
    except IsADirectoryError:
        raise Failure(f"{path} is a folder; name a file in it.", NO_INPUT) from None
    except OSError as error:
        raise Failure(f"{path} cannot be read: {error.strerror}.", NO_INPUT) from None
    if len(data) > most:
        raise Failure(f"{path} is larger than {most // 1024 // 1024} MB; a letter is not. Give a smaller file.", BAD_DATA)
    return data


def read_text(path: str, most: int = MOST_BYTES) -> str:
    """The text of a file, within a limit."""
    return decoded(read_bytes(path, most), path)


def decoded(data: bytes, path: str) -> str:
    """Text in UTF-8 (with or without a mark), else in UTF-16 with its mark, else in Windows' Western letters."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\0" in text:
        raise Failure(f"{path} is not a text file.", BAD_DATA)
    return text.replace("\r\n", "\n")


def read_json(path: str) -> dict[str, Any]:
    """The object in a JSON file."""
    try:
        data = json.loads(read_text(path))
    except (ValueError, RecursionError) as error:
        reason = f"line {error.lineno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else "too deep or not JSON"
        raise Failure(f"{path} is not readable JSON ({reason}).", BAD_DATA) from None
    if not isinstance(data, dict):
        raise Failure(f"{path} holds no JSON object.", BAD_DATA)
    return data
