"""As a file that any mail program opens."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from sincerely.post.carriers import CarrierError, Failure, Receipt, nothing
from sincerely.post.setting import setting

NAME = "eml"
# Outlook, Apple Mail and Thunderbird open a file with this header ready to send, others as a mail that was received.
UNSENT = b"X-Unsent: 1\r\n"


@dataclass(frozen=True, slots=True)
class Config:
    """Where the files go."""

    folder: str = setting("Folder for the .eml files")


class Carrier:
    """Writes one file for each message; the same message gives the same file."""

    label: ClassVar[str] = "A file to open in your mail program (.eml)"
    automatic: ClassVar[bool] = False

    def __init__(self, config: Config) -> None:
        self.config = config

    def deliver(self, raw: bytes, sender: str, recipients: Sequence[str], before_data: Callable[[], None] = nothing) -> Receipt:
        folder = Path(self.config.folder).expanduser()
        place = folder / f"{hashlib.sha256(raw).hexdigest()[:16]}.eml"
        before_data()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
                try:
                    file.write(UNSENT + raw)
                    file.close()
                    os.replace(file.name, place)
                except OSError:
                    Path(file.name).unlink(missing_ok=True)
                    raise
        except OSError as error:
            words = f"The file could not be written ({error.strerror}). Check the folder and the space on the disk."
            raise CarrierError(Failure.TEMPORARY, words) from error
        return Receipt(NAME, False, "Open the file, look it over, press send, and say that you did.", str(place))
