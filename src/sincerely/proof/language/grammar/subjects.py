"""A noun that begins a sentence, and a verb that does not go with it: "the pupils was", "my interview were"."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sincerely.proof.language.grammar.apostrophes import plural
from sincerely.proof.language.patterns import verbs_by
from sincerely.proof.language.words.tables import level
from sincerely.proof.senses import Prose, Slip
from sincerely.proof.wordlists import wordlist
from sincerely.terms import Span

HERE = Path(__file__).parent
# Where a noun is surely the subject. After "if" and "though" it may be followed by "were" in any case.
BEGINS = r"(?:^[ \t]*|[.!?]\s+|\b(?:that|because|think|hope|believe|know)\s+)"
OWNED = r"(?:the|my|your|our|their|his|her|all the|all your|all of the)"
# Forms that are no noun: "my colleagues says".
ALSO_ONE = (
    "says|gives|goes|comes|knows|gets|brings|tells|seems|becomes|includes|requires|enjoys|understands|speaks|writes|learns|agrees"
)
ONE = re.compile(rf"{BEGINS}(?P<subject>{OWNED} (?:[a-z]+ )?(?P<noun>[a-z]{{3,}}))\s+(?P<verb>were|have)\b", re.I | re.M)
MORE = re.compile(
    rf"{BEGINS}(?P<subject>{OWNED} (?:[a-z]+ )?(?P<noun>[a-z]{{3,}}s))\s+(?P<verb>was|is|has|does|{ALSO_ONE})\b", re.I | re.M
)
# "My work in the wards have": what is between is no subject.
FAR = re.compile(
    rf"{BEGINS}(?P<subject>{OWNED} (?P<noun>[a-z]{{3,}}) (?:in|at|with|of|for|on) (?:(?:the|my|your|these|those|two|both|all) )*"
    r"(?:[a-z]+ )?[a-z]{3,}s)\s+(?P<verb>were|have|are)\b",
    re.I | re.M,
)
# "The cook and the baker was".
PAIR = re.compile(
    rf"{BEGINS}(?P<subject>{OWNED} [a-z]{{3,}} and {OWNED} (?P<noun>[a-z]{{3,}}))\s+(?P<verb>was|has)\b(?! (?:it|what|how)\b)",
    re.I | re.M,
)
# "The people on your team was": they are many however far.
PEOPLE = re.compile(
    rf"{BEGINS}(?P<subject>{OWNED} (?P<noun>people|children|men|women)(?: (?:in|at|on|of|with) {OWNED} [a-z]+)?)\s+"
    rf"(?P<verb>was|is|has|does|makes|{ALSO_ONE})\b",
    re.I | re.M,
)
RIGHT = {"were": "was", "have": "has", "are": "is", "was": "were", "is": "are", "has": "have", "does": "do"}
# They end in s and are one, or are one and many.
ONE_IN_S = frozenset(
    [
        *(
            "news",
            "series",
            "means",
            "species",
            "headquarters",
            "premises",
            "works",
            "barracks",
            "crossroads",
            "lens",
            "gas",
            "sales",
        ),
        *(
            "physics",
            "maths",
            "mathematics",
            "economics",
            "politics",
            "ethics",
            "statistics",
            "logistics",
            "electronics",
            "darts",
        ),
        *(
            "analytics",
            "genetics",
            "gymnastics",
            "athletics",
            "ceramics",
            "graphics",
            "robotics",
            "basics",
            "mechanics",
            "optics",
        ),
        *(
            "christmas",
            "canvas",
            "atlas",
            "bias",
            "chaos",
            "ethos",
            "pathos",
            "always",
            "perhaps",
            "savings",
            "details",
            "kennels",
        ),
        *(
            "operations",
            "communications",
            "accounts",
            "admissions",
            "facilities",
            "resources",
            "relations",
            "services",
            "systems",
        ),
    ]
)
LEAST_LEVEL = 10


@cache
def single() -> frozenset[str]:
    """Nouns that are one, and not many people."""
    return (wordlist("counted", HERE) | wordlist("uncounted", HERE)) - wordlist("collective", HERE)


def unlike_subjects(prose: Prose) -> Iterator[Slip]:
    """Each such verb, with the form that goes with its noun."""
    for match in MORE.finditer(prose.text):
        noun = match["noun"]
        if noun.islower() and is_many(noun):
            yield slip(match)
    for pattern in (ONE, FAR):
        for match in pattern.finditer(prose.text):
            if match["noun"] in single():
                yield slip(match)
    for match in PEOPLE.finditer(prose.text):
        yield slip(match)
    for match in PAIR.finditer(prose.text):
        if match["noun"].islower() and not match["noun"].endswith("ly"):
            yield slip(match)


def is_many(noun: str) -> bool:
    """True for a common plural: its singular is a common word, and makes it."""
    if noun in ONE_IN_S or noun.endswith(("ss", "us", "is", "ics")):
        return False
    ones = [noun[:-1], *([noun[:-2]] if noun.endswith("es") else []), *([noun[:-3] + "y"] if noun.endswith("ies") else [])]
    return any(level(one) >= LEAST_LEVEL and plural(one) == noun for one in ones)


def slip(match: re.Match[str]) -> Slip:
    verb = match["verb"].lower()
    right = RIGHT.get(verb) or verbs_by("s")[verb]["base"]
    return Slip("grammar", Span(*match.span("verb")), f"“{match['verb']}” does not go with “{match['subject']}”.", (right,))
