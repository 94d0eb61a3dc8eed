"""How many wrong names and companies are found in name-rich letters of 28 locales, and how often right ones are disturbed.

   .venv/bin/python benchmarks/names.py [--letters 2000] [--seed 1] [-v]

Every letter is made right from invented people (benchmarks/names.txt) and sentences full of other people, former employers,
towns and clients; then one name in it is spoilt: one edit of a typist, another person's name, or another employer's.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from time import process_time

from sincerely.proof import proofread
from sincerely.proof.language.names.folding import plains
from sincerely.proof.language.names.person import Likeness, liken, person_of
from sincerely.proof.letter import Candidate, Contact, Facts, Interview, Letter
from sincerely.proof.rulebook import only
from sincerely.terms import Channel, Severity, Stage

DATA = Path(__file__).with_name("names.txt")
ALPHABET = "abcdefghiklmnoprstuvwyz"
ROLES = ("Night Baker", "Payroll Officer", "Data Engineer", "Staff Nurse", "Head Gardener", "Paralegal", "Welder", "Site Manager")
GREETINGS = (
    "Dear {title} {family},",
    "Dear {given},",
    "Hi {given},",
    "Dear {given} {family},",
    "Hello {given}!",
    "Good morning {title} {family},",
)
SPOKEN = (
    "Hi {given}, it's {me}.",
    "Good afternoon, {title} {family}, this is {me}.",
    "Hello, this is a message for {title} {family}. {me} here.",
)
TEXTED = ("Morning {given}, {me} here.", "{given}, it's {me}.", "Hello {title} {family}, {me} from Tuesday.")
SENTENCES = (
    "Thank you for showing me round on Tuesday, and please thank {friend} for the tea.",
    "{mention} said that the spring is the hardest season, and {friend} agreed.",
    "I keep thinking about what {mention} told me of the early days.",
    "My eight years at {former} taught me to keep a calm diary.",
    "At {former} I looked after clients such as {client} and {client2}.",
    "I grew up in {town}, so the commute from {town2} is nothing to me.",
    "The work you do at {company} is what I have wanted since I left college.",
    "I would be glad to join {company} as your next {role}.",
    "{company}'s way with apprentices is the reason why I applied.",
    "My old manager, {friend} {friend_family}, would gladly tell you more about the {town} project.",
    "I have since read Marlowe's book on the subject, which {friend} recommended.",
    "I speak English, some German and the French of Marseille.",
    "As {possessive} question showed, the Monday rota needs two people and a van.",
    "I hope that the panel enjoys the rest of its week, {friend} above all.",
)
LAST = ("Thank you again, {given}.", "I look forward to hearing from you.", "I remain very interested in the post at {company}.")
TOWNS = ("Harrogate", "Leipzig", "Kinvara", "Aberystwyth", "Oaxaca", "Tampere", "Kumasi", "Penang", "Duluth", "Montpellier")
CLIENTS = (
    "Sainsbury's",
    "Lufthansa",
    "the Met Office",
    "Nando's",
    "Siemens Energy",
    "St Thomas' Hospital",
    "IKEA",
    "Deutsche Bahn",
)


@dataclass(frozen=True)
class Locale:
    """A place's given names, family names and employers."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    employers: tuple[str, ...]


@dataclass(frozen=True)
class Spoilt:
    """A letter with one wrong name: what was done to it, and the words that stand there now."""

    kind: str
    rule: str
    letter: Letter
    quote: str


def locales() -> list[Locale]:
    """The locales of the data file."""
    found = []
    for line in DATA.read_text(encoding="utf-8").splitlines()[1:]:
        _, given, family, employers = line.split("|")
        split = given.split("; ") if ";" in given else given.split()
        found.append(Locale(tuple(split), tuple(families(family)), tuple(employers.split("; "))))
    return found


