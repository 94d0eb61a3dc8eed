"""How a person is addressed: never by a part of the name that may be the wrong one."""

import re
from dataclasses import dataclass
from functools import cache

from sincerely.pen.brief import Contact
from sincerely.pen.words import HERE, LEXICON, words_of

HONORIFICS: dict[str, str] = LEXICON["honorifics"]
WITH_POINT = frozenset(["Mr", "Mrs", "Ms", "Mx", "Dr"])
WITH_FIRST_NAME = frozenset(["Sir", "Dame", "Sister"])
PARTICLES = words_of("particles")
AFTER_NAME = re.compile(rf"(?:,\s*|\s+)(?:{'|'.join(LEXICON['after_names'].split())})\.?$", re.IGNORECASE)
NO_NAME = re.compile(rf"[@\[\]{{}}<>_]|\d|\b(?:{'|'.join(LEXICON['no_names'])})\b", re.IGNORECASE)
OFFICES = re.compile(rf"\b(?:{'|'.join(LEXICON['offices'].split())})\b", re.IGNORECASE)
GROUP = re.compile(r"[A-Za-z][A-Za-z &]{1,40}\b(?:team|department|office|panel)", re.IGNORECASE)
INITIAL = re.compile(r"[^\W\d_]\.?")


@dataclass(frozen=True, slots=True)
class Address:
    """What stands in a greeting: `near` for mail and speech, `formal` for a letter; both empty where no person is known."""

    near: str = ""
    formal: str = ""


@cache
def given_names() -> frozenset[str]:
    """First names that are seldom surnames."""
    text = (HERE / "given_names.txt").read_text(encoding="utf-8")
    return frozenset(text.partition("\n")[2].casefold().split())


def address(contact: Contact, british: bool | None) -> Address:
    """The words that follow "Dear"."""
    honorific, name = parted(contact)
    given, family = split(name)
    if not name or (OFFICES.search(name) and not given):
        group = name if GROUP.fullmatch(name) else ""
        return Address(group, group)
    if honorific:
        titled = f"{honorific}." if british is False and honorific in WITH_POINT else honorific
        called = given if given and honorific in WITH_FIRST_NAME else family or name
        return Address(nickname(contact) or f"{titled} {called}", f"{titled} {called}")
    return Address(nickname(contact) or given or name, name)


def nickname(contact: Contact) -> str:
    """The name that the contact uses, where one is on record."""
    plain = " ".join(contact.nickname.split()).strip("\"'“”‘’()")
    return "" if NO_NAME.search(plain) else plain


def parted(contact: Contact) -> tuple[str, str]:
    """Honorific and bare name: degrees and brackets dropped, "Rosen, Ada" turned round, capitals mended."""
    name = " ".join(re.sub(r"\([^()]*\)|\"[^\"]*\"", " ", contact.name).split())
    while (shorter := AFTER_NAME.sub("", name)) != name:
        name = shorter
    if NO_NAME.search(name):
        return "", ""
    honorific = HONORIFICS.get(contact.honorific.strip(" .").lower(), contact.honorific.strip())
    first, _, rest = name.partition(" ")
    while rest and first.lower().strip(".") in HONORIFICS:
        honorific = honorific or HONORIFICS[first.lower().strip(".")]
        first, _, rest = rest.partition(" ")
    name = f"{first} {rest}".strip()
    family, comma, given = name.partition(", ")
    if comma and given and "," not in given:
        name = f"{given} {family}"
    return honorific, mended(name.strip(" ,;"))


def mended(name: str) -> str:
    """A name that is all small or all large letters as names are written; any other stays as it is."""
    if len(name) > 3 and (name.islower() or (name.isupper() and " " in name)):
        return " ".join(word.lower() if word.lower() in PARTICLES else mended_word(word) for word in name.split())
    return name


def mended_word(word: str) -> str:
    """One word of a name with a capital at each of its parts."""
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))


def split(name: str) -> tuple[str, str]:
    """First name and family name where the order is sure; two empty texts where it is not."""
    words = name.split()
    if len(words) < 2 or words[0].casefold() not in given_names() or words[-1].casefold() in given_names():
        return "", ""
    rest = [word for word in words[1:] if not (INITIAL.fullmatch(word) and word.lower() not in PARTICLES)]
    family = [word for word in rest if word.lower() not in PARTICLES]
    if len(family) != 1 or rest[-1] != family[0]:
        return "", ""
    return words[0], " ".join(rest)
