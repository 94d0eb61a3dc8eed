"""What the person said is fine: a phrase that one rule is to leave alone from now on."""

import re
from collections.abc import Collection
from typing import NamedTuple

from sincerely.terms import Span


class Fine(NamedTuple):
    """A phrase, as it is written, capitals aside, and the rule that leaves it alone."""

    rule: str
    phrase: str


def is_fine(rule: str, span: Span | None, text: str, fine: Collection[Fine]) -> bool:
    """True where a phrase makes up most of what a rule marks in a text: a word more than that, and the rule still speaks."""
    if span is None:
        return False
    return any(rule == other and covers(phrase, span, text) for other, phrase in fine)


def covers(phrase: str, span: Span, text: str) -> bool:
    words = r"\s+".join(map(re.escape, phrase.split()))
    for found in re.finditer(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE):
        shared = min(span.end, found.end()) - max(span.start, found.start())
        if shared > 0 and shared * 2 >= span.end - span.start:
            return True
    return False
