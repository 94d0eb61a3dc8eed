"""Outcomes as a mail server answers them: codes, and words in lines that every mail program can show."""

import textwrap
import unicodedata

from sincerely.desk.relay import Fate, Outcome

# RFC 5321, 4.5.3.1.5: 512 octets a reply line with its CRLF.
LONGEST_LINE = 510
MOST_LINES = 40
# RFC 3463: 7.1 refused by policy, 4.2.0 temporary and no more said.
CODES = {Fate.GONE: (250, "2.0.0"), Fate.REFUSED: (550, "5.7.1"), Fate.LATER: (451, "4.2.0")}
# What NFKD leaves as it is, and how it is written in ASCII.
PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "ß": "ss", "ø": "o", "ł": "l", "æ": "ae"}
)


def answer(outcome: Outcome, utf8: bool) -> str:
    """The whole reply, without its last line end. Only who asked for SMTPUTF8 is given more than ASCII (RFC 6531, 3.7.4)."""
    words = outcome.words or ("Taken.",)
    return reply(*CODES[outcome.fate], words, utf8)


def reply(code: int, status: str, words: tuple[str, ...], utf8: bool = False) -> str:
    """A reply of one or more lines, each with its code."""
    room = LONGEST_LINE - len(f"{code}-{status} ")
    lines = [line for sentence in words for line in wrapped(one_line(sentence if utf8 else ascii_of(sentence)), room)]
    lines = lines[:MOST_LINES] or ["-"]
    last = len(lines) - 1
    return "\r\n".join(f"{code}{' ' if at == last else '-'}{status} {line}" for at, line in enumerate(lines))


def one_line(words: str) -> str:
    """No character that ends a line or steers a terminal."""
    return " ".join("".join(char if char.isprintable() else " " for char in words).split())


def ascii_of(words: str) -> str:
    """The same in ASCII: accents are dropped, and what has no such form is a question mark."""
    bare = unicodedata.normalize("NFKD", words.translate(PLAIN))
    return "".join(char for char in bare if not unicodedata.combining(char)).encode("ascii", "replace").decode()


def wrapped(line: str, room: int) -> list[str]:
    """A line in pieces of at most so many octets."""
    # A character takes at most four octets of UTF-8.
    return textwrap.wrap(line, room if line.isascii() else room // 4)
