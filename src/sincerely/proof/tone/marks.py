"""How a rule of tone comes to speak: patterns of its own, the model's score, or a little of both; and which words it marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.senses import ToneModel
from sincerely.proof.tone.wordings import wording
from sincerely.terms import Part, Severity, Span

# A telling pattern speaks from this share of the model's bar: 2 in 100 of the corpus's clean sentences reach it, half of them
# close twins of faulty ones.
TELLING_FROM = 0.7
CURLED = str.maketrans("’‘`´“”", "''''\"\"")
LONGEST_QUOTED_ALOUD = 3  # words: scare quotes belong to the writer, longer quotations to somebody else
FEWEST_MARKED = 3  # words of a span that the model chose
# Of the strongest word: what a word must bring to lengthen a marked span. Halved from 0.12, where the words that people named as
# the fault lay outside the span in 5 of 131 letters, now in 2, for a word or two more in a mark.
DOWNHILL = 0.06


@dataclass(frozen=True, slots=True)
class Manner:
    """What one rule listens for and what it says.

    `certain` patterns speak alone; `telling` ones only where the model half agrees; `spared` ones silence the sentence.
    `reads_as` ends "This may be read as ...", said where a rule that holds letters back is not sure.
    """

    rule: str
    says: str
    reads_as: str
    remedy: Remedy
    certain: tuple[re.Pattern[str], ...] = ()
    telling: tuple[re.Pattern[str], ...] = ()
    spared: tuple[re.Pattern[str], ...] = ()


class Heard(NamedTuple):
    """One place where a rule speaks, in the body; `sure` where it may hold the letter back. `words`: the sentence."""

    span: Span
    sure: bool
    score: float
    words: str


def pattern(*choices: str) -> re.Pattern[str]:
    """One pattern of several choices, capitals aside; in each, a space stands for any white space."""
    return re.compile("|".join(choices).replace(" ", r"\s+"), re.IGNORECASE)


def marks(reading: Reading, manner: Manner) -> Iterator[Mark]:
    """The marks of one rule on a letter's body and subject."""
    for heard in hear(reading, manner):
        yield mark(manner, heard)
    yield from in_subject(reading, manner)


def in_subject(reading: Reading, manner: Manner) -> Iterator[Mark]:
    """The subject, where a certain pattern stands in it or the model is sure."""
    subject, model = reading.letter.subject, reading.senses.tone
    words = subject.translate(CURLED)
    if not subject.strip() or any(spared.search(words) for spared in manner.spared):
        return
    score = reading.subject_tone.get(manner.rule, 0.0)
    found = search(manner.certain, words)
    if model and not found and score >= model.sure()[manner.rule]:
        found = heaviest(model.weighed(subject, manner.rule))
    if found:
        yield Mark(Part.SUBJECT, found, manner.says, manner.remedy, evidence=((manner.rule, score),))


def mark(manner: Manner, heard: Heard, severity: Severity | None = None) -> Mark:
    """What a rule says of one place; `severity` where it weighs less than the rule usually does."""
    if not heard.sure and severity is None:
        severity = Severity.WARNING
    message = manner.says if heard.sure else f"This may be read as {manner.reads_as}."
    instead = wording(heard.words, manner.rule)
    remedy = Remedy(f"Leave it out, or say: “{instead}”") if instead else manner.remedy
    return Mark(Part.BODY, heard.span, message, remedy, severity, evidence=((manner.rule, heard.score),))


def hear(reading: Reading, manner: Manner) -> Iterator[Heard]:
    """The places where a rule speaks: at most one a sentence."""
    model = reading.senses.tone
    for number, sentence in enumerate(reading.sentences):
        words = plain(reading, sentence)
        if any(spared.search(words) for spared in manner.spared):
            continue
        score = reading.tone[number][manner.rule] if model else 0.0
        if found := search(manner.certain, words):
            yield Heard(shifted(found, sentence.start), True, score, words)
        elif model and score >= model.sure()[manner.rule]:
            yield from chosen(reading, sentence, model, manner, True, score)
        elif model and score >= model.thresholds()[manner.rule]:
            yield from chosen(reading, sentence, model, manner, False, score)
        elif model and score >= TELLING_FROM * model.thresholds()[manner.rule] and (found := search(manner.telling, words)):
            yield Heard(shifted(found, sentence.start), False, score, words)


def plain(reading: Reading, span: Span) -> str:
    """The writer's own words in a span, curled quotation marks made straight; every character keeps its place."""
    return reading.own[span.start : span.end].translate(CURLED)


def search(patterns: tuple[re.Pattern[str], ...], words: str) -> Span | None:
    """The first place where one of some patterns stands."""
    return next((Span(*found.span()) for one in patterns if (found := one.search(words))), None)


def shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def chosen(reading: Reading, sentence: Span, model: ToneModel, manner: Manner, sure: bool, score: float) -> Iterator[Heard]:
    """The words of a sentence that weigh most, unless a quotation holds them or a telling pattern names them better."""
    words = plain(reading, sentence)
    found = search(manner.telling, words)
    span = shifted(found or heaviest(model.weighed(reading.quote(sentence), manner.rule)), sentence.start)
    if not quoted(reading, span):
        yield Heard(span, sure, score, words)


def quoted(reading: Reading, span: Span) -> bool:
    """True where most of a span is a quotation of more than a few words."""
    for other in reading.layout.quoted:
        shared = min(span.end, other.end) - max(span.start, other.start)
        if shared * 2 > span.end - span.start and len(reading.quote(other).split()) > LONGEST_QUOTED_ALOUD:
            return True
    return False


def heaviest(weights: list[tuple[Span, float]]) -> Span:
    """The unbroken run of words that weighs most, a little taken off for each word so that idle ones stay out."""
    cost = DOWNHILL * max(weight for _, weight in weights)
    best, best_sum, first, total = (0, 0), float("-inf"), 0, 0.0
    for at, (_, weight) in enumerate(weights):
        if total <= 0:
            first, total = at, 0.0
        total += weight - cost
        if total > best_sum:
            best, best_sum = (first, at), total
    start, end = best
    while end - start + 1 < min(FEWEST_MARKED, len(weights)):
        start, end = (start - 1, end) if end + 1 >= len(weights) else (start, end + 1)
    return Span(weights[start][0].start, weights[end][0].end)
