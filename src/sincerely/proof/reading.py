"""A letter as proof reads it: words, sentences, greeting, closing and quotations, each cut once."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from sincerely.proof.layout import Layout, lay_out
from sincerely.proof.letter import Facts, Letter
from sincerely.proof.senses import Senses, Slip
from sincerely.terms import Channel, Span, Stage

WORD = re.compile(r"[^\W_]+(?:['’.\-@&/][^\W_]+)*", re.UNICODE)
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\s])|\n\s*\n|\n(?=\s*[-*•]\s)")
ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "mx",
        "dr",
        "prof",
        "st",
        "rev",
        "sr",
        "jr",
        "hon",
        "capt",
        "lt",
        "col",
        "no",
        "nos",
        "vs",
        "etc",
        "inc",
        "ltd",
        "co",
        "corp",
        "dept",
        "approx",
        "tel",
        "ext",
        "e.g",
        "i.e",
        "a.m",
        "p.m",
        "u.s",
        "u.k",
    ]
)


@dataclass(frozen=True)
class Reading:
    """One letter, read: what every rule is given. All spans count characters of the body."""

    letter: Letter
    senses: Senses = field(default_factory=Senses)

    @property
    def facts(self) -> Facts:
        return self.letter.facts

    @property
    def channel(self) -> Channel:
        return self.letter.channel

    @property
    def stage(self) -> Stage:
        return self.letter.stage

    @property
    def body(self) -> str:
        return self.letter.body

    def quote(self, span: Span) -> str:
        return self.body[span.start : span.end]

    @cached_property
    def layout(self) -> Layout:
        """Greeting, prose, closing phrase, signature and quoted mail."""
        return lay_out(self.letter)

    @cached_property
    def own(self) -> str:
        """The body with every quotation blanked out by spaces, so that spans stay true."""
        text = list(self.body)
        for span in self.layout.quoted:
            text[span.start : span.end] = [" " if character != "\n" else "\n" for character in text[span.start : span.end]]
        return "".join(text)

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """The words of the whole body that are the writer's own."""
        return tuple(Span(*match.span()) for match in WORD.finditer(self.own))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences between greeting and closing, quotations aside."""
        return tuple(cut_sentences(self.own, self.layout.prose))

    @cached_property
    def tone(self) -> tuple[dict[str, float], ...]:
        """One score per tone rule for each of `sentences`; empty without a tone model."""
        if self.senses.tone is None or not self.sentences:
            return ()
        return tuple(self.senses.tone.scores([self.quote(span) for span in self.sentences]))

    @cached_property
    def slips(self) -> tuple[Slip, ...]:
        """Slips of spelling, grammar and confusion in the prose; empty without an engine."""
        if self.senses.language is None:
            return ()
        return tuple(self.senses.language.slips(self.own, frozenset(self.facts.known_words)))


def cut_sentences(text: str, within: Span) -> list[Span]:
    """Cuts text into sentences: at a closing mark before a space, at blank lines, before list items."""
    spans = []
    start = within.start
    for match in SENTENCE_END.finditer(text, within.start, within.end):
        before = text[start : match.start()].rsplit(None, 1)
        last = before[-1] if before else ""
        if last.endswith(".") and (last[:-1].lower().lstrip("(\"'") in ABBREVIATIONS or re.fullmatch(r"[A-Z]\.", last)):
            continue
        spans.append(Span(start, match.start()))
        start = match.end()
    spans.append(Span(start, within.end))
    return [trimmed for span in spans if (trimmed := trim(text, span)).start < trimmed.end]


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
