"""The employer's name in a text: misspelt, left over from another application, or another employer's where this one belongs."""

import re
from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.language.names.company import (
    SMALL_WORDS,
    Company,
    Employer,
    Fit,
    Token,
    fit,
    same_word,
    slip_of,
    tokens,
)
from sincerely.proof.language.names.company_slips import named, possessive_length, runs, slips, slips_inside, swapped
from sincerely.proof.language.names.employers import CLAUSE, LOOK_BACK, OFFERED, SAINTS, Place, is_past, places
from sincerely.proof.language.names.folding import plain
from sincerely.proof.language.names.guests import more_places
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
from sincerely.proof.language.names.look_alikes import is_alike, look_alikes
from sincerely.proof.language.names.third_persons import is_somebody_else
from sincerely.terms import Part, Span

LONGEST_ABBREVIATION = 4  # "NHS", "ID": too little to tell an employer by
GROUP = frozenset({"team", "crew", "staff", "family"})  # "the Leith team" is somewhere, not somebody
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
NOT_ON_RECORD = "not the company on record"


def in_text(text: str, part: Part, employer: Employer) -> Iterator[Mark]:
    """Marks on the employer's name in one text; each stretch of it is marked once."""
    words = tokens(text)
    right = set(named(words, employer.company))
    marked: list[Span] = []
    for mark in (
        *(
            mark
            for mark in slips(words, part, employer, right)
            if not is_elsewhere(text, mark, employer) and not stands_apart(text, mark, words, right)
        ),
        *(mark for mark in slips_inside(words, part, employer) if not is_elsewhere(text, mark, employer)),
        *swapped(words, part, employer),
        *left_over(text, words, part, employer),
        *strangers(text, words, part, employer, right),
    ):
        if mark.span and not any(span.start < mark.span.end and mark.span.start < span.end for span in marked):
            marked.append(mark.span)
            yield mark


def is_elsewhere(text: str, mark: Mark, employer: Employer) -> bool:
    """True for one word that the words around it tell of as a place, or as somebody else."""
    if not mark.span or " " in text[mark.span.start : mark.span.end]:
        return False
    return travelled(text, mark.span.start) or is_somebody_else(text, mark.span, employer.company.distinctive)


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


def strangers(text: str, words: list[Token], part: Part, employer: Employer, right: set[int]) -> Iterator[Mark]:
    """Marks on other employers where the words around them ask for this one."""
    for place in (*places(text), *more_places(text, words, right)):
        if is_foreign(place, employer):
            said = text[place.span.start : place.span.end]
            yield foreign(said, place.span, part, employer.company, NOT_ON_RECORD)
    for span in look_alikes(text, words, employer.company, employer.known):
        yield foreign(text[span.start : span.end], span, part, employer.company, NOT_ON_RECORD)


def is_foreign(place: Place, employer: Employer) -> bool:
    """True where a run of capitals is surely an employer, and not this one, a person, a place, a role or a department."""
    if place.after in TELLING:
        return False
    if (place.sure and is_misnamed(place.run, employer)) or is_alike(place.run, employer.company, employer.known):
        return True
    run = [token for token in place.run if token.key not in SMALL_WORDS and any(map(str.isalpha, token.text))]
    if not run or is_at_home(run, employer) or is_shouted(run):
        return False
    trade = any(token.base in company_words() or token.key in LEGAL_FORMS for token in run) or is_a_pair(place.run)
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


def is_a_pair(run: tuple[Token, ...]) -> bool:
    """True for two names with "&" between them."""
    return any(token.text == "&" for token in run[1:-1])


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
