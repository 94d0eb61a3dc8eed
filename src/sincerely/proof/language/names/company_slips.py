"""The employer's name misspelt: whole, its first words, one later word, or its initials."""

from collections.abc import Iterator
from itertools import pairwise

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.language.names.closeness import edits, near
from sincerely.proof.language.names.company import SMALL_WORDS, Company, Employer, Fit, Token, fit, key_of, same_word
from sincerely.proof.language.names.folding import bare, is_misaccented
from sincerely.proof.language.names.lists import LEGAL_FORMS, company_words, given_names, is_in, ordinary, place_words
from sincerely.proof.language.words.tables import is_name
from sincerely.terms import Part, Severity, Span

MOST_EDITS = 2
LEAST_ALONE = 5  # letters of a first word that is looked for alone
LEAST_INSIDE, LEAST_BEGUN, BEGUN = 7, 6, 4  # letters of a word that is known by itself, of one begun alike, and of its beginning


def runs(words: list[Token], start: int, length: int) -> list[Token]:
    """Words that follow each other with nothing but a space between; empty where something parts them."""
    run = words[start : start + length]
    apart = any(one.span.end + 1 != other.span.start for one, other in pairwise(run))
    return [] if len(run) < length or apart else run


def named(words: list[Token], company: Company) -> Iterator[int]:
    """The places in `words` that belong to the employer's name, rightly written."""
    for start, word in enumerate(words):
        if company.core and same_word(word, company.core[0]):
            length = 1
            while (
                length < len(company.core)
                and start + length < len(words)
                and same_word(words[start + length], company.core[length])
            ):
                length += 1
            yield from range(start, start + length)


def slips(words: list[Token], part: Part, employer: Employer, right: set[int]) -> Iterator[Mark]:
    """Marks on the employer's name misspelt, whole or its first words; a hint where it is only written together or apart."""
    core = employer.company.core
    taken: set[int] = set()
    for start, word in enumerate(words):
        if start in taken or not may_begin(word, core[0]):
            continue
        for length in sorted(range(1, len(core) + 2), key=lambda count: (count != len(core), -count)):
            run = runs(words, start, length)
            found = stands(run, length, start, words, employer, right) if run else Fit.OTHER
            if found != Fit.OTHER:
                taken |= set(range(start, start + length))
            if found not in (Fit.OTHER, Fit.SAME):
                yield slip(run, found, part, employer.company)
            if found != Fit.OTHER:
                break


def slips_inside(words: list[Token], part: Part, employer: Employer) -> Iterator[Mark]:
    """Marks on one later word of the name, alone and misspelt: Sant'Hilaro for Officine Sant'Ilario."""
    for own, right in zip(employer.company.core[1:], employer.company.shown[1:], strict=True):
        if len(own) < LEAST_INSIDE or is_in(own, ordinary(), given_names(), place_words(), company_words()):
            continue
        for start, word in enumerate(words):
            if slips_alone(start, words, employer, own):
                said = bare(word.text)
                span = Span(word.span.start, word.span.start + len(said))
                yield Mark(part, span, f"“{said}” should be “{right}”.", Remedy(f"Write “{right}”.", right, safe=True))


def swapped(words: list[Token], part: Part, employer: Employer) -> Iterator[Mark]:
    """Marks on the employer's initials with two letters that changed places: NSH for NHS."""
    for word in words:
        if not word.text.isupper() or word.base in employer.known or word.base in employer.company.initials:
            continue
        for form in employer.company.initials:
            if edits(word.base, form) == 1 and sorted(word.base) == sorted(form):
                right = form.upper()
                message = f"“{word.text}” should be “{right}”: this letter is to {employer.company.name}."
                yield Mark(part, word.span, message, Remedy(f"Write “{right}”.", right, safe=True))


def may_begin(word: Token, first: str) -> bool:
    """True for the first word of the name, or one with a capital that is a few edits away from it or begins like it."""
    return same_word(word, first) or (word.capital and (word.key[:1] == first[:1] or edits(word.key, first) <= MOST_EDITS))


