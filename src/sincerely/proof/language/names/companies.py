"""The employer's name in a text: misspelt, left over from another application, or another employer's where this one belongs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.language.names.acquaintance import words_of
from sincerely.proof.language.names.closeness import edits, near
from sincerely.proof.language.names.company import (
    SMALL_WORDS,
    Company,
    Fit,
    Token,
    company_of,
    fit,
    key_of,
    same_word,
    slip_of,
    tokens,
)
from sincerely.proof.language.names.employers import CLAUSE, LOOK_BACK, OFFERED, Place, is_past, places
from sincerely.proof.language.names.folding import bare, plain
from sincerely.proof.language.names.lists import (
    LEGAL_FORMS,
    TITLES,
    company_words,
    departments,
    given_names,
    is_in,
    ordinary,
    place_words,
)
from sincerely.proof.language.words.tables import is_name
from sincerely.proof.letter import Facts
from sincerely.terms import Part, Severity, Span

LONGEST_ABBREVIATION = 4  # "NHS", "ID": too little to tell an employer by
SAINTS = frozenset({"st", "saint"})
GROUP = frozenset({"team", "crew", "staff", "family"})  # "the Leith team" is somewhere, not somebody
MOST_EDITS = 2
# "I drove from Harrow", "near Selby": a place, and no employer of that name.
TRAVELLED = re.compile(
    r"\b(?:near|via|through|outside|around|beyond|towards?)\s+\Z|"
    r"\b(?:grew up|grown up|raised|born|liv(?:e|es|ed|ing)|mov(?:e|ed|ing)|based|school|college|houses?|flat|train|bus|tram|"
    r"ferry|road|route|drive|drove|driven|driving|rode|cycl\w+|walked|travel\w*|came|trip|journey|commut\w+|miles|minutes|flew|holiday|stayed)"
    r"\b[^.,;!?\n]{0,24}?\s?(?:in|from)\s+\Z",
    re.IGNORECASE,
)
SITUATED = re.compile(
    r"[\w'’-]+ (?:is|was|lies|sits) (?:where\b|near\b|(?:an?|the)(?: \w+)? (?:town|village|city|suburb|hamlet|island|street)\b)"
)
TELLING = frozenset({"taught", "gave", "showed", "made", "prepared"})  # "the role at Drum taught me"
MINE = re.compile(
    r"\bmy (?:\w+ )?(?:training|work|time|job|post|role|apprenticeship|internship|placement|contract|stint|shifts?|season|degree|"
    r"course|days|desk|notice|team|boss|manager|colleagues)(?: \w+)? (?:at|with|for|of|from) (?:the )?\Z",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[.!?](?=\s)|\n")
LEAST_INSIDE, BEGUN = 6, 4  # letters of a word that is known by itself, and of its beginning
LEAST_ALONE = 5  # letters of a first word that is looked for alone


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


def in_text(text: str, part: Part, employer: Employer) -> Iterator[Mark]:
    """Marks on the employer's name in one text; each stretch of it is marked once."""
    words = tokens(text)
    right = set(named(words, employer.company))
    marked: list[Span] = []
    for mark in (
        *(
            mark
            for mark in slips(words, part, employer, right)
            if not is_a_place(text, mark) and not stands_apart(text, mark, words, right)
        ),
        *(mark for mark in slips_inside(words, part, employer) if not is_a_place(text, mark)),
        *swapped(words, part, employer),
        *left_over(text, words, part, employer),
        *strangers(text, part, employer, right),
    ):
        if mark.span and not any(span.start < mark.span.end and mark.span.start < span.end for span in marked):
            marked.append(mark.span)
            yield mark


def is_a_place(text: str, mark: Mark) -> bool:
    """True for one word that the words before it tell of as a place."""
    return bool(mark.span and " " not in text[mark.span.start : mark.span.end] and travelled(text, mark.span.start))


def stands_apart(text: str, mark: Mark, words: list[Token], right: set[int]) -> bool:
    """True for one word in a sentence that names the employer rightly too: "Connemara was fine, and so was Conamara Kelp"."""
    if not mark.span or " " in text[mark.span.start : mark.span.end]:
        return False
    start = max((match.end() for match in SENTENCE.finditer(text, 0, mark.span.start)), default=0)
    after = SENTENCE.search(text, mark.span.end)
    return any(start <= words[place].span.start < (after.start() if after else len(text)) for place in right)


def begins_a_place(words: list[Token], start: int) -> bool:
    """True for the first word of "Selby Park": a place called like an employer."""
    following = runs(words, start, 2)
    return bool(following and following[1].capital and following[1].base in place_words())


def travelled(text: str, place: int) -> bool:
    """True where the words before tell of a way or a home, or those behind say what place it is."""
    return bool(TRAVELLED.search(text[max(0, place - LOOK_BACK) : place]) or SITUATED.match(text, place))


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
    if whole != Fit.OTHER:
        return whole
    if 1 < length < len(core) and core[length - 1] not in SMALL_WORDS:
        first = fit(run, core[:length])
        return first if first in (Fit.SAME, Fit.SLIP) else Fit.OTHER
    return Fit.OTHER


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
    beside = [runs(words, start - 1, 2), runs(words, start, 2)] if start else [runs(words, start, 2)]
    if any(run and all(token.text[0].isupper() for token in run) and not ends_common(run, word) for run in beside):
        return False
    return near(word.base, first, among_people=False) or is_begun_alike(word.base, first)