def families(text: str) -> Iterator[str]:
    """Family names, small words kept with the name after them: "de la Cruz", "Ní Dhomhnaill"."""
    held: list[str] = []
    for word in text.split():
        held.append(word)
        if not (word[0].islower() or word in ("Ní", "Mac", "De", "Al", "García") or (held[0] == "Mac" and len(held) == 2)):
            yield " ".join(held)
            held = []


def a_person(place: Locale, chance: random.Random) -> tuple[str, str]:
    """Given and family name."""
    given = chance.choice(place.given)
    if place.family == ("*",):
        first, *rest = given.split()
        return rest[-1], f"{first} {rest[0]}"
    return given, chance.choice(place.family)


def a_letter(chance: random.Random, places: list[Locale]) -> Letter:
    """A letter in which every name is right."""
    place, away, home = chance.choice(places), chance.choice(places), chance.choice(places)
    given, family = a_person(place, chance)
    eastern = place.family == ("*",)
    mine = " ".join(a_person(home, chance))
    title = chance.choice(("Ms", "Mr", "Dr", "Mrs.", "Prof."))
    company, former = chance.choice(place.employers), chance.choice(away.employers)
    friend, friend_family = a_person(away, chance)
    towns, clients, role = chance.sample(TOWNS, 2), chance.sample(CLIENTS, 2), chance.choice(ROLES)
    record = f"{family} {given}" if eastern else f"{given} {family}"
    words = {
        "given": given, "family": given if eastern else family, "title": title, "me": mine, "company": company, "former": former,
        "friend": friend, "friend_family": friend_family, "town": towns[0], "town2": towns[1], "client": clients[0],
        "client2": clients[1], "role": role,
    }  # fmt: skip
    words["mention"] = chance.choice((given, f"{title} {words['family']}", record))
    words["possessive"] = f"{given}{chance.choice(('’s', chr(39) + 's'))}"
    channel = chance.choices((Channel.EMAIL, Channel.LETTER, Channel.VOICEMAIL, Channel.TEXT), (6, 2, 1, 1))[0]
    opening = {Channel.VOICEMAIL: SPOKEN, Channel.TEXT: TEXTED}.get(channel, GREETINGS)
    prose = " ".join(chance.sample(SENTENCES, 4 if channel in (Channel.EMAIL, Channel.LETTER) else 2)) + " " + chance.choice(LAST)
    first = chance.choice(opening)
    body = f"{first}\n\n{prose}\n\nKind regards,\n{{me}}" if opening is GREETINGS else f"{first} {prose}"
    facts = Facts(
        candidate=Candidate(name=mine),
        contacts=(Contact(name=record),),
        company=company,
        role=role,
        interview=Interview(notes="the early days, apprentices"),
    )
    subject = (
        "" if opening is not GREETINGS else chance.choice(("Thank you for Tuesday", f"{role}: thank you", f"Thank you, {given}"))
    )
    return Letter(channel=channel, stage=Stage.THANK_YOU, body=body.format(**words), subject=subject, facts=facts)


def varied(letter: Letter, chance: random.Random) -> Letter:
    """The same names in another right way: another apostrophe, capitals, accents left out, the legal form left out."""
    name = letter.facts.contacts[0].name
    ways = [
        lambda text: text.replace("'", "’"),
        lambda text: text.replace(name.split()[-1], name.split()[-1].upper()),
        lambda text: text.replace(letter.facts.company, letter.facts.company.rsplit(" ", 1)[0]),
        lambda text: text.replace(letter.facts.company, letter.facts.company.replace("&", "and")),
        lambda text: text.replace(letter.facts.candidate.name, letter.facts.candidate.name.upper()),
        lambda text: text,
    ]
    return replace(letter, body=chance.choice(ways)(letter.body))


def typed_wrong(word: str, chance: random.Random) -> str:
    """One edit as a typist makes it; the first letter stays, for most do."""
    place = chance.randrange(1, len(word))
    letter = chance.choice(ALPHABET)
    return chance.choice(
        (
            word[:place] + word[place + 1 :],
            word[:place] + letter + word[place:],
            word[:place] + letter + word[place + 1 :],
            word[:place] + word[place] + word[place:],
            word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :] if place > 1 else word + letter,
        )
    )


