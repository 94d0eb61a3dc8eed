"""Covering names: what a reviewer may not know gives way to a word in brackets, and comes back where they suggest words. Pure.

Covered are the people and companies on record in every form that the name rules of proof know: whole, in parts, short, joined,
with slips; words after a title or in a greeting; common given names; addresses, links and phone numbers. It rather covers a word
too many than one too few.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from sincerely.proof.language.names.closeness import near
from sincerely.proof.language.names.company import company_of
from sincerely.proof.language.names.folding import joined, plain
from sincerely.proof.language.names.lists import LEGAL_FORMS, PARTICLES, TITLES, company_words, given_names, ordinary, short_forms
from sincerely.terms import Span

WORD = re.compile(r"[^\W\d_]+")
# What is an address whatever stands in it. The last one is a host that is written without its scheme.
PATTERNS = (
    ("[e-mail]", re.compile(r"[\w.+%-]+\s?@\s?[\w-]+(?:\.[\w-]+)+|\b[\w.+%-]+\s?[\[({]at[\])}]\s?[\w.-]+", re.IGNORECASE)),
    (
        "[link]",
        re.compile(
            r"\b(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|ai|eu|edu|gov|[a-z]{2})(?:/\S*)?\b(?!\.?\w)"
        ),
    ),
    ("[link]", re.compile(r"(?<!\w)@\w{3,}")),
    ("[phone]", re.compile(r"(?<![\w.])(?:\+|00)?\(?\d(?:[\s()./–-]{0,2}\d){6,14}(?!\w)")),
)
GREETED = re.compile(
    r"^[ \t]*(?:dear|hello|hi|hey|good (?:morning|day|afternoon|evening))[ \t]+([^\n,!:–]{1,80})", re.IGNORECASE | re.MULTILINE
)
# Words of two letters and shorter are no names that stand alone; near ones need four to be told from chance.
LEAST, LEAST_NEAR, LEAST_WITHIN = 2, 4, 6
GAP = re.compile(r"[\s.'’-]{0,2}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text and the word that stands for it."""

    span: Span
    shown: str


@dataclass(frozen=True, slots=True)
class Covered:
    """A text and how it is shown: `pieces`, in order, give way to words in brackets."""

    text: str
    pieces: tuple[Piece, ...] = ()

    @property
    def shown(self) -> str:
        """The text as a reviewer reads it."""
        return "".join(shown for _, shown in self.runs())

    def runs(self) -> Iterator[tuple[Span, str]]:
        """Stretches of the text in order, each with how it is shown."""
        at = 0
        for piece in self.pieces:
            if piece.span.start > at:
                yield Span(at, piece.span.start), self.text[at : piece.span.start]
            yield piece.span, piece.shown
            at = piece.span.end
        if at < len(self.text):
            yield Span(at, len(self.text)), self.text[at:]

    def real(self, shown: Span) -> Span:
        """What a stretch of the shown text stands for; a covered word counts whole."""
        found: list[tuple[int, int]] = []
        at = 0
        for span, words in self.runs():
            start, end = max(shown.start, at), min(shown.end, at + len(words))
            if start < end:
                kept = self.text[span.start : span.end] == words
                found.append((span.start + start - at, span.start + end - at) if kept else (span.start, span.end))
            at += len(words)
        return Span(found[0][0], found[-1][1]) if found else Span(0, 0)

    def seen(self, real: Span) -> Span:
        """Where a stretch of the text is shown; a covered word counts whole."""
        found: list[tuple[int, int]] = []
        at = 0
        for span, words in self.runs():
            start, end = max(real.start, span.start), min(real.end, span.end)
            if start < end:
                kept = self.text[span.start : span.end] == words
                found.append((at + start - span.start, at + end - span.start) if kept else (at, at + len(words)))
            at += len(words)
        return Span(found[0][0], found[-1][1]) if found else Span(0, 0)

    def uncovered(self, words: str, span: Span) -> str:
        """A reviewer's words with what the brackets stand for: nearest to the span first."""
        told: dict[str, str] = {}
        for piece in sorted(self.pieces, key=lambda piece: (abs(piece.span.start - span.start), piece.span.start)):
            told.setdefault(piece.shown, self.text[piece.span.start : piece.span.end])
        for shown, real in told.items():
            words = words.replace(shown, real)
        return words


@dataclass(frozen=True, slots=True)
class Name:
    """Something on record to cover: every spelling of it in `words`, plain, and the word that stands for it."""

    shown: str
    words: frozenset[str]
    whole: frozenset[str]


