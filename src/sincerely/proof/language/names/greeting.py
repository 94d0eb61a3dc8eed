"""Is the person greeted the person meant? Marks where the greeting's name is not the contact's."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.language.names.acquaintance import Acquaintance, Likened, of_one_sex
from sincerely.proof.language.names.addressees import Addressee, addressees
from sincerely.proof.language.names.closeness import edits
from sincerely.proof.language.names.courtesies import is_vocative
from sincerely.proof.language.names.folding import NAME_WORD, is_latin, plain
from sincerely.proof.language.names.lists import PARTICLES, TITLES, given_names, ordinary, short_forms
from sincerely.proof.language.names.person import Likeness, Person, liken
from sincerely.proof.reading import Reading
from sincerely.terms import Part, Severity, Span

# "Ruth, it's Ebony": whoever stands before it is meant to be the reader.
LEAST_BEGUN = 5  # letters that two given names share at their beginning
# What is said of somebody, not to them.
TELLS = (
    r"['’]s (?!pleased\b|glad\b|been\b)[a-z]|"
    r" (?:said|told|showed|asked|mentioned|explained|walked|took|pointed|suggested|gave|was|and I)\b"
)
INTRODUCES = re.compile(r"[,!]\s+(?:it['’]?s|it is|this is|i['’]m|i am|my name is)\b", re.IGNORECASE)


def in_greeting(reading: Reading, known: Acquaintance) -> Iterator[Mark]:
    """Marks on the names that the letter greets; none where the record knows no contact."""
    if not known.people:
        return
    greeted = []
    spoken_to = list(addressees(reading))
    for addressee in spoken_to:
        words = tuple(word for word in addressee.words if plain(word.text) not in known.addressed)
        if not words or is_aside(reading, addressee, known):
            continue
        person, likened = known.nearest(addressee)
        greeted.append((person, addressee))
        if is_written_otherwise(addressee, likened, known):
            continue
        yield from judge(addressee, person, called_out(reading, addressee, person, likened), known)
    yield from other_of_two(reading, greeted, known)
    if (
        known.reached
        and greeted
        and not any(fits(addressee, person, known) for addressee in spoken_to for person in known.reached)
    ):
        person, addressee = greeted[0]
        meant = known.reached[0]
        if fits(addressee, person, known):
            yield Mark(
                Part.BODY,
                addressee.span,
                f"This greets {person.name}, but the message goes to {meant.name}.",
                Remedy(f"Greet {meant.called}, or send it to {person.called}."),
            )


def fits(addressee: Addressee, person: Person, known: Acquaintance) -> bool:
    """True where every word greeted is of this person's name."""
    return all(each.likeness <= Likeness.SHORT for each in known.likened(addressee, person))


def is_written_otherwise(addressee: Addressee, likened: tuple[Likened, ...], known: Acquaintance) -> bool:
    """True where a contact's name is on record in another script, so that the words greeted may be that name."""
    fitting = all(each.likeness <= Likeness.SHORT for each in likened)
    latin = is_latin(addressee.words[0].text)
    other = known.of_another_application(tuple(word.text for word in addressee.words))
    return not fitting and not other and any(is_latin(person.name) != latin for person in known.people)


def called_out(reading: Reading, addressee: Addressee, person: Person, likened: tuple[Likened, ...]) -> tuple[Likened, ...]:
    """The words with those taken for right that are vocatives, in a greeting with a word of another language."""
    start = reading.layout.greeting.start if reading.layout.greeting else 0
    names = {*(plain(each.word.text) for each in likened), "hi", "hey"}
    before = {plain(word) for word in NAME_WORD.findall(reading.own, start, addressee.words[-1].span.start)}
    if not before - names - TITLES - ordinary():
        return likened
    forms = (*person.words, *(short for name in person.given for short in short_forms().get(plain(name), ())))
    return tuple(
        replace(each, likeness=Likeness.SAME)
        if each.likeness > Likeness.SHORT and any(is_vocative(each.word.text, name) for name in forms)
        else each
        for each in likened
    )


