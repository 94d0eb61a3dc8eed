"""Wrong names by class, and false alarms of every language rule, on right letters full of names of some fifty languages.

   .venv/bin/python benchmarks/wrong_names.py [--rounds 8] [--seed 1] [-v]

The letters (benchmarks/names-letters.txt) are right as they stand. Each round puts one wrong name, company or role into each of
them, one class after the other, beside the same words with the right one, which must stay silent. A name that only lacks its
accents counts as found where there is a hint.
"""

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sincerely.proof import proofread
from sincerely.proof.engines import load_senses
from sincerely.proof.finding import Finding
from sincerely.proof.language.names.company import company_of
from sincerely.proof.language.names.folding import plain, plains, written
from sincerely.proof.language.names.person import Likeness, Person, liken, person_of
from sincerely.proof.letter import Candidate, Contact, Facts, Letter
from sincerely.proof.rulebook import Rulebook, only, rule_ids
from sincerely.terms import Channel, Severity, Stage

DATA = Path(__file__).with_name("names-letters.txt")
LEAST = 4  # letters of a name that is spoilt: of a shorter one an edit leaves little
ALPHABET = "abcdefghiklmnoprstuvwyz"
LOOK_ALIKES = (
    *(
        ("Jon", "John"),
        ("Catherine", "Katherine"),
        ("Steven", "Stephen"),
        ("Erik", "Erika"),
        ("Sara", "Sarah"),
        ("Mario", "Marco"),
    ),
    *(("Anna", "Hanna"), ("Aleksandr", "Aleksandra"), ("Yuki", "Yuko"), ("Neil", "Neal"), ("Ewa", "Eva"), ("Priya", "Priyanka")),
    *(
        ("Mohamed", "Mohammad"),
        ("Marie", "Maria"),
        ("Clare", "Clara"),
        ("Alan", "Allan"),
        ("Kristin", "Kirstin"),
        ("Inez", "Ines"),
    ),
)
FAMILIES = (("Harrowgate", "Pemberton"), ("Lindqvist", "Osei"), ("Tanaka", "Moreau"), ("Novotný", "Baptiste"))
ROLES = (
    *(("Assistant Archivist", "Assistant Librarian"), ("Staff Nurse", "Charge Nurse"), ("Payroll Officer", "Planning Officer")),
    *(("Field Service Engineer", "Field Sales Engineer"), ("Junior Buyer", "Senior Buyer"), ("Night Porter", "Kitchen Porter")),
    *(("Data Analyst", "Policy Analyst"), ("Care Coordinator", "Volunteer Coordinator"), ("Bus Driver", "Tram Driver")),
)
SEATS = ("I would be glad to join you as {}.", "The {} role is what I have hoped for.", "As {} I would keep the place in order.")
WORKING = (
    "I would be glad to work at {}.",
    "{} is a fine place.",
    "I am still very keen on the post at {}.",
    "{}'s way suits me.",
)


@dataclass(frozen=True)
class Trial:
    """One class of fault in one letter: with the fault, the same without it, and the wrong words."""

    kind: str
    rule: str
    wrong: Letter
    right: Letter
    words: str


def letters() -> Iterator[Letter]:
    """The right letters with their records."""
    facts = Facts()
    for line in DATA.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            names, company, role, candidate = map(str.strip, line[1:].split("|"))
            contacts = tuple(Contact(name=name.strip()) for name in names.split(";"))
            facts = Facts(candidate=Candidate(name=candidate), contacts=contacts, company=company, role=role)
        elif line.startswith("+"):
            parts = line[1:].strip().split(" / ")
            body = "\n\n".join(parts[:-1]) + "\n" + parts[-1]
            yield Letter(channel=Channel.EMAIL, stage=Stage.THANK_YOU, body=body, facts=facts)


def put(letter: Letter, old: str, new: str) -> Letter:
    return replace(letter, body=letter.body.replace(old, new, 1))


def said(letter: Letter, sentence: str) -> Letter:
    """The letter with one more sentence at the end of its text."""
    parts = letter.body.split("\n\n")
    parts[-2] += f" {sentence}"
    return replace(letter, body="\n\n".join(parts))


def greeting(letter: Letter, words: str) -> Letter:
    return replace(letter, body=f"{words}\n\n" + letter.body.split("\n\n", 1)[1])


