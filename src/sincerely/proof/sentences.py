"""Cutting running text into sentences and words."""

import re

from sincerely.proof.wordlists import wordlist
from sincerely.terms import Span

# The marks U+0300 to U+036F are accents that stand beside their letter.
LETTERS = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
WORD = re.compile(rf"{LETTERS}(?:['’.\-@&/]{LETTERS})*")
BREAK = re.compile(
    r"(?<![.!?…])(?P<mark>[.!?…]++)(?P<close>[\"'”’»)\]]*+)(?=\s)|[。！？]+|(?P<line>\r\n|[\n\r\u2028\u2029])(?P<blank>\s*)"
)
LIST_ITEM = re.compile(r"(?:[-*•–—‣▪]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
LONGEST_LAST_WORD = 40
SHORT_LINE = 45

DOTTED_INSIDE = re.compile(r"(?:[^\W\d_]{1,4}\.)+[^\W\d_]{1,4}")

BEFORE_NUMBERS = frozenset({"no", "nos", "p", "pp", "vol", "ch"})


def cut_sentences(text: str, within: Span) -> list[Span]:
    """Cuts text into sentences: at a closing mark before a space, at blank lines, after short lines, before list items."""
    spans = []
    start = within.start
    for match in BREAK.finditer(text, within.start, within.end):
        ends = breaks_line(text, start, match, within) if match["line"] else breaks_sentence(text, start, match, within)
        if ends:
            spans.append(Span(start, match.end() if not match["line"] else match.start()))
            start = match.end()
    spans.append(Span(start, within.end))
    return [trimmed for span in spans if (trimmed := trim(text, span)).start < trimmed.end]


def breaks_sentence(text: str, start: int, match: re.Match[str], within: Span) -> bool:
    mark, close = match["mark"], match["close"]
    if mark is None:
        return True
    after = text[match.end() : min(within.end, match.end() + 8)].lstrip()
    following = after.lstrip("\"'“‘«([")[:1]
    if following.islower() and (close or mark in ("...", "…", "..")):
        return False
    if mark != "." or close:
        return True
    before = text[max(start, match.start() - LONGEST_LAST_WORD) : match.start()].split()
    last = before[-1].lstrip("(\"'“‘[") if before else ""
    word = last.lower()
    if word in wordlist("abbreviations") or (word in BEFORE_NUMBERS and following.isdigit()):
        return False
    if word in wordlist("last_abbreviations"):
        return following.isupper()
    if following.islower() and DOTTED_INSIDE.fullmatch(last):
        return False
    if len(last) == 1 and last.isupper() and last != "I":
        return False
    return not (last.isdigit() and len(last) <= 2 and len(before) == 1)


def breaks_line(text: str, start: int, match: re.Match[str], within: Span) -> bool:
    if any(mark in match["blank"] for mark in "\n\r\u2028\u2029"):
        return True
    after = text[match.end() : min(within.end, match.end() + 8)]
    if LIST_ITEM.match(after):
        return True
    line = text[max(start, match.start() - SHORT_LINE) : match.start()].rsplit("\n", 1)[-1].rstrip()
    return len(line) < SHORT_LINE and not line.endswith((",", ";")) and after[:1].isupper()


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
