"""Is a phrase of time a promise? The nearest words that say what happens then decide."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sincerely.cadence.promise_cues import OTHERS, PROMISES
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

PROMISE = re.compile(rf"\b(?:{'|'.join(PROMISES)})\b", re.IGNORECASE)
OTHERWISE = re.compile(rf"\b(?:{'|'.join(OTHERS)})\b", re.IGNORECASE)
RETURNING = re.compile(
    r"\b(?:when|once|after|as soon as|until|upon|on) (?:i|we|he|she|they|my|our)(?:'m| am|'re| are| is)?\s*\Z", re.IGNORECASE
)
THEN = re.compile(
    r"\b(?:(?P<same>then|on my return|when i(?:'m| am) back)|"
    r"(?P<after>after (?:that|this|then|which)|afterwards?|thereafter|following that|soon after|shortly after))\b",
    re.IGNORECASE,
)
# What was said or has gone by promises nothing, unless the sentence goes on to what the writer will do.
REPORTED = re.compile(
    r"\byou(?:'d| had| have|'ve)? (?:kindly )?"
    r"(?:told|said|hoped|planned|expected|wanted|asked|mentioned|reckoned|answered|wrote|promised|hope)\b"
    r"|\b(?:was|were) (?:told|planned|promised|expected|due|to (?:bring|come|be|hear))\b"
    r"|\b(?:came and went|(?:has|have|had)? ?gone by|(?:has|have) (?:now )?passed|is over|ran out)\b",
    re.IGNORECASE,
)
OWN_WORD = re.compile(
    r"\b(?:we|i|they|he|she|you)(?:'ll| will| shall| hope to| aim to| expect to| plan to| should)\b", re.IGNORECASE
)
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
    """Words that say what happens at a time: a promise, or something else."""

    start: int
    end: int
    promises: bool


def cues(sentence: str) -> list[Cue]:
    """The cues of a sentence in their order; where two overlap, the longer one counts."""
    found = [Cue(*match.span(), True) for match in PROMISE.finditer(sentence)]
    others = (match.span() for match in OTHERWISE.finditer(sentence))
    found += [Cue(*span, False) for span in others if not RETURNING.search(sentence, max(0, span[0] - 24), span[0])]
    found.sort(key=lambda cue: (cue.start, -cue.end))
    kept: list[Cue] = []
    for cue in found:
        if kept and cue.start < kept[-1].end:
            if cue.end - cue.start > kept[-1].end - kept[-1].start:
                kept[-1] = cue
            continue
        kept.append(cue)
    return kept


def promised(found: list[Cue], start: int, end: int, led: bool) -> bool:
    """True where the nearest cue before a phrase is a promise; not `led`: where none stands before it, the nearest after it."""
    inside = [cue for cue in found if cue.start < end and cue.end > start]
    before = [cue for cue in found if cue.end <= start]
    after = [cue for cue in found if cue.start >= end]
    if led:
        return bool(before) and before[-1].promises
    nearest = None if before else after[0] if after else inside[0] if inside else None
    return nearest is not None and nearest.promises


def reported(sentence: str) -> bool:
    """True where a sentence tells of an old promise and makes none."""
    told = REPORTED.search(sentence)
    return told is not None and not OWN_WORD.search(sentence)


def bare(words: list[Word], start: int, end: int) -> bool:
    """True where nothing but the phrase of time is said."""
    return all(word.text in BARE for i, word in enumerate(words) if not start <= i < end)