def spoilt(letter: Letter, chance: random.Random, places: list[Locale]) -> Spoilt | None:
    """The letter with one wrong name, or None where what came out is no fault: a nickname, an accent, the same word."""
    contact, company = letter.facts.contacts[0].name, letter.facts.company
    kind = chance.choice(("misspelt name", "misspelt name", "another name", "misspelt company", "another company"))
    if kind == "another company":
        other = chance.choice(chance.choice(places).employers)
        old, new, rule = company, other, "language/company"
        if old not in letter.body or set(other.split()) & set(company.split()) or not wanted(letter.body, old):
            return None
    elif kind == "misspelt company":
        words = [word for word in company.split() if len(word) > 4]
        if company not in letter.body or not words:
            return None
        word = chance.choice(words)
        old, rule = company, "language/company"
        new = company.replace(word, typed_wrong(word, chance), 1)
    else:
        said = [word for word in contact.split() if word in letter.body.split("\n")[0][:60] and len(word) > 3]
        if not said:
            return None
        old, rule = chance.choice(said), "language/name"
        given, family = a_person(chance.choice(places), chance)
        new = typed_wrong(old, chance) if kind == "misspelt name" else (given if old in contact.split()[:-1] else family)
        if liken(new, person_of(contact))[0] < Likeness.NEAR:
            return None
    if not plains(new).isdisjoint(plains(old)) or old not in letter.body:
        return None
    start = letter.body.index(old)
    if rule == "language/name" and letter.body[:start].count(" ") > 6:
        return None
    return Spoilt(kind, rule, replace(letter, body=letter.body[:start] + new + letter.body[start + len(old) :]), new)


def wanted(body: str, company: str) -> bool:
    """True where the first mention of the company is one that only this employer fits."""
    before = body[: body.index(company)]
    return before.endswith(("work you do at ", "join ", "the post at "))


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--letters", type=int, default=2000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("-v", "--verbose", action="store_true")
    given = options.parse_args()
    chance, places = random.Random(given.seed), locales()
    rulebook = only({"language/name", "language/company"})
    found: Counter[str] = Counter()
    made: Counter[str] = Counter()
    alarms = hints = 0
    spent = 0.0
    for _ in range(given.letters):
        letter = varied(a_letter(chance, places), chance)
        begun = process_time()
        report = proofread(letter, rulebook)
        spent += process_time() - begun
        loud = [finding for finding in report.findings if finding.severity > Severity.HINT]
        alarms += bool(loud)
        hints += bool(report.findings) and not loud
        if given.verbose and loud:
            print(
                "ALARM",
                loud[0].rule,
                loud[0].quote,
                "|",
                letter.facts.contacts[0].name,
                "|",
                letter.facts.company,
                "|",
                repr(letter.body[:400]),
            )
        fault = spoilt(letter, chance, places)
        if fault is None:
            continue
        made[fault.kind] += 1
        holds = [
            each
            for each in proofread(fault.letter, rulebook).findings
            if each.rule == fault.rule and each.severity == Severity.HOLD
        ]
        hit = any(each.quote and (each.quote in fault.quote or fault.quote in each.quote) for each in holds)
        found[fault.kind] += hit
        if given.verbose and not hit:
            print(
                "MISSED",
                fault.kind,
                repr(fault.quote),
                "|",
                letter.facts.contacts[0].name,
                "|",
                letter.facts.company,
                "|",
                repr(fault.letter.body[:500]),
            )
    for kind in made:
        print(f"{kind:18} {found[kind]:4} of {made[kind]:4} found  {found[kind] / made[kind]:.3f}")
    print(
        f"right letters: {alarms} alarms, {hints} with hints, in {given.letters}; {1000 * spent / given.letters:.2f} ms a letter"
    )


if __name__ == "__main__":
    main()
