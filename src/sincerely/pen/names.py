"""How a person is addressed: never by a part of the name that may be the wrong one."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sincerely.pen.brief import Contact

HONORIFICS = {
    "mr": "Mr", "mrs": "Mrs", "ms": "Ms", "miss": "Miss", "mx": "Mx", "dr": "Dr", "doctor": "Dr", "prof": "Professor", "professor": "Professor",
    "sir": "Sir", "dame": "Dame", "rev": "Reverend", "revd": "Reverend", "reverend": "Reverend", "fr": "Father", "father": "Father",
    "sister": "Sister", "judge": "Judge", "captain": "Captain", "capt": "Captain", "major": "Major", "colonel": "Colonel", "rabbi": "Rabbi", "imam": "Imam",
}  # fmt: skip
WITH_POINT = frozenset(["Mr", "Mrs", "Ms", "Mx", "Dr"])
WITH_FIRST_NAME = frozenset(["Sir", "Dame", "Sister"])
PARTICLES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "bint",
        "ibn",
        "ter",
        "ten",
        "zu",
        "af",
        "av",
        "ní",
        "ó",
        "nic",
        "mac",
        "st",
        "o",
    ]
)
AFTER_NAME = re.compile(
    r"(?:,\s*|\s+)(?:ph\.?d|m\.?d|mba|jr|sr|ii|iii|iv|obe|mbe|cbe|qc|kc|rn|cpa|esq|msc|bsc|ma|ba|frcs|frs|dds|jd|llm|pe|shrm-[a-z]+|cipd|pmp|he/him|she/her|they/them)\.?$",
    re.IGNORECASE,
)
NO_PERSON = re.compile(
    r"@|\d|\b(?:team|hr|human resources|recruit\w*|talent|hiring|department|dept|office|careers?|jobs?|people|resourcing|admissions|"
    r"reception|panel|personnel|staffing|no-?reply|do not reply|info|enquiries|contact|unknown|n/?a|none|tbc|tbd)\b",
    re.IGNORECASE,
)
NO_NAME = re.compile(
    r"@|\b(?:no-?reply|do not reply|info|enquiries|contact|unknown|n/?a|none|tbc|tbd)\b|[\[\]{}<>_]", re.IGNORECASE
)
GROUP = re.compile(r"[A-Za-z][A-Za-z &]{2,40}")
INITIAL = re.compile(r"[^\W\d_]\.?")


@dataclass(frozen=True, slots=True)
class Address:
    """What stands in a greeting: `near` for mail and speech, `formal` for a letter; both empty where no person is known."""

    near: str = ""
    formal: str = ""


@cache
def given_names() -> frozenset[str]:
    """First names that are seldom surnames."""
    text = Path(__file__).with_name("given_names.txt").read_text(encoding="utf-8")
    return frozenset(text.partition("\n")[2].casefold().split())


def address(contact: Contact, british: bool | None) -> Address:
    """The words that follow "Dear"."""
    honorific, name = parted(contact)
    if not name or NO_PERSON.search(name):
        group = name if GROUP.fullmatch(name) and re.search(r"\b(?:team|department|office|panel)$", name, re.IGNORECASE) else ""
        return Address(group, group)
    given, family = split(name)
    titled = honorific and (f"{honorific}." if british is False and honorific in WITH_POINT else honorific)
    if titled:
        called = given if honorific in WITH_FIRST_NAME and given and family else family or name
        polite = f"{titled} {called}"
        return Address(nickname(contact) or polite, polite)
    return Address(nickname(contact) or given or name, name)


def nickname(contact: Contact) -> str:
    """The name that the contact uses, where one is on record."""
    plain = " ".join(contact.nickname.split()).strip("\"'“”‘’()")
    return plain if plain and not NO_PERSON.search(plain) and not NO_NAME.search(plain) else ""


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
        known = HONORIFICS[first.lower().strip(".")]
        honorific = honorific or (
            first.strip(".") if known == "Reverend" and first.lower().startswith("rev") and "." not in first else known
        )
        first, _, rest = rest.partition(" ")
    name = f"{first} {rest}".strip()
    family, comma, given = name.partition(", ")
    if comma and given and "," not in given:
        name = f"{given} {family}"
    return honorific, mended(name.strip(" ,;"))


def mended(name: str) -> str:
    """A name that is all small or all large letters as names are written; any other stays as it is."""
    if len(name) > 3 and (name.islower() or (name.isupper() and " " in name)):
        return " ".join(
            word.lower()
            if word.lower() in PARTICLES
            else "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))
            for word in name.split()
        )
    return name


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
