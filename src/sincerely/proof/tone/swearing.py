"""Single words that weigh by themselves: swearing and slurs, plain or in disguise, names and trades spared."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sincerely.proof.reading import Reading
from sincerely.proof.tone.normal import Token, tokens
from sincerely.terms import Part, Span

MASKED = re.compile(r"[*#$@!%\d.\-_ ]")


def disguised(reading: Reading, lexicon: frozenset[str]) -> Iterator[Span]:
    """Words of a lexicon written with masks, digits or gaps."""
    for sentence in reading.sentences:
        for token in found_in(reading, sentence):
            span = Span(sentence.start + token.start, sentence.start + token.end)
            if token.disguised and token.text in lexicon and MASKED.search(reading.quote(span)):
                yield span


def spelled_out(reading: Reading, plainly: frozenset[str], masked: frozenset[str], part: Part = Part.BODY) -> Iterator[Span]:
    """Words that stand in one lexicon as they are, or in another behind a disguise; never a name. Body or subject."""
    text = reading.letter.text(part)
    names: frozenset[str] | None = None
    pieces = reading.sentences if part is Part.BODY else [Span(0, len(text))]
    for piece in pieces:
        for token in found_in(reading, piece) if part is Part.BODY else tokens(text):
            start, end = piece.start + token.start, piece.start + token.end
            lexicon = masked if token.disguised else plainly
            if token.text in lexicon:
                names = frozenset(reading.quote(word).lower() for word in named(reading)) if names is None else names
                if text[start:end].lower() not in names:
                    yield Span(start, end)


def named(reading: Reading) -> Iterator[Span]:
    """Words on record, and capitalised ones that follow a title or another capitalised word: surnames such as Cockburn."""
    facts = reading.facts
    on_record = " ".join([facts.candidate.name, facts.company, *(contact.name for contact in facts.contacts)]).lower().split()
    for before, word in pairwise((Span(0, 0), *reading.words)):
        text, earlier = reading.quote(word), reading.quote(before)
        if text.lower() in on_record or (
            text[:1].isupper() and not text.isupper() and earlier[:1].isupper() and gap(reading, before, word) in (" ", ". ")
        ):
            yield word


def gap(reading: Reading, before: Span, word: Span) -> str:
    return reading.body[before.end : word.start]


def found_in(reading: Reading, sentence: Span) -> tuple[Token, ...]:
    return tokens(reading.own[sentence.start : sentence.end])
