"""A verb that does not go with its subject, where the subject is near and sure."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

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
ADVERB = rf"(?:{SPACE}(?:also|always|already|really|still|often|usually|never|just|now))?"
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
    for match in THERE_MANY.finditer(prose.text):
        yield slip(match, f"there … {match['rest']}", PLURAL[match["verb"].lower()])
    for match in THERE_ONE.finditer(prose.text):
        yield slip(match, "there … one thing", {"are": "is", "were": "was"}[match["verb"].lower()])
    for match in (*EACH.finditer(prose.text), *HEAD.finditer(prose.text)):
        yield slip(match, match["subject"], SINGULAR[match["verb"].lower()])


@cache
def persons() -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    """For each kind of person a pattern of the subject with each wrong verb, and the right ones."""
    found = []
    for subject, opening, verbs in PERSONS:
        forms = "|".join(sorted(verbs, key=len, reverse=True)).replace("'", "['’]")
        before = OPENS if opening else r"(?<![\w'’])"
        whole = rf"{before}(?P<subject>{subject.pattern}){ADVERB}{SPACE}(?P<verb>{forms})(?![\w'’])"
        found.append((re.compile(whole, subject.flags | re.MULTILINE), verbs))
    return tuple(found)


def after_persons(text: str) -> Iterator[Slip]:
    """Verbs after I, you, he and the rest."""
    for pattern, verbs in persons():
        for match in pattern.finditer(text):
            verb = match["verb"].replace("’", "'").lower()
            before = text[max(0, match.start("subject") - 14) : match.start("subject")]
            if not (verb in MAY_STAND and BARE.search(before)) and not (match["subject"] == "I" and ALSO.search(before)):
                yield slip(match, match["subject"], verbs[verb])


def slip(match: re.Match[str], subject: str, right: str) -> Slip:
    return Slip("grammar", Span(*match.span("verb")), f"“{match['verb']}” does not go with “{subject}”.", (right,))
