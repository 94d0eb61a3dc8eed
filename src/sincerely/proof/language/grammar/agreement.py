"""A verb that does not go with its subject, where the subject is near and sure."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sincerely.proof.language.needs import standing
from sincerely.proof.senses import Prose, Slip
from sincerely.proof.wordlists import alternatives
from sincerely.terms import Span

HERE = Path(__file__).parent
SPACE = r"(?:[ \t]+|[ \t]*\n[ \t]*)"
# What may stand before a subject; after a preposition or a verb the same word is none ("the people with you was").
OPENS = (
    r"(?:^|[.!?,;:(—–\n]\s*|\b(?:and|but|because|so|as|when|while|since|although|though|which|where|how|hope|think|know|believe"
    r"|what)\s+)"
)
BEGINS = r"(?:^|[.!?,;:(\n]\s*|\b(?:and|but|that|because|so|if|when|as|think|hope|believe)\s+)"
ADVERBS = ("also", "always", "already", "really", "still", "often", "usually", "never", "just", "now")
ADVERB = rf"(?:{SPACE}(?:{'|'.join(ADVERBS)}))?"
HE = {"have": "has", "do": "does", "don't": "doesn't", "are": "is", "haven't": "hasn't", "aren't": "isn't", "go": "goes"}
WE = {"is": "are", "was": "were", "has": "have", "does": "do", "doesn't": "don't", "isn't": "aren't", "wasn't": "weren't"}
ME = {"is": "am", "are": "am", "has": "have", "does": "do", "doesn't": "don't", "hasn't": "haven't", "were": "was"}
# "he" and "she", "we" and "they" are subjects wherever they stand.
PERSONS = (
    (re.compile("he|she", re.I), False, HE),
    (re.compile("we|they", re.I), False, WE),
    (re.compile("you", re.I), True, WE),
    (re.compile("I"), True, ME),
    (re.compile("it", re.I), True, HE),
)
MAY_STAND = frozenset({"have", "do", "don't", "go", "were", "haven't"})
# After these words a question, a wish or a demand begins, in which these verbs may stand.
BARE = re.compile(
    r"\b(?:did|do|does|could|would|should|can|will|may|might|must|let|make|made|help|see|have|has|had|that|if|wish|though|than|where"
    r"|lest|whether|unless|were|was|is|are|what|all)\W*$",
    re.I,
)
# "The dog and I are".
ALSO = re.compile(r"\b(?:and|or|nor)\s+$", re.I)
FEW = (
    r"(?:many|several|two|three|four|five|six|seven|eight|nine|ten|various|numerous"
    r"|some (?:\w+ )?(?:things|reasons|questions|points|people|details|days))"
)
THERE_MANY = re.compile(rf"\bthere{SPACE}(?P<verb>is|was|has been){SPACE}(?P<rest>{FEW})\b(?! (?:a|an)\b)", re.I)
QUANTITIES = alternatives("quantities", HERE)
THERE_ONE = re.compile(
    rf"\bthere{SPACE}(?P<verb>are|were){SPACE}(?:a|an|one)(?! (?:{QUANTITIES})\b){SPACE}\w+",
    re.I,
)
OWNED = "the|my|your|our|their|these|those|its"
EACH = re.compile(
    rf"{BEGINS}(?P<subject>(?:each|every one|one) of (?:{OWNED})(?: \w+)? \w+s){SPACE}(?P<verb>are|were|have)\b",
    re.I,
)
HEADS = alternatives("heads", HERE)
HEAD = re.compile(
    rf"{BEGINS}(?P<subject>(?:{OWNED}) (?:{HEADS}) of (?:(?:{OWNED}) )?\w+s){SPACE}(?P<verb>are|were|have)\b",
    re.I,
)
SINGULAR = {"are": "is", "were": "was", "have": "has"}
PLURAL = {"is": "are", "was": "were", "has been": "have been"}


def disagreeing(prose: Prose) -> Iterator[Slip]:
    """Each such verb, with the form that goes with its subject."""
    yield from after_persons(prose.text)
    if "there" in standing(prose.text):
        yield from there(prose.text)
    for match in (*EACH.finditer(prose.text), *HEAD.finditer(prose.text)):
        yield slip(match, match["subject"], SINGULAR[match["verb"].lower()])


def there(text: str) -> Iterator[Slip]:
    """Verbs after "there" that do not go with what is there."""
    for match in THERE_MANY.finditer(text):
        yield slip(match, f"there … {match['rest']}", PLURAL[match["verb"].lower()])
    for match in THERE_ONE.finditer(text):
        yield slip(match, "there … one thing", {"are": "is", "were": "was"}[match["verb"].lower()])


class Person(NamedTuple):
    """What matches a subject with a wrong verb, the right verbs, and pairs of words of which one stands wherever it matches."""

    pattern: re.Pattern[str]
    verbs: dict[str, str]
    needs: frozenset[str]


@cache
def persons() -> tuple[Person, ...]:
    """For each kind of person what must not follow it."""
    found = []
    for subject, opening, verbs in PERSONS:
        forms = "|".join(sorted(verbs, key=len, reverse=True)).replace("'", "['’]")
        before = OPENS if opening else r"(?<![\w'’])"
        whole = rf"{before}(?P<subject>{subject.pattern}){ADVERB}{SPACE}(?P<verb>{forms})(?![\w'’])"
        after = (*ADVERBS, *(verb.partition("'")[0] for verb in verbs))
        needs = frozenset(f"{one} {two}" for one in subject.pattern.lower().split("|") for two in after)
        found.append(Person(re.compile(whole, subject.flags | re.MULTILINE), verbs, needs))
    return tuple(found)


def after_persons(text: str) -> Iterator[Slip]:
    """Verbs after I, you, he and the rest."""
    stand = standing(text)
    for pattern, verbs, needs in persons():
        for match in () if needs.isdisjoint(stand) else pattern.finditer(text):
            verb = match["verb"].replace("’", "'").lower()
            before = text[max(0, match.start("subject") - 14) : match.start("subject")]
            if not (verb in MAY_STAND and BARE.search(before)) and not (match["subject"] == "I" and ALSO.search(before)):
                yield slip(match, match["subject"], verbs[verb])


def slip(match: re.Match[str], subject: str, right: str) -> Slip:
    return Slip("grammar", Span(*match.span("verb")), f"“{match['verb']}” does not go with “{subject}”.", (right,))
