"""Names in the running text: the contact's misspelt, or one left over from another application."""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.language.names.acquaintance import Acquaintance, Likened, of_one_sex
from sincerely.proof.language.names.closeness import edits
from sincerely.proof.language.names.company import company_of
from sincerely.proof.language.names.folding import NAME_WORD, bare, is_latin, plain, sound
from sincerely.proof.language.names.greeting import hint, slip
from sincerely.proof.language.names.lists import given_names, is_in, ordinary
from sincerely.proof.language.names.mentions import Mention, mentions
from sincerely.proof.language.names.namesakes import FOUND, is_namesake
from sincerely.proof.language.names.person import Likeness, Person, liken
from sincerely.proof.language.names.third_persons import is_somebody_else, is_third_person
from sincerely.proof.letter import Letter
from sincerely.proof.reading import Reading
from sincerely.terms import Part, Span

SHORT = 3  # letters of a name that one slip makes another's, unless the words beside it hold it in place
LEAST_SHARED = 3  # letters with which two given names of one person on the panel begin
LEAST_BEGUN = 4  # letters that two names of one beginning share


def in_text(reading: Reading, known: Acquaintance) -> Iterator[Mark]:
    """Marks on names in the subject and in the body between greeting and signature."""
    layout = reading.layout
    start = layout.greeting.end if layout.greeting else 0
    end = layout.signature.start if layout.signature else len(reading.body)
    hinted: set[str] = set()
    said = frozenset(plain(bare(word)) for word in NAME_WORD.findall(reading.own, 0, end))
    places = [(Part.SUBJECT, reading.letter.subject, 0, None), (Part.BODY, reading.own, start, end)]
    if layout.postscript and layout.signature:
        places.append((Part.BODY, reading.own, *layout.postscript))
    for part, text, first, last in places:
        for mention in mentions(text, first, last):
            for mark in judge(mention, part, known, reading.letter, text, said):
                farewell = layout.closing is not None and part == Part.BODY and mention.word.span.start >= layout.closing.start
                if farewell and mention.opens:
                    continue
                if mark.severity is None or not (farewell or mention.word.text in hinted):
                    yield mark
                hinted.add(mention.word.text)


def judge(mention: Mention, part: Part, known: Acquaintance, letter: Letter, text: str, said: frozenset[str]) -> Iterator[Mark]:
    """At most one mark on a word: a slip, a stranger's name, or a hint on accents; `said` are the letter's words, plain."""
    word = mention.word.text
    mixed = mixed_up(mention, known)
    if mixed:
        yield mixed_mark(mention, mixed, part)
        return
    if known.on_record(word):
        return
    for person in known.people:
        beside = is_beside(mention, person)
        likeness, target = liken(word, person, bool(mention.titles) or beside or mention.thanked)
        held = beside or bool(mention.titles and person.family)
        if likeness == Likeness.OTHER and held and (target := held_in_place(word, person, beside)):
            likeness = Likeness.NEAR
        likened = Likened(mention.word, likeness, target)
        trifle = likeness in (Likeness.ACCENTS, Likeness.JOINED)
        present = person != known.people[0] and target in person.given
        if not trifle and not (
            likeness == Likeness.NEAR
            and (is_meant(mention, target, person, beside) or (present and is_of_the_panel(mention, target, text)))
        ):
            continue
        company = company_of(letter.facts.company).distinctive
        if not is_told_of(mention, beside, text, company) and not is_namesake(
            mention, target, person, text, said, company, present
        ):
            form = f"On record the name is written “{target}”."
            yield hint(likened, form, target, part) if trifle else slip(likened, person, part)
        return
    if known.candidate and introduces_writer(mention, known.candidate):
        yield own_slip(mention, known.candidate, part)
    elif is_reader_miscalled(mention, known):
        yield wrong(mention, f"“{word}” is not {known.people[0].name}.", known.people[0].called, part, safe=False)
    elif known.others:
        yield from left_over(mention, part, known, letter, text)
    elif part == Part.BODY and is_stranger_thanked(mention, known, letter):
        yield wrong(mention, f"“{word}” is not {known.people[0].name}.", known.people[0].called, part)


def is_of_the_panel(mention: Mention, target: str, text: str) -> bool:
    """True for one edit in the given name of somebody who sat there too, as a letter tells of them: Sophia for Sophie."""
    word = plain(mention.word.text)
    if mention.placed or in_longer_name(mention) or word in ordinary() or FOUND.match(text, mention.word.span.end):
        return False
    return edits(word, target) == 1 and word[:LEAST_SHARED] == plain(target)[:LEAST_SHARED]


def held_in_place(word: str, person: Person, beside: bool = True) -> str:
    """The short name that a word beside a right one is a slip for: Lam beside Anh, Goll behind Le; else nothing.

    Not `beside` one but behind a title it can be the family name alone: Ms Tam for Ms Tan.
    """
    for name in person.words if beside else person.family:
        most = 1 if len(name) == SHORT or not beside else 2
        if SHORT <= len(name) <= SHORT + 1 and plain(word)[:1] == plain(name)[:1] and 0 < edits(word, name) <= most:
            return name
    return ""


