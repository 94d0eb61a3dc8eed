"""Everybody and everything that the record names, so that a word can be told from a slip."""

import re
from dataclasses import dataclass, replace
from email.utils import getaddresses

from sincerely.proof.language.names import courtesies
from sincerely.proof.language.names.addressees import Addressee, Word
from sincerely.proof.language.names.folding import NAME_WORD, is_misaccented, joined, plain
from sincerely.proof.language.names.person import Likeness, Person, liken, people_of, person_of
from sincerely.proof.letter import Contact, Letter

# How much a word tells against a person: one stranger weighs more than any number of slips in two words.
WEIGHT = {
    Likeness.SAME: 0.0,
    Likeness.ACCENTS: 0.1,
    Likeness.JOINED: 0.2,
    Likeness.SHORT: 0.5,
    Likeness.NEAR: 2.0,
    Likeness.OTHER: 5.0,
}
MEN = frozenset({"mr", "herr", "señor", "monsieur", "sir", "lord"})
WOMEN = frozenset({"ms", "mrs", "miss", "mme", "mlle", "madame", "frau", "señora", "lady", "dame"})


@dataclass(frozen=True, slots=True)
class Likened:
    """A word of a letter, how it stands to a person's name, and the word on record that it stands for."""

    word: Word
    likeness: Likeness
    target: str


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """`people`: the contacts, the addressee first. `others`: people of other applications.

    `known`: the other words on record, `noted`: those with a capital in the notes, `addressed`: those of the addresses it
    goes to, all plain. `reached`: the contacts whose address it goes to.
    """

    people: tuple[Person, ...]
    candidate: Person | None
    others: tuple[Person, ...]
    known: frozenset[str]
    noted: frozenset[str]
    addressed: frozenset[str]
    reached: tuple[Person, ...]

    @classmethod
    def of(cls, letter: Letter) -> "Acquaintance":
        facts = letter.facts
        named = [contact for contact in facts.contacts if contact.name.strip()]
        people = people_of(named)
        to = getaddresses(list(letter.to))
        addresses = {address.casefold() for _, address in to}
        writer = person_of(facts.candidate.name, "", facts.candidate.email) if facts.candidate.name.strip() else None
        texts = [facts.company, facts.role, facts.candidate.employer, *facts.known_words, *facts.other_companies]
        texts += [contact.title for contact in facts.contacts]
        return cls(
            people=people,
            candidate=writer,
            others=tuple(person_of(name) for name in facts.other_names if name.strip()),
            known=words_of(texts),
            noted=frozenset(plain(word) for word in NAME_WORD.findall(facts.interview.notes) if not word[0].islower()),
            addressed=words_of([f"{name} {re.sub(r'[_.+]', ' ', address.partition('@')[0])}" for name, address in to]),
            reached=reached(people, named, addresses, letter.body),
        )

    def nearest(self, addressee: Addressee) -> tuple[Person, tuple[Likened, ...]]:
        """The contact whom an addressee means most likely, and how each word stands to that name."""
        found = [(person, self.likened(addressee, person)) for person in self.people]
        return min(found, key=lambda pair: sum(WEIGHT[each.likeness] for each in pair[1]))

    def likened(self, addressee: Addressee, person: Person) -> tuple[Likened, ...]:
        """How each word of an addressee stands to one person, a name written apart or together included."""
        addressee = without_courtesies(addressee, person)
        whole = joined("".join(word.text for word in addressee.words))
        forms = {joined("".join(form)) for form in (person.given, person.family, person.words)}
        each = [Likened(word, *liken(word.text, person)) for word in addressee.words]
        misaccented = any(is_misaccented(one.word.text, one.target) for one in each)
        if any(one.likeness > Likeness.SHORT for one in each) and whole in forms and not misaccented:
            target = next(
                " ".join(form) for form in (person.given, person.family, person.words) if joined("".join(form)) == whole
            )
            return tuple(Likened(word, Likeness.JOINED, target) for word in addressee.words)
        return tuple(each)

    def of_another_application(self, words: tuple[str, ...]) -> Person | None:
        """The person of another application whom all these words name."""
        for person in self.others:
            if words and all(liken(word, person)[0] <= Likeness.JOINED for word in words):
                return person
        return None

    def on_record(self, word: str) -> bool:
        """True where the record names this word anywhere: no slip, whoever is meant."""
        key = plain(word)
        if key in self.known or key in self.noted or key in self.addressed:
            return True
        people = (*self.people, self.candidate) if self.candidate else self.people
        return any(liken(word, person)[0] in (Likeness.SAME, Likeness.SHORT) for person in people)


def without_courtesies(addressee: Addressee, person: Person) -> Addressee:
    """The addressee without words of respect and patronymics that are no part of the person's name on record."""
    words = addressee.words
    last = len(words) - 1
    father = not any(courtesies.is_patronymic(name) for name in person.words)
    kept = []
    for number, word in enumerate(words):
        said = plain(word.text)
        courtly = (number < last and said in courtesies.before()) or (number and said in courtesies.after())
        if (courtly or (number and father and courtesies.is_patronymic(said))) and liken(word.text, person)[0] == Likeness.OTHER:
            continue
        stem = courtesies.RESPECTED.sub("", word.text)
        whole = any(plain(stem) == plain(name) for name in person.words)
        kept.append(replace(word, text=stem) if whole else word)
    return replace(addressee, words=tuple(kept or words))


def reached(people: tuple[Person, ...], contacts: list[Contact], addresses: set[str], body: str) -> tuple[Person, ...]:
    """The contacts whose address it goes to.

    Without addresses on record, those whose given and family name make one, and of whom the letter does not tell.
    """
    pairs = list(zip(people, contacts, strict=True))
    by_record = tuple(person for person, contact in pairs if contact.email and contact.email.casefold() in addresses)
    boxes = [words_of([address.partition("@")[0].replace(".", " ").replace("_", " ")]) for address in addresses]
    told = words_of([body.lstrip().partition("\n")[2]])
    by_name = (
        person
        for person in people
        if person.family
        and person.given
        and told.isdisjoint(plain(word) for word in person.words)
        and any({plain(word) for word in person.words} <= box for box in boxes)
    )
    return by_record or tuple(by_name)


def words_of(texts: list[str]) -> frozenset[str]:
    """Every word of some texts, plain, with the parts of what a hyphen joins."""
    found = {plain(word) for text in texts for word in NAME_WORD.findall(text)}
    return frozenset(found | {part for word in found for part in word.split("-")})


def of_one_sex(titles: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """False where one title is a man's and the other a woman's."""
    said = {plain(title) for title in titles}
    held = {plain(title) for title in others}
    return not ((said & MEN and held & WOMEN) or (said & WOMEN and held & MEN))
