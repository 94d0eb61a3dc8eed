"""Where the parts of a letter lie: greeting, prose, closing phrase, signature, and what is quoted."""

import re
from dataclasses import dataclass

from sincerely.proof.letter import Letter
from sincerely.terms import Span

GREETING = re.compile(
    r"\s*(?:dear|hi|hello|hey|hiya|yo|good (?:morning|afternoon|evening|day)|greetings|to whom it may concern|chère?|morning|afternoon|evening)\b[^\n]*",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"^[ \t]*(?:(?:yours|kind|kindest|best|warm|warmest|with|many|sincerely|regards|respectfully|thanks|thank you|cheers|cordially|love|lots of love|xoxo|all the best|faithfully|gratefully|take care|warmly)\b[^\n]{0,60}?),?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
QUOTED_LINE = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
QUOTATION = re.compile(r"“[^”\n]{1,400}”|(?<!\w)\"[^\"\n]{1,400}\"(?!\w)|(?<!\w)‘[^’\n]{1,400}’(?!\w)")


@dataclass(frozen=True, slots=True)
class Layout:
    """Spans of the body. `prose` lies between greeting and closing; `quoted` are other people's words."""

    greeting: Span | None
    prose: Span
    closing: Span | None
    signature: Span | None
    quoted: tuple[Span, ...]


def lay_out(letter: Letter) -> Layout:
    """Finds the parts of a letter's body."""
    body = letter.body
    quoted = tuple(Span(*match.span()) for pattern in (QUOTED_LINE, QUOTATION) for match in pattern.finditer(body))
    greeting = None if letter.channel.spoken else GREETING.match(body)
    start = greeting.end() if greeting else 0
    closings = [match for match in CLOSING.finditer(body, start) if body.count("\n", match.end()) <= 8]
    closing = closings[-1] if closings else None
    end = closing.start() if closing else len(body)
    return Layout(
        greeting=Span(*greeting.span()) if greeting else None,
        prose=Span(start, end),
        closing=Span(*closing.span()) if closing else None,
        signature=Span(closing.end(), len(body)) if closing else None,
        quoted=quoted,
    )