EDITS: dict[str, Callable[[str, int, str], str]] = {
    "letter dropped": lambda word, place, _: word[:place] + word[place + 1 :],
    "letter doubled": lambda word, place, _: word[:place] + word[place] + word[place:],
    "letters swapped": lambda word, place, _: word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :],
    "letter changed": lambda word, place, other: word[:place] + other + word[place + 1 :],
    "letter added": lambda word, place, other: word[:place] + other + word[place:],
    "accents lost": lambda word, _, __: plain(word).title(),
}


def misspelt(word: str, kind: str, chance: random.Random) -> str | None:
    """A word with one edit; None where the edit leaves it as it is."""
    new = EDITS[kind](word, chance.randrange(2, len(word)), chance.choice(ALPHABET))
    return None if written(new) == written(word) or (kind != "accents lost" and not plains(new).isdisjoint(plains(word))) else new


def is_misspelt(new: str, person: Person, kind: str) -> bool:
    return kind == "accents lost" or liken(new, person)[0] >= Likeness.NEAR


def latin(name: str) -> bool:
    return all(ord(letter) < 0x2000 and not 0x370 <= ord(letter) < 0x1E00 for letter in name)


def trials(letter: Letter, all_letters: list[Letter], chance: random.Random) -> Iterator[Trial]:
    """Every class of fault once."""
    facts = letter.facts
    person = person_of(facts.contacts[0].name)
    other = chance.choice([each for each in all_letters if each.facts.company != facts.company])
    stranger = person_of(other.facts.contacts[0].name)
    if latin(person.name) and person.family:
        yield from of_person(letter, person, stranger, chance)
    yield from of_panel(letter, chance)
    yield from of_company(letter, other, chance)
    right, wrong = chance.choice(ROLES)
    sentence = chance.choice(SEATS)
    base = replace(letter, facts=replace(facts, role=right))
    yield Trial(
        "role of one family", "language/role", said(base, sentence.format(wrong)), said(base, sentence.format(right)), wrong
    )


def of_person(letter: Letter, person: Person, stranger: Person, chance: random.Random) -> Iterator[Trial]:
    rule = "language/name"
    opening = chance.choice(("Dear {},", "Hi {},", "Hello {}!"))
    name = chance.choice((person.called, " ".join(person.words)))
    for kind in EDITS:
        long = [word for word in name.split() if len(word) >= LEAST]
        if not long:
            continue
        word = chance.choice(long)
        new = misspelt(word, kind, chance)
        if new is None or not is_misspelt(new, person, kind):
            continue
        right = greeting(letter, opening.format(name))
        yield Trial(f"greeting: {kind}", rule, greeting(letter, opening.format(name.replace(word, new, 1))), right, new)
        sentence = chance.choice(("Thank you again, {}.", "Many thanks once more, {}!"))
        if word in person.given:
            yield Trial(f"body: {kind}", rule, said(letter, sentence.format(new)), said(letter, sentence.format(word)), new)
    strange, family = stranger.called, person.last
    if latin(stranger.name) and stranger.family and all(liken(word, person)[0] == Likeness.OTHER for word in stranger.words):
        right = greeting(letter, opening.format(f"{person.called} {family}"))
        yield Trial("another given name", rule, greeting(letter, opening.format(f"{strange} {family}")), right, strange)
        yield Trial(
            "another person",
            rule,
            greeting(letter, opening.format(strange)),
            greeting(letter, opening.format(person.called)),
            strange,
        )
        facts = replace(letter.facts, other_names=(stranger.name,))
        base = replace(letter, facts=facts)
        whole = f"{strange} {stranger.last}"
        sentence = "I liked what {} said about the first week."
        wrong = said(base, sentence.format(whole))
        yield Trial("person of last week", rule, wrong, said(base, sentence.format(f"{person.called} {family}")), whole)


