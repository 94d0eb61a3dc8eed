"""Header lines of a mail on its way out, folded and in ASCII. What goes in has been checked to hold no line break.

The standard library's own folding breaks long message ids into encoded words, where no program finds them again.
"""

import re
from email.header import Header

from sincerely.post.address import Address

FOLD = "\r\n "
# RFC 2047, 2: a line with encoded words has at most 76 characters.
LONGEST_LINE = 76
# A name that needs no quotes (RFC 5322, 3.2.3).
ATOMS = re.compile(r"[\w!#$%&'*+/=?^`{|}~ -]*", re.ASCII)


def header(name: str, value: str) -> str:
    """A header whose value fits as it stands; none where the value is empty."""
    return f"{name}: {value}\r\n" if value else ""


def text_header(name: str, value: str) -> str:
    """Free text, such as a subject; stands even where it is empty."""
    return f"{name}: {_words(value, len(name) + 2)}\r\n"


def address_header(name: str, people: tuple[Address, ...]) -> str:
    """Names and addresses, one on each line."""
    return header(name, ("," + FOLD).join(_mailbox(person, len(name) + 2) for person in people))


def id_header(name: str, ids: tuple[str, ...]) -> str:
    """Message ids, one on each line."""
    return header(name, FOLD.join(ids))


def _mailbox(person: Address, indent: int) -> str:
    if not person.name:
        return person.email
    gap = FOLD if len(person.name) + len(person.email) > LONGEST_LINE - indent - len('"" <>') else " "
    return f"{_phrase(person.name, indent)}{gap}<{person.email}>"


def _phrase(name: str, indent: int) -> str:
    """A display name: bare, quoted or encoded."""
    if _is_plain(name, indent):
        return name if ATOMS.fullmatch(name) else '"' + re.sub(r'(["\\])', r"\\\1", name) + '"'
    return _encoded(name, indent)


def _words(value: str, indent: int) -> str:
    return value if _is_plain(value, indent) else _encoded(value, indent)


def _is_plain(value: str, indent: int) -> bool:
    """True where it can stand as it is: short, ASCII, no spaces at its ends to lose, nothing that reads as encoded already."""
    return (
        value.isascii()
        and value.isprintable()
        and "=?" not in value
        and value == value.strip()
        and len(value) <= LONGEST_LINE - indent - 2
    )


def _encoded(value: str, indent: int) -> str:
    """Encoded words (RFC 2047), folded."""
    return FOLD.join(
        line.strip() for line in Header(value, "utf-8", LONGEST_LINE - indent, continuation_ws=" ").encode().split("\n")
    )
