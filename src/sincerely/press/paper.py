"""What stands on a letter, and what cannot."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

# An address window shows so many lines: 27.3 mm in DIN 5008, 4.5 by 1.125 inches in a US No. 10 envelope.
MOST_LINES = {"din": 6, "us": 5}
MOST_LINE = 120
MOST_BODY = 50_000
MOST_SIGNATURE = 2 * 1024 * 1024
# Countries that write on US Letter: Unicode CLDR, supplemental data, paperSize.
US_LETTER = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
KINDS_OF_IMAGE = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}


class BadPaper(Exception):
    """A letter that cannot be set on paper; the message says why and what to do."""


class Format(StrEnum):
    """Where the address stands: in the window of DIN 5008 form B on A4, or of a No. 10 envelope on US Letter."""

    DIN = "din"
    US = "us"

    @classmethod
    def of(cls, country: str) -> "Format":
        """The format that is usual in a country, in two letters; DIN where it is unknown."""
        return cls.US if country.upper() in US_LETTER else cls.DIN


@dataclass(frozen=True, slots=True)
class Paper:
    """One letter on paper.

    `sender` and `recipient` are the lines of postal addresses, names first. `body` runs from the salutation to the closing
    phrase, `signed` is the typed name below it, and between them stands `signature`, a PNG or JPEG, or room for ink;
    `postscript` comes last.
    """

    sender: tuple[str, ...]
    recipient: tuple[str, ...]
    on: date
    body: str
    signed: str
    subject: str = ""
    postscript: str = ""
    enclosures: tuple[str, ...] = ()
    signature: bytes = b""
    format: Format = Format.DIN

    def __post_init__(self) -> None:
        most = MOST_LINES[self.format]
        for whose, lines in (("your", self.sender), ("their", self.recipient)):
            if len(lines) < 2:
                raise BadPaper(f"A letter needs {whose} postal address: the name, then street and town, each on its own line.")
            if len(lines) > most:
                raise BadPaper(f"An envelope's window shows {most} lines, and {whose} address has {len(lines)}: shorten it.")
            if any(len(line) > MOST_LINE for line in lines):
                raise BadPaper(
                    f"A line of {whose} postal address has over {MOST_LINE} characters: put each part on its own line."
                )
        if not self.body.strip():
            raise BadPaper("The letter is empty: write it first.")
        if len(self.body) > MOST_BODY:
            raise BadPaper(f"The letter has over {MOST_BODY:,} characters: no envelope holds it.")
        if self.signature:
            image_kind(self.signature)

    @property
    def dated(self) -> str:
        """The date in words, as it is usual where the letter goes."""
        month = MONTHS[self.on.month - 1]
        return f"{month} {self.on.day}, {self.on.year}" if self.format is Format.US else f"{self.on.day} {month} {self.on.year}"


def image_kind(data: bytes) -> str:
    """Whether a signature is a PNG or a JPEG; raises BadPaper where it is neither or too large."""
    if len(data) > MOST_SIGNATURE:
        raise BadPaper("The signature's picture is larger than 2 MB: save a smaller one.")
    for magic, kind in KINDS_OF_IMAGE.items():
        if data.startswith(magic):
            return kind
    raise BadPaper("The signature is neither a PNG nor a JPEG picture: save it as one of these.")