def of_panel(letter: Letter, chance: random.Random) -> Iterator[Trial]:
    """Two contacts with given names alike: the wrong one greeted by the address, and their names mixed."""
    one, two = chance.sample(chance.choice(LOOK_ALIKES), 2)
    family, second = chance.choice(FAMILIES)
    facts = replace(letter.facts, contacts=(Contact(name=f"{one} {family}"), Contact(name=f"{two} {second}")))
    body = f"Dear {one},\n\nThank you for Tuesday, and for the tour of the yard.\n\nKind regards,\n{facts.candidate.name}"
    base = Letter(
        channel=Channel.EMAIL,
        stage=Stage.THANK_YOU,
        body=body,
        facts=facts,
        to=(f"{plain(one)}.{plain(family)}@example.org",),
    )
    rule = "language/name"
    yield Trial("panel: the other greeted", rule, put(base, one, two), base, two)
    unsent = replace(base, to=())
    told = f"Please greet Ms {second} as well."
    yield Trial("panel: greeted and told of", rule, said(put(unsent, one, two), told), said(unsent, told), two)
    sentence = "I liked what {} said about the rota."
    mixed = said(unsent, sentence.format(f"{one} {second}"))
    yield Trial("panel: names mixed", rule, mixed, said(unsent, sentence.format(f"{two} {second}")), one)


def of_company(letter: Letter, other: Letter, chance: random.Random) -> Iterator[Trial]:
    rule = "language/company"
    company, strange = letter.facts.company, other.facts.company
    sentence = chance.choice(WORKING)
    right = said(letter, sentence.format(company))
    for kind in list(EDITS)[:5]:
        word = max(company_of(company).shown, key=len)
        new = misspelt(word, kind, chance)
        if new:
            yield Trial(f"company: {kind}", rule, said(letter, sentence.format(company.replace(word, new))), right, new)
    if not set(plain(company).split()) & set(plain(strange).split()):
        base = replace(letter, facts=replace(letter.facts, other_companies=(strange,)))
        wrong = said(base, sentence.format(strange))
        yield Trial("company of last week", rule, wrong, said(base, sentence.format(company)), strange)
        sentence = chance.choice(
            ("I would be glad to work at {}.", "I am still very keen on the post at {}.", "I would love to join {}.")
        )
        yield Trial(
            "another company", rule, said(letter, sentence.format(strange)), said(letter, sentence.format(company)), strange
        )


def marks(letter: Letter, book: Rulebook, least: Severity) -> list[Finding]:
    return [found for found in proofread(letter, book).findings if found.severity >= least]


def is_found(trial: Trial, book: Rulebook) -> bool:
    least = Severity.HINT if trial.kind.endswith("accents lost") else Severity.WARNING
    return any(
        found.rule == trial.rule and found.quote and (found.quote in trial.words or trial.words in found.quote)
        for found in marks(trial.wrong, book, least)
    )


def shown(found: Finding) -> str:
    return f"  {found.rule} “{found.quote}”: {found.message}"


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=8)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("-v", "--verbose", action="store_true")
    given = options.parse_args()
    chance = random.Random(given.seed)
    naming = only({"language/name", "language/company", "language/role"})
    language = only([rule for rule in rule_ids() if rule.startswith("language/")], load_senses("quick"))
    every = list(letters())
    alarms = [found for letter in every for found in marks(letter, language, Severity.HINT)]
    words = sum(len(letter.body.split()) for letter in every)
    made: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    disturbed: Counter[str] = Counter()
    for _ in range(given.rounds):
        for letter in every:
            for trial in trials(letter, every, chance):
                made[trial.kind] += 1
                found, wrong = is_found(trial, naming), marks(trial.right, naming, Severity.WARNING)
                hit[trial.kind] += found
                disturbed[trial.kind] += bool(wrong)
                if given.verbose and not found:
                    print(f"MISSED {trial.kind}: “{trial.words}” {trial.wrong.facts.contacts[0].name} | {trial.wrong.body!r}")
                for mark in wrong if given.verbose else ():
                    print(f"DISTURBED {trial.kind}: {shown(mark)} | {trial.right.body[-150:]!r}")
    for kind in sorted(made):
        print(
            f"{kind:28} {hit[kind]:4} of {made[kind]:4}  {hit[kind] / made[kind]:.3f}   right ones disturbed: {disturbed[kind]}"
        )
    total, got = sum(made.values()), sum(hit.values())
    print(f"{'all':28} {got:4} of {total:4}  {got / total:.3f}   right ones disturbed: {sum(disturbed.values())}")
    rate = 1000 * len(alarms) / words
    print(f"letters as they stand: {len(alarms)} marks of all language rules in {words} words, {rate:.2f} per 1,000")
    print(*map(shown, alarms), sep="\n")


if __name__ == "__main__":
    main()