@dataclass(frozen=True)
class Cover:
    """All that is to be covered on one desk. `lines` are texts that go wherever they stand: addresses on paper, phone numbers."""

    names: tuple[Name, ...] = ()
    lines: tuple[str, ...] = ()
    known: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, writer: str, people: Sequence[Iterable[str]], companies: Sequence[str], lines: Iterable[str] = ()) -> "Cover":
        """`people`: each with all their names, in the order of their numbers; the first company is the one it is about."""
        names = [person("[the writer]", [writer])] if writer else []
        names += [person(f"[name {number}]", each) for number, each in enumerate(people, 1)]
        names += [
            company("[the employer]" if not number else f"[company {number}]", each) for number, each in enumerate(companies)
        ]
        known: dict[str, str] = {}
        for name in names:
            for word in sorted(name.words | name.whole):
                known.setdefault(word, name.shown)
        return cls(
            tuple(names), tuple(sorted({line for line in map(str.strip, lines) if len(line) > 4}, key=len, reverse=True)), known
        )

    def cover(self, text: str) -> Covered:
        """A text with all that is known of covered."""
        bare, places = without_ghosts(text)
        found = [Piece(Span(places[start], places[end - 1] + 1), shown) for start, end, shown in self.found(bare) if end > start]
        return Covered(text, tuple(merged(text, sorted(found, key=lambda piece: (piece.span.start, -piece.span.end)))))

    def found(self, text: str) -> Iterator[tuple[int, int, str]]:
        for shown, pattern in PATTERNS:
            yield from ((*match.span(), shown) for match in pattern.finditer(text))
        for line in self.lines:
            spaced = r"\W*".join(re.escape(word) for word in re.findall(r"\w+", line))
            yield from ((*match.span(), "[address]") for match in re.finditer(spaced, text, re.IGNORECASE) if spaced)
        words = list(WORD.finditer(text))
        folded = [joined(word[0]) for word in words]
        for name in self.names:
            yield from self.wholes(words, folded, name)
        greeted = [match.span(1) for match in GREETED.finditer(text)]
        for place, match in enumerate(words):
            titled = place > 0 and plain(words[place - 1][0]) in TITLES and match.start() - words[place - 1].end() < 3
            addressed = titled or any(start <= match.start() < end for start, end in greeted)
            shown = self.stands_for(match[0], addressed)
            if shown:
                yield *match.span(), shown

    def wholes(self, words: list[re.Match[str]], folded: list[str], name: Name) -> Iterator[tuple[int, int, str]]:
        """Where a whole name stands, its words apart, joined or with other marks between."""
        for whole in name.whole:
            for first in range(len(words)):
                if not whole.startswith(folded[first]):
                    continue
                said = ""
                for last in range(first, min(first + 6, len(words))):
                    said += folded[last]
                    if said == whole:
                        yield words[first].start(), words[last].end(), name.shown
                    if len(said) >= len(whole):
                        break

    def stands_for(self, word: str, addressed: bool) -> str:
        """What a word gives way to; empty where it may be read."""
        key, capital = plain(word), not word[0].islower()
        said = key.removesuffix("s") if key not in self.known else key
        for each in (key, said):
            if each in self.known and len(each) >= LEAST and (capital or addressed or each not in ordinary()):
                return self.known[each]
        within = next((shown for known, shown in self.known.items() if len(known) >= LEAST_WITHIN and known in key), "")
        if within:
            return within
        if addressed and capital and key not in TITLES and key not in company_words():
            return "[name]"
        if capital and key not in ordinary():
            slip = next(
                (shown for known, shown in self.known.items() if len(known) >= LEAST_NEAR and near(word, known, True)), ""
            )
            return slip or ("[name]" if key in given_names() else "")
        return ""


def person(shown: str, names: Iterable[str]) -> Name:
    """Somebody with the parts of their names, and what bearers of these are also called."""
    words: set[str] = set()
    whole: set[str] = set()
    for name in names:
        parts = [plain(word) for word in WORD.findall(name)]
        whole |= {joined(name)} if len(parts) > 1 else set()
        words |= {part for part in parts if part not in TITLES and part not in PARTICLES}
    for word in sorted(words):
        words |= short_forms().get(word, frozenset()) | full_forms().get(word, frozenset())
    return Name(shown, frozenset(words), frozenset(whole))


def company(shown: str, name: str) -> Name:
    """A company with the words that tell it from others, and its initials."""
    taken = company_of(name)
    words = {word for word in taken.distinctive if word not in LEGAL_FORMS} | taken.initials
    return Name(shown, frozenset(words), frozenset({"".join(taken.core)} - {""}))


@cache
def full_forms() -> dict[str, frozenset[str]]:
    """What somebody may be called in full who is called so in short."""
    table: dict[str, frozenset[str]] = {}
    for full, short in short_forms().items():
        for word in short:
            table[word] = table.get(word, frozenset()) | {full}
    return table


def without_ghosts(text: str) -> tuple[str, list[int]]:
    """The text without signs that show nothing (Unicode's category Cf), which could part a name; and each sign's place."""
    kept = [(sign, place) for place, sign in enumerate(text) if unicodedata.category(sign) != "Cf"]
    return "".join(sign for sign, _ in kept), [place for _, place in kept]


def merged(text: str, found: list[Piece]) -> Iterator[Piece]:
    """Pieces that overlap, or name the same side by side, as one; the first and longest gives the word."""
    kept: list[Piece] = []
    for piece in found:
        last = kept[-1] if kept else None
        if last is not None and piece.span.start < last.span.end:
            kept[-1] = Piece(Span(last.span.start, max(last.span.end, piece.span.end)), last.shown)
        elif last is not None and piece.shown == last.shown and GAP.fullmatch(text[last.span.end : piece.span.start]):
            kept[-1] = Piece(Span(last.span.start, piece.span.end), last.shown)
        else:
            kept.append(piece)
    yield from kept
