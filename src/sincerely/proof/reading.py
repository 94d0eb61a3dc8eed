"""A letter as proof reads it: words, sentences, greeting, closing and quotations, each cut once."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property

from sincerely.proof.language.foreign import english
from sincerely.proof.layout import Layout, lay_out
from sincerely.proof.letter import Facts, Letter
from sincerely.proof.names import Names
from sincerely.proof.senses import Prose, Senses, Slip
from sincerely.proof.sentences import WORD, cut_sentences
from sincerely.terms import Channel, Span, Stage

VISIBLE = re.compile(r"\S+")
# A subject that answers another mail.
ANSWERED = re.compile(r"\s*(?:re|aw|fwd?|sv|antw)\s*:", re.IGNORECASE)
# Stands for what is quoted, so that the words around it do not seem to lack a neighbour (Unicode: object replacement).
SAID = "\ufffc"
MOST_READ = 100_000  # characters, some 17,000 words: what is longer is no letter, and its end is not judged sentence by sentence
NO_WORDS = "0123456789 .,:;!?-–—•*"


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
    def names(self) -> Names:
        """The words of the names on record."""
        return Names.of(self.facts)

    @cached_property
    def layout(self) -> Layout:
        """Greeting, prose, closing phrase, signature, postscript and quoted mail."""
        return lay_out(self.letter)

    @cached_property
    def written(self) -> str:
        """The body with quoted mail blanked out by spaces, so that spans stay true; quotations in the writer's text stay."""
        return blanked(self.body, self.layout.mail)

    @cached_property
    def own(self) -> str:
        """The body with quoted mail and every quotation blanked out by spaces, so that spans stay true."""
        return blanked(self.body, self.layout.quoted)

    @cached_property
    def english(self) -> str:
        """`own` with everything in other languages blanked out by spaces, so that spans stay true."""
        return english(Prose(self.own))[0].text

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """The words of the whole body that are the writer's own."""
        return tuple(Span(*match.span()) for match in WORD.finditer(self.own))

    def words_in(self, span: Span) -> tuple[Span, ...]:
        """The writer's own words within a span."""
        return self.words[bisect_left(self.words, (span.start,)) : bisect_left(self.words, (span.end,))]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences between greeting and closing and of the postscript, quotations aside."""
        layout = self.layout
        spans = [layout.prose, layout.postscript] if layout.postscript else [layout.prose]
        read = [Span(span.start, min(span.end, self.read_to)) for span in spans if span.start < self.read_to]
        return tuple(sentence for span in read for sentence in cut_sentences(self.own, span))

    @cached_property
    def read_to(self) -> int:
        """Where the body ends, or the last word that is judged of one far too long."""
        if len(self.body) <= MOST_READ:
            return len(self.body)
        last = max(self.body.rfind(" ", 0, MOST_READ), self.body.rfind("\n", 0, MOST_READ))
        return last if last > 0 else MOST_READ

    @cached_property
    def tone(self) -> tuple[dict[str, float], ...]:
        """One score per tone rule for each of `sentences`; empty without a tone model."""
        if self.senses.tone is None or not self.sentences:
            return ()
        about = f"{self.channel} {self.stage}"
        return tuple(self.senses.tone.letter([self.quote(span) for span in self.sentences], about))

    @cached_property
    def subject_tone(self) -> dict[str, float]:
        """The same for the subject; empty without a tone model."""
        return self.senses.tone.scores([self.letter.subject])[0] if self.senses.tone else {}

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """What could not be judged, in words for the person: the tone of a letter in another language; an engine is absent."""
        absent = (*self.senses.notes, *(self.senses.language.notes if self.senses.language else ()))
        if self.read_to < len(self.body):
            absent = (f"This is far longer than a letter: only its first {MOST_READ:,} characters were judged in full.", *absent)
        unheard = [span for span, scores in zip(self.sentences, self.tone, strict=False) if not any(scores.values())]
        if any(self.quote(span).strip(NO_WORDS) for span in unheard) and 2 * len(unheard) > len(self.sentences):
            return ("Most of this does not look like English, so its tone could not be judged.", *absent)
        return absent

    @property
    def tier(self) -> str:
        """Which tier of the language checks spoke; empty without an engine."""
        return self.senses.language.tier if self.senses.language else ""

    @cached_property
    def slips(self) -> tuple[Slip, ...]:
        """Slips of spelling, grammar and confusion in the prose; empty without an engine."""
        return self.slips_in(blanked(self.written, self.layout.quotations, SAID)[: self.read_to])

    @cached_property
    def subject_slips(self) -> tuple[Slip, ...]:
        """Slips of spelling in the candidate's own subject: a headline has a grammar of its own, and an answer is another's."""
        if self.facts.contact_wrote_first and ANSWERED.match(self.letter.subject):
            return ()
        return tuple(slip for slip in self.slips_in(self.letter.subject) if slip.kind == "spelling")

    def slips_in(self, text: str) -> tuple[Slip, ...]:
        """Slips in a text of the candidate's; what stands on record is right."""
        if self.senses.language is None or not text.strip():
            return ()
        facts = self.facts
        names = (facts.candidate.name, facts.company, *facts.other_names, *facts.other_companies)
        called = (f"{contact.name} {contact.nickname}" for contact in facts.contacts)
        noted = (facts.role, facts.candidate.employer, facts.interview.notes, *(contact.title for contact in facts.contacts))
        known = frozenset((*facts.known_words, *VISIBLE.findall(" ".join(noted))))
        return tuple(self.senses.language.slips(Prose(text, known, frozenset(" ".join((*names, *called)).split()))))


def blanked(text: str, spans: tuple[Span, ...], sign: str = " ") -> str:
    """The text with everything visible in some spans made a space, or another sign; its length stays."""
    if not spans:
        return text
    pieces = []
    done = 0
    for start, end in sorted(spans):
        start = max(start, done)
        if start < end:
            pieces += [text[done:start], VISIBLE.sub(lambda match: sign * len(match[0]), text[start:end])]
            done = end
    return "".join([*pieces, text[done:]])