def other_of_two(reading: Reading, greeted: list[tuple[Person, Addressee]], known: Acquaintance) -> Iterator[Mark]:
    """A mark where the one greeted by a given name is told of as Mr or Ms below, and another contact's given name is like it."""
    if len(greeted) != 1 or known.reached or len(greeted[0][1].words) != 1 or not fits(greeted[0][1], greeted[0][0], known):
        return
    person, addressee = greeted[0]
    said = addressee.words[0].text
    alike = [other for other in known.people if other != person and is_alike(said, other)]
    rest = reading.own[addressee.span.end :]
    told = re.search(rf"(?<!, )\b(?:Mr|Ms|Mrs|Miss|Dr)\.?\s+{re.escape(person.last)}\b", rest)
    if not told and not addressee.titles and said not in person.family:
        told = re.search(rf"(?<!, )\b{re.escape(said)}(?:{TELLS})", rest)
    named = alike and re.search(rf"\b{re.escape(alike[0].called)}\b", rest)
    if alike and told and person.family and not named:
        message = f"This greets {person.name} and then tells of “{told[0]}”: is it to {alike[0].name}?"
        yield Mark(Part.BODY, addressee.span, message, Remedy(f"Write “{alike[0].called}”.", alike[0].called))


def is_alike(said: str, other: Person) -> bool:
    """True where a greeted name is near another contact's given name, or begins with the same letters: Christina, Christopher."""
    begun = any(plain(name)[:LEAST_BEGUN] == plain(said)[:LEAST_BEGUN] for name in other.given)
    return begun or liken(said, other)[0] in (Likeness.SHORT, Likeness.NEAR)


def is_aside(reading: Reading, addressee: Addressee, known: Acquaintance) -> bool:
    """True where the words are no greeting after all: the writer's own name, a word of the record, a first word like "Sorry,"."""
    likened = known.nearest(addressee)[1]
    if all(each.likeness <= Likeness.SHORT for each in likened):
        return False
    words = [word.text for word in addressee.words]
    if not addressee.titles and all(plain(word) in known.known for word in words):
        return True
    if addressee.greeted:
        return False
    if addressee.titles or known.of_another_application(tuple(words)):
        return False
    if plain(words[0]) in ordinary():
        return True
    if any(each.likeness == Likeness.OTHER for each in likened):
        return not INTRODUCES.match(reading.own, addressee.span.end) and not stands_alone(reading, words)
    return reading.own[addressee.span.end : addressee.span.end + 1] not in (",", "!", ":")


def stands_alone(reading: Reading, words: list[str]) -> bool:
    """True for a given name with a line of its own above the text: "Sarah," and nothing before it."""
    greeting = reading.layout.greeting
    alone = greeting is not None and reading.own[greeting.end : greeting.end + 1] == "\n"
    return alone and all(plain(word) in given_names() for word in words)


def judge(addressee: Addressee, person: Person, likened: tuple[Likened, ...], known: Acquaintance) -> Iterator[Mark]:
    """The marks on one addressee, taken for one contact."""
    right = [each for each in likened if each.likeness <= Likeness.SHORT]
    strange = [each for each in likened if each.likeness == Likeness.OTHER]
    near = [each for each in likened if each.likeness == Likeness.NEAR]
    other = known.of_another_application(tuple(each.word.text for each in strange))
    if (
        strange
        and not other
        and (unknowable(addressee, person, right) or is_middle(person, right) or is_courteous(strange, person, right))
    ):
        strange = []
    elif strange and all(plain(each.word.text) in known.noted for each in strange) and not other:
        yield hint(strange[0], f"Your notes name {strange[0].word.text}, but the contact on record is {person.name}.", None)
        return
    elif strange and not addressee.titles and not person.given and not other:
        yield hint(strange[0], f"On record the contact is {person.name}; check the given name.", None)
        return
    if strange:
        yield stranger(addressee, person, right, strange, other)
        return
    for each in near:
        yield slip(each, person)
    if not near:
        yield from trifles(addressee, person, right)


