"""Is a phrase of time a promise? The nearest words that say what happens then decide."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sincerely.cadence.promise_cues import CONTACTS, DECISIONS, OTHERS
from sincerely.cadence.promise_words import Word, spaced

QUOTED_BELOW = re.compile(
    r"^(?:-{2,}[ \t]*(?:original|forwarded) message|_{10,}|on\b[^\n]{5,200}\bwrote:[ \t]*$|"
    r"from:[ \t][^\n]{1,200}\n(?:sent|date):)",
    re.IGNORECASE | re.MULTILINE,
)
SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n\s*\n|\n(?=\s*[>*•]|\s*-\s)|;\s")
NOT_AN_END = re.compile(
    r"(?:\b(?:mon|tues?|weds?|thu|thurs?|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|st|mr|mrs|ms|dr|approx|[a-z])\.)\Z",
    re.IGNORECASE,
)

CONTACT = re.compile(rf"\b(?:{'|'.join(CONTACTS)})\b", re.IGNORECASE)
DECISION = re.compile(rf"\b(?:{'|'.join(DECISIONS)})\b", re.IGNORECASE)
OTHERWISE = re.compile(rf"\b(?:{'|'.join(OTHERS)})\b", re.IGNORECASE)
RETURNING = re.compile(
    r"\b(?:when|once|after|as soon as|until|upon|on) (?:i|we|he|she|they|my|our)(?:'m| am|'re| are| is)?\s*\Z", re.IGNORECASE
)
THEN = re.compile(
    r"\b(?:(?P<same>then|on my return|when i(?:'m| am) back|(?:that|the same) day|that (?:morning|afternoon|evening))|"
    r"(?P<after>after (?:that|this|then|which)|afterwards?|thereafter|following that|soon after|shortly after))\b",
    re.IGNORECASE,
)
# "Tuesday is when you will hear".
IS_WHEN = re.compile(r"\s+(?:is|would be|will be|should be) (?:when|the day)\b", re.IGNORECASE)
# What was said or has gone by promises nothing, unless the sentence goes on to what the writer will do.
REPORTED = re.compile(
    r"\byou(?:'d| had| have|'ve)? (?:kindly )?"
    r"(?:told|said|hoped|planned|expected|wanted|asked|mentioned|reckoned|answered|wrote|promised|hope)\b"
    r"|\b(?:was|were|had) (?:told|planned|promised|expected|due|hoped|meant|intended|"
    r"(?:going |hoping |planning |meaning |supposed )?to)\b"
    r"|\A\W*(?:did|have|had|were|are|do|could|can|would|will) you\b[^?]*\?"
    r"|\b(?:came and went|(?:has|have|had)? ?gone by|(?:has|have) (?:now )?passed|is over|ran out)\b",
    re.IGNORECASE,
)
OWN_WORD = re.compile(
    r"\b(?:we|i|they|he|she|you)(?:'ll| will| shall| hope to| aim to| expect to| plan to| should)\b", re.IGNORECASE
)
TURN = re.compile(r"\b(?:but|however|though|instead|unfortunately)\b", re.IGNORECASE)
# A person who notes down a promise writes its days alone.
BARE = spaced(
    "the a about around probably hopefully say maybe perhaps latest at earliest so yes ok okay well likely expected"
    " approx roughly i think hope or in on by early sometime"
    " . , ! ? ( ) : - “ ” \" ' hope we us you possibly definitely certainly max tops maximum time away"
)


class Sentence(NamedTuple):
    """Where a sentence stands in a message."""

    start: int
    end: int


def sentences(text: str) -> Iterator[Sentence]:
    """The writer's own sentences: what is quoted from earlier mail is left out."""
    below = QUOTED_BELOW.search(text)
    limit = below.start() if below else len(text)
    start = 0
    for match in SENTENCE_END.finditer(text, 0, limit):
        if match.group()[0] == "." and NOT_AN_END.search(text, max(start, match.start() - 8), match.start() + 1):
            continue
        if not text[start : match.end()].lstrip().startswith(">"):
            yield Sentence(start, match.end())
        start = match.end()
    if start < limit and not text[start:limit].lstrip().startswith(">"):
        yield Sentence(start, limit)


class Cue(NamedTuple):
    """Words that say what happens at a time: a promise, or something else. `reaches`: the person is told."""

    start: int
    end: int
    promises: bool
    reaches: bool = False


def cues(sentence: str) -> list[Cue]:
    """The cues of a sentence in their order; where two overlap, the longer one counts."""
    found = [Cue(*match.span(), True, True) for match in CONTACT.finditer(sentence)]
    found += [Cue(*match.span(), True) for match in DECISION.finditer(sentence)]
    others = (match.span() for match in OTHERWISE.finditer(sentence))
    found += [Cue(*span, False) for span in others if not RETURNING.search(sentence, max(0, span[0] - 24), span[0])]
    found.sort(key=lambda cue: (cue.start, -cue.end))
    kept: list[Cue] = []
    for cue in found:
        if kept and cue.start < kept[-1].end:
            longer = max(kept[-1], cue, key=lambda cue: cue.end - cue.start)
            reaches = longer.promises and (cue.reaches or kept[-1].reaches)
            kept[-1] = longer._replace(reaches=reaches)
            continue
        kept.append(cue)
    return kept


def leader(found: list[Cue], start: int) -> Cue | None:
    """The nearest cue before a phrase, where it is a promise."""
    before = [cue for cue in found if cue.end <= start]
    return before[-1] if before and before[-1].promises else None


def follower(found: list[Cue], start: int, end: int) -> Cue | None:
    """Where no cue stands before a phrase: the nearest after it, else one within it; where that is a promise."""
    if any(cue.end <= start for cue in found):
        return None
    after = [cue for cue in found if cue.start >= end] or [cue for cue in found if cue.start < end and cue.end > start]
    return after[0] if after and after[0].promises else None


def own_part(sentence: str) -> int:
    """Where a sentence that tells of an old promise goes on to a new one; its beginning, where it tells of none; -1: nowhere."""
    told = REPORTED.search(sentence)
    if told is None:
        return 0
    turn = TURN.search(sentence, told.end())
    if turn:
        return turn.end()
    return 0 if OWN_WORD.search(sentence) else -1


def bare(words: list[Word], start: int, end: int) -> bool:
    """True where nothing but the phrase of time is said."""
    return all(word.text in BARE for i, word in enumerate(words) if not start <= i < end)
