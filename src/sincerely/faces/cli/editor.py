"""The person's own editor, for a text of several lines."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from sincerely.faces.cli.failure import UNAVAILABLE, Failure
from sincerely.faces.cli.intake import read_text

# What is tried where neither VISUAL nor EDITOR says (`editor` is Debian's name for the one that was chosen).
USUAL = ("editor", "nano", "vim", "vi")


def edited_text(text: str) -> str:
    """The text after a visit to the editor, in a file that only its owner can read; raises Failure where none opens."""
    command = editor()
    handle, name = tempfile.mkstemp(prefix="note-", suffix=".txt")
    file = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        try:
            done = subprocess.run([*command, name], check=False)  # noqa: S603
        except OSError as error:
            raise Failure(f"Your editor {command[0]} does not open: {error.strerror}. Check EDITOR.", UNAVAILABLE) from None
        if done.returncode:
            raise Failure(f"Your editor {command[0]} ended with an error. Nothing was changed.", UNAVAILABLE)
        return read_text(name)
    finally:
        file.unlink(missing_ok=True)


def editor() -> list[str]:
    """The command of the editor: VISUAL, EDITOR, or one that is usual on this system."""
    usual = next(filter(shutil.which, USUAL), "") if sys.stdin.isatty() else ""
    words = os.environ.get("VISUAL") or os.environ.get("EDITOR") or usual
    try:
        command = shlex.split(words)
    except ValueError:
        command = []
    if not command:
        raise Failure("There is no editor to open. Name one in EDITOR, or give the text: --text FILE.", UNAVAILABLE)
    return command
