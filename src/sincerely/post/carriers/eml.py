"""As a file that any mail program opens."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from sincerely.post.blind import with_blind_copies
from sincerely.post.carriers import CarrierError, Failure, Receipt, nothing
from sincerely.post.mail import MailError
from sincerely.post.setting import setting

NAME = "eml"
# Outlook, Apple Mail and Thunderbird open a file with this header ready to send, others as a mail that was received.
UNSENT = b"X-Unsent: 1\r\n"


@dataclass(frozen=True, slots=True)
class Config:
    """Where the files go."""

    folder: str = setting("Folder for the .eml files")
    name: str = setting("Name of the file; by its content where not said", "")


class Carrier:
    """Writes one file for each message; the same message gives the same file. Blind copies stand in it: it is yet to be sent."""

    label: ClassVar[str] = "A file to open in your mail program (.eml)"
    automatic: ClassVar[bool] = False

    def __init__(self, config: Config) -> None:
        self.config = config

    def deliver(self, raw: bytes, sender: str, recipients: Sequence[str], before_data: Callable[[], None] = nothing) -> Receipt:
        folder = Path(self.config.folder).expanduser()
        place = folder / (self.config.name or f"{hashlib.sha256(raw).hexdigest()[:16]}.eml")
        try:
            whole = UNSENT + with_blind_copies(raw, recipients)
        except MailError as error:
            raise CarrierError(Failure.PERMANENT, "The message cannot be put into a file: it is broken.", own=True) from error
        before_data()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
                try:
                    file.write(whole)
                    file.close()
                    os.replace(file.name, place)
                except OSError:
                    Path(file.name).unlink(missing_ok=True)
                    raise
        except OSError as error:
            words = f"The file could not be written ({error.strerror}). Check the folder and the space on the disk."
            raise CarrierError(Failure.TEMPORARY, words) from error
        return Receipt(NAME, False, "Open the file, look it over, press send, and say that you did.", str(place))
