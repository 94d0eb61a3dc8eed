"""An apostrophe where a plural was meant."""

import re
from collections.abc import Iterator

from sincerely.proof.language.needs import standing
from sincerely.proof.language.words.tables import level
from sincerely.proof.senses import Prose, Slip
from sincerely.terms import Span

# "my references's", "a lot's of", "the apology's are", "all customer's."
TWICE = re.compile(r"\b(?P<word>[a-z]{3,}[^s\W]s)['’]s\b(?= (?:are|were|have|is|was)\b|[.,;!?])")
LOTS = re.compile(r"\b(?P<word>lot)['’]s(?= of\b)")
# Words before and after which a possessive cannot stand.
NUMBER = r"(?:all|many|several|few|various|numerous|two|three|four|five|six|seven|eight|nine|ten|these|those|both|other)"
PLURAL = re.compile(
    rf"\b(?P<before>(?:{NUMBER}|my|your|our|their) (?:[a-z]+ )?)(?P<word>[a-z]{{3,}})['’]s(?= (?:are|were|have)\b)"
    rf"|\b(?P<before2>{NUMBER} )(?P<word2>[a-z]{{3,}})['’]s(?=[.,;!?]| (?:and|or|in|on|at|for|with|to|from|of|is)\b)",
    re.IGNORECASE,
)
# One of these stands in every text that has such a possessive.
BESIDE = frozenset({*re.findall("[a-z]+", NUMBER), "s are", "s were", "s have"})
NO_NOUNS = frozenset(
    {"one", "other", "else", "someone", "everyone", "anyone", "nobody", "everybody", "that", "what", "who", "there"}
)
LEAST_LEVEL = 8


def stray_apostrophes(prose: Prose) -> Iterator[Slip]:
    stand = standing(prose.text)
    if "s" not in stand:
        return
    plurals = () if stand.isdisjoint(BESIDE) else PLURAL.finditer(prose.text)
    for match in (*TWICE.finditer(prose.text), *LOTS.finditer(prose.text), *plurals):
        groups = match.groupdict()
        name = "word" if groups.get("word") else "word2"
        word = groups[name]
        right = plural(word)
        if word not in NO_NOUNS and right and not (word.endswith("s") and name == "word2"):
            start, end = match.span(name)
            span = Span(start, end + 2)
            yield Slip("grammar", span, "No apostrophe stands in a plural.", (right,), sure=True)


def plural(word: str) -> str:
    """The plural of a noun in the singular; a plural as it is."""
    if word.endswith("s"):
        return word
    made = word[:-1] + "ies" if re.search("[^aeiou]y$", word) else word + ("es" if re.search("(?:x|ch|sh)$", word) else "s")
    return made if level(made) >= LEAST_LEVEL else ""
