"""A company's name taken apart, and how a run of words stands to it."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from sincerely.proof.language.names.acquaintance import words_of
from sincerely.proof.language.names.closeness import edits, is_same_frame
from sincerely.proof.language.names.folding import bare, plain
from sincerely.proof.language.names.lists import LEGAL_FORMS, PARTICLES, company_words
from sincerely.proof.letter import Facts
from sincerely.terms import Span

COMPANY_WORD = re.compile(r"&|\+|[^\W_][\w\u0300-\u036f]*(?:['’ʼ`.\-‐‑/][^\W_][\w\u0300-\u036f]*)*")
WITHIN_FORMS = frozenset({"de", "z", "and"})  # S.A. de C.V., Sp. z o.o., GmbH & Co. KG
FORMS_BEFORE = frozenset({"pt", "cv", "uab", "sia", "ooo", "zao", "tov", "тов", "ооо", "ао", "пао", "sc"})  # PT Rimba Lestari
MARKS = re.compile(r"['’ʼ`.\-‐‑/]")
SMALL_WORDS = frozenset({"and", "of", "the", "for", "de", "la", "le", "et", "y", "und"})
# Most edits in one word of a name, by its length: the other words of the name hold it in place.
PAIRED_EDITS = 2
LEAST_SHORT_FORM, LONGEST_SHORT_FORM = 3, 6
HOLDING = 3  # words of a name of which two hold the third in place
LEAST_FIRM = 5  # letters of the third
WITHIN_A_NAME = ((2, 0), (6, 1), (99, 2))


class Fit(IntEnum):
    """How a run of words stands to a company's name, best first."""

    SAME = 0
    SPACED = 1
    SLIP = 2
    OTHER = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: as written, in plain spelling without marks, and so without its possessive ending."""

    text: str
    key: str
    base: str
    span: Span

    @property
    def capital(self) -> bool:
        return not self.text[0].islower()


@dataclass(frozen=True, slots=True)
class Company:
    """`core`: the name's words in plain spelling, without "the" and the legal form. `shown`: the same words as on record."""

    name: str
    core: tuple[str, ...]
    shown: tuple[str, ...]

    @property
    def acronyms(self) -> frozenset[str]:
        """The first letters of its words, with and without the small ones."""
        full = "".join(word[0] for word in self.core)
        return frozenset({full, "".join(word[0] for word in self.core if word not in SMALL_WORDS)}) - {
            word[0] for word in self.core
        }

    @property
    def initials(self) -> frozenset[str]:
        """Short forms of capitals that stand for it: its acronyms of three letters and more, and words like IBM in its name."""
        capitals = {key_of(word) for word in self.shown if word.isupper() and len(word) <= LONGEST_SHORT_FORM}
        return frozenset(form for form in self.acronyms | capitals if len(form) >= LEAST_SHORT_FORM)

    @property
    def distinctive(self) -> frozenset[str]:
        """The words that tell it from others of its trade."""
        return distinctive_of(self.core)


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of a text as parts of company names; & is a word."""
    found = COMPANY_WORD.finditer(text, start, len(text) if end is None else end)
    return [Token(match[0], key_of(match[0]), key_of(bare(match[0])), Span(*match.span())) for match in found]


@lru_cache(maxsize=4096)
def key_of(word: str) -> str:
    return "and" if word in ("&", "+") else MARKS.sub("", plain(word))


@lru_cache(maxsize=4096)
def distinctive_of(core: tuple[str, ...]) -> frozenset[str]:
    """Those words of a name that are no word of a trade and no small word; all of them where there is no other."""
    small = SMALL_WORDS | PARTICLES
    return frozenset(word for word in core if word not in company_words() and word not in small) or frozenset(core)


@lru_cache(maxsize=4096)
def company_of(name: str) -> Company:
    """Takes a company's name apart."""
    words = [token.text for token in tokens(name)]
    if len(words) > 1 and key_of(words[0]) == "the":
        words = words[1:]
    whole = words
    if len(words) > 1 and key_of(words[0]) in FORMS_BEFORE:
        words = words[1:]
    while len(words) > 1 and key_of(words[-1]) in LEGAL_FORMS:
        words = words[:-1]
        if len(words) > 2 and key_of(words[-1]) in WITHIN_FORMS and key_of(words[-2]) in LEGAL_FORMS:
            words = words[:-1]
    if key_of(words[-1]) == "and" if words else False:
        words = whole
    return Company(name, tuple(key_of(word) for word in words), tuple(words))


def same_word(token: Token, word: str) -> bool:
    return word in (token.key, token.base)


def slip_of(token: Token, word: str, held: bool, firm: bool = False) -> bool:
    """True where a word with a capital is a few edits from a word of the name; one edit where no other word holds it in place.

    `firm`: two other words of the name are right, so that a word of five letters may be two edits off.
    """
    most = next(count for length, count in WITHIN_A_NAME if len(word) <= length)
    if firm and len(word) >= LEAST_FIRM:
        most = PAIRED_EDITS
    if not held:
        most = 1 if len(word) > 4 else 0
    elif token.capital and is_same_frame(token.base, word):
        most = PAIRED_EDITS
    return token.capital and min(edits(token.key, word), edits(token.base, word)) <= most


def is_half_of_a_pair(wrong: list[tuple[Token, str]], core: tuple[str, ...]) -> bool:
    """True where one name of a pair, as in "Roy & Larne", is two edits off: the other one holds it in place."""
    (token, word), *more = wrong
    alike = token.key[:1] == word[:1] and min(edits(token.key, word), edits(token.base, word)) <= PAIRED_EDITS
    return not more and "and" in core and token.capital and len(word) > PAIRED_EDITS and alike


def fit(run: list[Token], core: tuple[str, ...]) -> Fit:
    """How a run of words stands to the words of a name."""
    if len(run) == len(core):
        wrong = [(token, word) for token, word in zip(run, core, strict=True) if not same_word(token, word)]
        if not wrong:
            return Fit.SAME
        held = len(core) == 1 or any(
            same_word(token, word) and word not in SMALL_WORDS for token, word in zip(run, core, strict=True)
        )
        firm = len(wrong) == 1 and len(core) - sum(word in SMALL_WORDS for word in core) >= HOLDING
        slipped = all(slip_of(token, word, held, firm) for token, word in wrong) or (held and is_half_of_a_pair(wrong, core))
        return Fit.SLIP if slipped else Fit.OTHER
    joined, name = "".join(token.base for token in run), "".join(core)
    if joined == name:
        return Fit.SPACED
    if all(token.capital for token in run) and len(name) > 7 and joined[:1] == name[:1] and edits(joined, name) == 1:
        return Fit.SLIP
    return Fit.OTHER


@dataclass(frozen=True, slots=True)
class Employer:
    """The employer on record, those of other applications, and every other word that the record names, plain."""

    company: Company
    others: tuple[Company, ...]
    known: frozenset[str]

    @classmethod
    def of(cls, facts: Facts) -> "Employer":
        texts = [facts.candidate.name, facts.candidate.employer, facts.role, facts.interview.notes, *facts.known_words]
        for contact in facts.contacts:
            texts += [contact.name, contact.nickname, contact.title]
        others = tuple(company_of(name) for name in facts.other_companies if name.strip() and name != facts.company)
        return cls(company_of(facts.company), others, words_of(texts))