def is_told_of(mention: Mention, beside: bool, text: str, company: frozenset[str]) -> bool:
    """True where the text tells of somebody else; beside a right name only where it does so surely."""
    says = is_somebody_else if beside else is_third_person
    return says(text, mention.word.span, company)


def mixed_up(mention: Mention, known: Acquaintance) -> Person | None:
    """The person whose family name follows another contact's given name: "Jon Tasker" where Jon is Ackroyd and Tasker is John."""
    if not mention.after:
        return None
    family, given = plain(mention.after), plain(mention.word.text)
    if not any(given in map(plain, person.given) for person in known.people):
        return None
    bearers = [person for person in known.people if person.given and family in map(plain, person.family)]
    everybody = (*known.people, known.candidate) if known.candidate else known.people
    if any(family in map(plain, person.words) and liken(mention.word.text, person)[0] <= Likeness.SHORT for person in everybody):
        return None
    return bearers[0] if len(bearers) == 1 else None


def mixed_mark(mention: Mention, person: Person, part: Part) -> Mark:
    """The mark on a given name that belongs to somebody else of the record."""
    said = f"{mention.word.text} {mention.after}"
    alike = liken(mention.word.text, person)[0] == Likeness.NEAR
    return wrong(mention, f"“{said}” mixes two people: on record it is {person.name}.", person.called, part, safe=alike)


def is_beside(mention: Mention, person: Person) -> bool:
    """True where another word of the same name touches this one."""
    return any(word and liken(word, person)[0] <= Likeness.ACCENTS and len(word) > 1 for word in (mention.before, mention.after))


def is_meant(mention: Mention, target: str, person: Person, beside: bool) -> bool:
    """True where a word near a name stands for that name, and is not a place, a common word or somebody else."""
    if mention.titles:
        return of_one_sex(mention.titles, person.titles)
    if mention.thanked or beside:
        return True
    if mention.placed or plain(mention.word.text) in ordinary() or in_longer_name(mention):
        return False
    return sound(mention.word.text) == sound(target) or plain(mention.word.text) not in given_names()


def in_longer_name(mention: Mention) -> bool:
    """True where capitals on either side make the word part of some other name."""
    before = bool(mention.before) and mention.before[0].isupper() and plain(mention.before) not in ordinary()
    return not mention.word.text.isupper() and (before or (bool(mention.after) and mention.after[0].isupper()))


def introduces_writer(mention: Mention, writer: Person) -> bool:
    """True where the writer says who they are, in a misspelling."""
    beside = is_beside(mention, writer)
    likeness = liken(mention.word.text, writer, beside)[0]
    if likeness != Likeness.NEAR or not (beside or mention.introduced):
        return False
    return beside or plain(mention.word.text) not in given_names()


def own_slip(mention: Mention, writer: Person, part: Part) -> Mark:
    """The mark on the writer's own name, misspelt."""
    target = liken(mention.word.text, writer)[1]
    right = target.upper() if mention.word.text.isupper() else target
    return wrong(mention, f"This is your own name, and on record it is written “{right}”.", right, part)


def left_over(mention: Mention, part: Part, known: Acquaintance, letter: Letter, text: str) -> Iterator[Mark]:
    """A person of another application: thanked, with a title, by the whole name, or by a family name that is no common word."""
    word = mention.word.text
    for other in known.others:
        if liken(word, other)[0] > Likeness.ACCENTS:
            continue
        whole = is_beside(mention, other)
        family = plain(word) in {plain(name) for name in other.family} and not is_in(plain(word), ordinary(), given_names())
        if not whole and is_told_of(mention, False, text, company_of(letter.facts.company).distinctive):
            continue
        if not (mention.thanked or mention.titles or whole or (family and len(word) > 3 and not mention.placed)):
            continue
        meant = known.people[0] if known.people else None
        right = None
        if meant:
            right = meant.called if plain(word) in {plain(name) for name in other.given} else meant.family[-1:] and meant.last
        yield wrong(mention, f"“{word}” is a name from another of your applications.", right or None, part, safe=False)
        return


def is_stranger_thanked(mention: Mention, known: Acquaintance, letter: Letter) -> bool:
    """True for "Thank you, Sarah." in the middle of a letter to one person who is somebody else."""
    alone = len(known.people) == 1 and bool(known.people[0].given) and not letter.cc
    alone = alone and is_latin(known.people[0].name) == is_latin(mention.word.text)
    return alone and mention.thanked and not mention.ends and not mention.after and plain(mention.word.text) in given_names()


def is_reader_miscalled(mention: Mention, known: Acquaintance) -> bool:
    """True for the reader's own name begun rightly and ended as another's: "I would love to, Marianne," to Mariella."""
    word = plain(mention.word.text)
    own = [plain(name) for person in known.people for name in person.given]
    alike = any(len(name) >= LEAST_BEGUN + 2 and word[:LEAST_BEGUN] == name[:LEAST_BEGUN] for name in own)
    return mention.called and alike and not mention.placed and word not in ordinary()


def wrong(mention: Mention, message: str, right: str | None, part: Part, safe: bool = True) -> Mark:
    remedy = Remedy(f"Write “{right}”.", right, safe) if right else Remedy("Say whom you mean.")
    return Mark(part, Span(*mention.word.span), message, remedy)
