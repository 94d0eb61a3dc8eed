"""One and many: "this experiences", "several year", "many difference things"."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sincerely.proof.language.grammar.apostrophes import plural
from sincerely.proof.senses import Prose, Slip
from sincerely.proof.wordlists import wordlist
from sincerely.terms import Span

HERE = Path(__file__).parent
# The noun stands alone: what follows is no noun that it could belong to ("these interview questions").
ALONE = (
    r"(?=[.,;!?]|\s+(?:is|are|was|were|to|for|and|or|in|on|at|of|with|from|that|which|who|have|has|will|would|can|but|so"
    r"|ago|before|later)\b)"
)
MANY = r"these|those|many|several|various|numerous|few|two|three|four|five|six|seven|eight|nine|ten|twelve|both"
# "my level three certificate".
NUMBERED = re.compile(
    r"\b(?:number|no\.?|line|bay|dock|gate|platform|room|floor|chapter|level|grade|class|band|stage|phase|year|key|tier|part|zone"
    r"|unit|type)[ -]$",
    re.IGNORECASE,
)


@cache
def pattern() -> re.Pattern[str]:
    nouns = sorted(wordlist("counted", HERE))
    one, more = "|".join(nouns), "|".join(map(plural, nouns))
    several = rf"\b(?P<of_more>{MANY})[ \t]+(?P<one>{one})\b{ALONE}"
    single = rf"\b(?P<of_one>this|a|an|another|each|every)[ \t]+(?P<more>{more})\b{ALONE}"
    return re.compile(f"{several}|{single}", re.IGNORECASE)


def miscounted(prose: Prose) -> Iterator[Slip]:
    """A word for many before one, and a word for one before many."""
    for match in pattern().finditer(prose.text):
        word = match["of_more"] or match["of_one"]
        if NUMBERED.search(prose.text[max(0, match.start() - 12) : match.start()]):
            continue
        if match["one"]:
            noun = match["one"]
            yield Slip("grammar", Span(*match.span("one")), f"“{word}” asks for more than one.", (plural(noun.lower()),))
        elif not prose.text[: match.start()].rstrip().lower().endswith(("not", "many")):
            noun = singular(match["more"].lower())
            yield Slip("grammar", Span(*match.span("more")), f"“{word}” asks for one.", (noun,))


@cache
def singulars() -> dict[str, str]:
    return {plural(noun): noun for noun in wordlist("counted", HERE)}


def singular(word: str) -> str:
    return singulars()[word]