def stands(run: list[Token], length: int, start: int, words: list[Token], employer: Employer, right: set[int]) -> Fit:
    """How a run of words stands to the employer's whole name or to as many of its first words."""
    core = employer.company.core
    whole = fit(run, core)
    if length == 1 and whole in (Fit.SLIP, Fit.OTHER):
        if len(core) > 1 and whole == Fit.SLIP:
            return whole
        return Fit.SLIP if slips_alone(start, words, employer, core[0]) else Fit.OTHER
    if whole == Fit.SLIP and is_one_of_many(run, core, words[start - 1] if start else None):
        return Fit.SAME
    if whole == Fit.SLIP and is_another_name(run, core):
        return Fit.OTHER
    if whole == Fit.SAME and is_misaccented_name(run, employer.company):
        return Fit.SLIP
    if whole != Fit.OTHER:
        return whole
    if 1 < length < len(core) and core[length - 1] not in SMALL_WORDS:
        first = fit(run, core[:length])
        return first if first in (Fit.SAME, Fit.SLIP) and not (first == Fit.SLIP and is_another_name(run, core)) else Fit.OTHER
    return Fit.OTHER


def is_another_name(run: list[Token], core: tuple[str, ...]) -> bool:
    """True where a word begins otherwise than the employer's, two edits away, and is a name: Westfield for Eastfield."""
    pairs = zip(run, core, strict=False)
    return any(
        token.key[:1] != word[:1] and edits(token.base, word) == MOST_EDITS and is_name(token.base)
        for token, word in pairs
        if not same_word(token, word)
    )


def is_misaccented_name(run: list[Token], company: Company) -> bool:
    return any(is_misaccented(bare(token.text), bare(shown)) for token, shown in zip(run, company.shown, strict=False))


def is_one_of_many(run: list[Token], core: tuple[str, ...], before: Token | None) -> bool:
    """True for "a Swiftline Courier": one of those whom Swiftline Couriers is named after."""
    single = (
        len(run) == len(core) and run[-1].base + "s" == core[-1] and before is not None and before.key in ("a", "an", "every")
    )
    return single and all(same_word(token, word) for token, word in zip(run[:-1], core, strict=False))


def slips_alone(start: int, words: list[Token], employer: Employer, first: str) -> bool:
    """True where one word alone is a slip for one of the employer's, most often the first: no other name, no common word."""
    word = words[start]
    if not word.capital or len(first) < LEAST_ALONE or first not in employer.company.distinctive:
        return False
    if word.base in employer.known or word.base in ordinary() or word.base in given_names() or first in employer.known:
        return False
    if len(employer.company.core) > 1 and first in ordinary():
        return False
    following = runs(words, start, 2)
    if following and following[1].capital and following[1].base in place_words() - set(employer.company.core):
        return False
    if following and following[1].text[0].isupper() and not is_in(following[1].base, LEGAL_FORMS, employer.company.core):
        return False
    beside = runs(words, start - 1, 2) if start else []
    if beside and beside[0].text[0].isupper() and not is_in(beside[0].base, ordinary(), LEGAL_FORMS):
        return False
    return (near(word.base, first, among_people=False) and not is_grown(word.base, first)) or is_begun_alike(word.base, first)


def is_grown(word: str, name: str) -> bool:
    """True where one is the other and two letters more, as no slip makes it: Kingsmeadow, Kingsmead."""
    return abs(len(word) - len(name)) > 1 and (word.startswith(name) or name.startswith(word))


def is_begun_alike(word: str, name: str) -> bool:
    """True for a long word that begins like a long name and ends otherwise, and is no name itself: Kaverty for Kaveri."""
    long = min(len(word), len(name)) >= LEAST_BEGUN and word[:BEGUN] == name[:BEGUN]
    return long and not is_grown(word, name) and 0 < edits(word, name) <= MOST_EDITS and not is_name(word)


def slip(run: list[Token], found: Fit, part: Part, company: Company) -> Mark:
    """The mark on a run of words that should be the employer's name or its first words."""
    length = len(company.core) if found == Fit.SPACED or len(run) > len(company.core) else len(run)
    right = " ".join(company.shown[:length])
    right = right.upper() if all(token.text.isupper() for token in run) else right
    span = Span(run[0].span.start, run[-1].span.end - possessive_length(run[-1], company))
    said = " ".join(token.text for token in run)
    if found == Fit.SLIP:
        return Mark(part, span, f"“{said}” should be “{right}”.", Remedy(f"Write “{right}”.", right, safe=True))
    message = f"On record the company is written “{' '.join(company.shown)}”."
    return Mark(part, span, message, Remedy(f"Write “{right}”.", right), severity=Severity.HINT)


def possessive_length(token: Token, company: Company) -> int:
    """How many characters of a word are a possessive ending, not part of the company's name."""
    return len(token.text) - len(bare(token.text)) if key_of(token.text) not in company.core else 0