def unknowable(addressee: Addressee, person: Person, fits: list[Likened]) -> bool:
    """True where the strange word is of a kind that the record does not hold: a family name beside a known given name."""
    if fits:
        return not person.given or not person.family
    return bool(addressee.titles) and not person.family


def is_courteous(strange: list[Likened], person: Person, fits: list[Likened]) -> bool:
    """True for an unknown word before a right name, no given name itself: a word of respect, small before a family name."""
    word = strange[0].word
    said = {each.target for each in fits}
    if any(edits(word.text, name) <= 1 for name in person.words if name not in said):
        return False
    given = bool(person.family) and any(each.target in person.given for each in fits)
    follows = len(strange) == 1 and bool(fits) and (given or word.text.islower())
    return follows and all(word.span < each.word.span for each in fits) and plain(word.text) not in given_names()


def is_middle(person: Person, fits: list[Likened]) -> bool:
    """True where given and family name are both there, so that what is strange is a second name."""
    targets = {each.target for each in fits if plain(each.target) not in PARTICLES}
    return bool(targets & set(person.given)) and bool(targets & set(person.family))


def stranger(addressee: Addressee, person: Person, fits: list[Likened], strange: list[Likened], other: Person | None) -> Mark:
    """The mark on a name that is not the contact's."""
    said = " ".join(each.word.text for each in strange)
    whose = f"is a name from another of your applications; this letter is to {person.name}" if other else f"is not {person.name}"
    if fits:
        span = Span(strange[0].word.span.start, strange[-1].word.span.end)
        right = person.called if any(each.target in person.family for each in fits) else person.last
    elif addressee.titles:
        span, right = addressee.span, person.formally
    else:
        span = Span(addressee.words[0].span.start, addressee.words[-1].span.end)
        right = person.called if len(addressee.words) == 1 else person.name
    return Mark(Part.BODY, span, f"“{said}” {whose}.", Remedy(f"Write “{right}”.", right, safe=True))


def slip(each: Likened, person: Person, part: Part = Part.BODY) -> Mark:
    """The mark on a misspelt name."""
    right = each.target.upper() if each.word.text.isupper() and len(each.word.text) > 1 else each.target
    return Mark(
        part,
        each.word.span,
        f"“{each.word.text}” should be “{right}”: the contact is {person.name}.",
        Remedy(f"Write “{right}”.", right, safe=True),
    )


def trifles(addressee: Addressee, person: Person, fits: list[Likened]) -> Iterator[Mark]:
    """Hints on accents, marks between parts and short forms, and a warning on a title that contradicts the record."""
    for each in fits:
        if each.likeness in (Likeness.ACCENTS, Likeness.JOINED):
            yield hint(each, f"On record the name is written “{each.target}”.", each.target)
            break
        if each.likeness == Likeness.SHORT:
            yield hint(each, f"On record the name is {each.target}; “{each.word.text}” only if that is what they use.", None)
            break
    if not of_one_sex(addressee.titles, person.titles):
        start = addressee.span.start
        said = addressee.titles[-1]
        right = person.titles[0]
        yield Mark(
            Part.BODY,
            Span(start, addressee.words[0].span.start),
            f"“{said}” does not fit: on record the contact is {person.name}.",
            Remedy(f"Write “{right} {person.last}”.", f"{right} ", safe=True),
            severity=Severity.WARNING,
        )


def hint(each: Likened, message: str, right: str | None, part: Part = Part.BODY) -> Mark:
    """A mark that is a hint at most."""
    remedy = Remedy(f"Write “{right}”.", right) if right else Remedy("Check it against what they signed with.")
    return Mark(part, each.word.span, message, remedy, severity=Severity.HINT)
