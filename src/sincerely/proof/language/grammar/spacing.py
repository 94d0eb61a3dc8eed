"""Marks that stand too close, too far off, or twice."""

import re
from collections.abc import Iterator

from sincerely.proof.language.words.tables import level
from sincerely.proof.senses import Prose, Slip
from sincerely.terms import Span

# "the tour.I hope": no address or file name; both sides are common words.
NO_SPACE = re.compile(r"(?<![\w.@/:&-])(?P<one>[A-Za-z]{2,})(?P<mark>[.!?,;])(?P<two>[A-Za-z]+)(?![\w.@/:-])")
BEFORE_MARK = re.compile(r"(?<=[a-z])[ \t]+(?P<mark>[.,!?;])(?=\s|$)(?![ \t]*[.,!?;])")
TWICE = re.compile(r"(?<=[a-z])(?P<marks>\.\.(?!\.)|,,|,\.|\.,|;;)(?=\s|$)")
SHORT = re.compile(r"\b(?:etc|Inc|Ltd|Co|Corp|Jr|Sr|St|Ave|Rd|[ap]\.m|e\.g|i\.e|no|vs|Bros|[A-Z]|[A-Z]\.[A-Z])$")
COMMON = 13


def misspaced(prose: Prose) -> Iterator[Slip]:
    """A space missing after a mark or standing before one, and two marks where one was meant."""
    text = prose.text
    for match in NO_SPACE.finditer(text):
        one, mark, two = match["one"], match["mark"], match["two"]
        begins = two[0].isupper() if mark in ".!?" else two.islower()
        if begins and (two.istitle() or two.islower() or two == "I") and common(one) and common(two):
            yield slip(text, Span(match.start("mark"), match.end("two")), f"{mark} {two}", "A space is missing here.")
    for match in BEFORE_MARK.finditer(text):
        yield slip(text, Span(*match.span()), match["mark"], f"No space stands before “{match['mark']}”.")
    for match in TWICE.finditer(text):
        marks = match["marks"]
        if not (marks[0] == "." and SHORT.search(text[max(0, match.start() - 8) : match.start()])):
            right = "." if "." in marks else marks[0]
            yield slip(text, Span(*match.span()), right, f"“{marks}” is one mark too many.")


def common(word: str) -> bool:
    return level(word.lower()) >= COMMON or word in ("I", "a", "A")


def slip(text: str, span: Span, right: str, message: str) -> Slip:
    return Slip("grammar", span, message, (right,), sure=True)
