"""A person on record, taken apart: titles, given names, family names, and what else they are called."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from sincerely.proof.language.names.closeness import edits, near
from sincerely.proof.language.names.folding import NAME_WORD, is_latin, is_misaccented, joined, plain, plains, written
from sincerely.proof.language.names.lists import AFTER_NAMES, BEFORE_EITHER, FAMILY_FIRST, PARTICLES, TITLES, short_forms
from sincerely.proof.letter import Contact

NICKNAME = re.compile(r"[\"“(]([^\"”)]+)[\"”)]|(?<!\w)['‘]([^'’]+)['’](?!\w)")
TWO_SCRIPTS = re.compile(r"([^()]+)\(([^()]+)\)")
LEAST_SHORT_FORM = 2  # letters of a short form ("Jo"), and how many the full name has more at least


class Likeness(IntEnum):
    """How a word stands to a person's name, best first."""

    SAME = 0
    ACCENTS = 1
    JOINED = 2
    SHORT = 3
    NEAR = 4
    OTHER = 5


@dataclass(frozen=True, slots=True)
class Person:
    """`given` and `family` are words as they stand on record; a single word after Lady or Coach is both.

    `also`: plain spellings of nicknames and of the words of the person's address.
    """

    name: str
    titles: tuple[str, ...]
    given: tuple[str, ...]
    family: tuple[str, ...]
    also: frozenset[str] = frozenset()

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.given + self.family))

    @property
    def called(self) -> str:
        """The word to say after Hello: the given name; after a family name that stands first, the last word."""
        if len(self.words) > 1 and plain(self.words[0]) in FAMILY_FIRST:
            return self.words[-1]
        return self.given[0] if self.given else self.name

    @property
    def last(self) -> str:
        """The family name with its particles, or the only name."""
        return " ".join(self.family) or self.name

    @property
    def formally(self) -> str:
        """Title and family name where a title is on record, else the whole name: never a guessed title."""
        return f"{' '.join(self.titles)} {self.last}" if self.titles else self.name


@lru_cache(maxsize=1024)
def person_of(name: str, called: str = "", address: str = "") -> Person:
    """Takes a name on record apart; `called` is a nickname, `address` an e-mail address."""
    name = in_latin(name)
    others = [*(" ".join(found) for found in NICKNAME.findall(name)), called, address.partition("@")[0].replace("_", " ")]
    also = {plain(word) for text in others for word in NAME_WORD.findall(text)}
    head, comma, tail = NICKNAME.sub(" ", name).partition(",")
    words = [word for word in NAME_WORD.findall(f"{tail} {head}" if comma and not is_after(tail) else head) if not is_after(word)]
    titles = []
    while len(words) > 1 and plain(words[0]) in TITLES:
        titles.append(words.pop(0))
    given, family = parted(words, titles)
    shown = " ".join([*titles, *words]) or name.strip()
    return Person(shown, tuple(titles), given, family, frozenset(also))


def in_latin(name: str) -> str:
    """A name of two scripts with its Latin form first: 王建国 (Wang Jianguo) is Wang Jianguo (王建国)."""
    match = TWO_SCRIPTS.fullmatch(name.strip())
    if not match or is_latin(match[1]) or not is_latin(match[2]):
        return name
    return f"{match[2].strip()} ({match[1].strip()})"


def is_after(text: str) -> bool:
    """True for letters after a name: PhD, Jr."""
    return plain(text).replace(".", "").strip() in AFTER_NAMES


def parted(words: list[str], titles: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Given and family words. One word alone is a given name, or a family name after Mr, Dr and their like."""
    if len(words) == 1:
        if not titles:
            return tuple(words), ()
        return (tuple(words) if plain(titles[-1]) in BEFORE_EITHER else ()), tuple(words)
    first = next((number for number, word in enumerate(words) if number and plain(word) in PARTICLES), len(words) - 1)
    return tuple(words[:first]), tuple(words[first:])


def people_of(contacts: Iterable[Contact]) -> tuple[Person, ...]:
    """The contacts as persons, in the order of the record; nameless ones are left out."""
    return tuple(person_of(contact.name, contact.nickname, contact.email) for contact in contacts if contact.name.strip())


def is_short_form(word: str, full: str) -> bool:
    """True where one name is commonly said for the other: Bob for Robert, Kat for Katarzyna."""
    one, other = plain(word), plain(full)
    table = short_forms()
    if one in table.get(other, ()) or other in table.get(one, ()):
        return True
    return len(one) >= LEAST_SHORT_FORM and other.startswith(one) and len(one) <= 0.6 * len(other) and len(other) - len(one) >= 2


@lru_cache(maxsize=1024)
def forms_of(names: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name, and the parts of those with a hyphen."""
    return tuple(dict.fromkeys((*names, *(part for name in names for part in re.split("[-‐‑]", name) if len(part) > 1))))


@lru_cache(maxsize=8192)
def liken(word: str, person: Person, among_people: bool = True) -> tuple[Likeness, str]:
    """How a word stands to a person's name, and the word on record that it stands for."""
    names = person.words
    forms = forms_of(names)
    said = written(word)
    for name in forms:
        if said == written(name):
            return Likeness.SAME, name
    if plain(word) in person.also:
        return Likeness.SAME, word
    spelled = plains(word)
    for name in forms:
        if not spelled.isdisjoint(plains(name)):
            return Likeness.NEAR if is_misaccented(word, name) else Likeness.ACCENTS, name
    whole = joined(word)
    for name in names:
        if whole == joined(name):
            return Likeness.JOINED, name
    if len(word) == 1:
        fits = any(plain(name).startswith(plain(word)) for name in names)
        return (Likeness.SAME, word) if fits else (Likeness.OTHER, "")
    for name in person.given:
        if is_short_form(word, name):
            return Likeness.SHORT, name
    close = [name for name in forms if near(word, name, among_people)]
    if close:
        return Likeness.NEAR, min(close, key=lambda name: edits(word, name))
    return Likeness.OTHER, ""