def is_begun_alike(word: str, name: str) -> bool:
    """True for a long word that begins like a long name and ends otherwise, and is no name itself: Kaverty for Kaveri."""
    long = min(len(word), len(name)) >= LEAST_INSIDE and word[:BEGUN] == name[:BEGUN]
    return long and 0 < edits(word, name) <= MOST_EDITS and not is_name(word)


def ends_common(run: list[Token], word: Token) -> bool:
    """True where the other word of two with capitals is a common one, as at the start of a sentence, or a legal form."""
    return all(token is word or is_in(token.base, ordinary(), LEGAL_FORMS) for token in run)


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


def left_over(text: str, words: list[Token], part: Part, employer: Employer) -> Iterator[Mark]:
    """Marks on employers of other applications, unless the sentence tells of an offer or of work that is over."""
    said = {form for word in words if word.capital for form in (word.key, word.base)}
    for other in employer.others:
        if not other.core or other.core[0] not in said:
            continue
        own = other.distinctive - set(employer.company.core)
        for start, word in enumerate(words):
            if not word.capital or not same_word(word, other.core[0]) or not own:
                continue
            length = len(other.core) if (run := runs(words, start, len(other.core))) and fit(run, other.core) == Fit.SAME else 1
            if length == 1 and (
                other.core[0] not in own
                or is_in(other.core[0], ordinary(), employer.known)
                or len(other.core[0]) < 4
                or travelled(text, word.span.start)
                or begins_a_place(words, start)
            ):
                continue
            run = words[start : start + length]
            sentence = CLAUSE.split(text[max(0, run[0].span.start - LOOK_BACK) : run[-1].span.end + LOOK_BACK])
            about = next((piece for piece in sentence if word.text in piece), "")
            told = about.partition(word.text)[0]
            if MINE.search(told) or is_past(told) or OFFERED.search(about):
                continue
            span = Span(run[0].span.start, run[-1].span.end - possessive_length(run[-1], other))
            yield foreign(text[span.start : span.end], span, part, employer.company, "the employer of another application")


def strangers(text: str, part: Part, employer: Employer, right: set[int]) -> Iterator[Mark]:
    """Marks on other employers where the words before ask for this one."""
    for place in places(text):
        if is_foreign(place, employer):
            said = text[place.span.start : place.span.end]
            yield foreign(said, place.span, part, employer.company, "not the company on record")


def is_foreign(place: Place, employer: Employer) -> bool:
    """True where a run of capitals is surely an employer, and not this one, a person, a place, a role or a department."""
    if place.after in TELLING:
        return False
    if place.sure and is_misnamed(place.run, employer):
        return True
    run = [token for token in place.run if token.key not in SMALL_WORDS and any(map(str.isalpha, token.text))]
    if not run or is_at_home(run, employer) or is_shouted(run):
        return False
    trade = any(token.base in company_words() or token.key in LEGAL_FORMS for token in run)
    shaped = any(any(letter.isupper() for letter in token.text[1:]) and not token.text.isupper() for token in run)
    if place.after in place_words() or (place.after in GROUP and len(run) == 1):
        return False
    if not trade and not shaped and is_person_or_place(run, place):
        return False
    inner = any(token.base in departments() for token in run)
    if all(is_in(token.base, ordinary(), departments()) for token in run):
        return len(run) > 1 and trade and place.sure and not inner
    if trade or shaped:
        return len(run) > 1 or shaped
    return place.sure and place.link in ("", "for", "at") and not inner


def is_misnamed(run: tuple[Token, ...], employer: Employer) -> bool:
    """True for the employer's name with one word of its trade changed for another's: "& Sons" for "& Daughters"."""
    core = employer.company.core
    if len(run) != len(core) or len(core) < 2 or not same_word(run[0], core[0]):
        return False
    wrong = [(token, word) for token, word in zip(run, core, strict=True) if not same_word(token, word)]
    if len(wrong) != 1 or wrong[0][0].base in employer.known:
        return False
    token, word = wrong[0]
    alike = token.base[:4] == word[:4] or slip_of(token, word, True)
    return not alike and token.base in company_words() - departments() and word in company_words()


def is_at_home(run: list[Token], employer: Employer) -> bool:
    """True where a run holds a word of the record, of this company's name, or a slip for one."""
    company = employer.company
    initials = "".join(token.key for token in run)
    if any(token.base in employer.known - company_words() for token in run) or not company.acronyms.isdisjoint(
        (run[0].key, initials)
    ):
        return True
    if all(token.base in employer.known or token.base in company.core for token in run):
        return True
    if company.distinctive <= company_words():
        return same_word(run[0], company.core[0])
    return any(same_word(token, word) or slip_of(token, word, True) for token in run for word in company.distinctive)


def is_shouted(run: list[Token]) -> bool:
    """True for a sentence in capitals, or an abbreviation that says too little to tell an employer by."""
    loud = all(token.text.isupper() for token in run)
    return loud and (len(run) > 2 or (len(run) == 1 and len(run[0].text) <= LONGEST_ABBREVIATION))


def is_person_or_place(run: list[Token], place: Place) -> bool:
    """True for a title or given name with what follows it, a church, a street or a town."""
    first = run[0].key
    if first in TITLES or first in SAINTS or run[-1].base in place_words():
        return True
    return (
        place.link != "at"
        and place.after != "as"
        and (plain(run[0].text) in given_names() or (place.possessive and len(run) == 1))
    )


def foreign(said: str, span: Span, part: Part, company: Company, what: str) -> Mark:
    right = " ".join(company.shown)
    return Mark(
        part, span, f"“{said}” is {what}: this letter is to {company.name}.", Remedy(f"Write “{right}”.", right, safe=True)
    )
