"""The role in a text: where the words around it ask for this one, and whether it is another."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from sincerely.proof.language.names.employers import CLAUSE, LOOK_BACK, WISH, is_past
from sincerely.proof.language.names.folding import bare, plain
from sincerely.proof.language.names.lists import HERE, departments, given_names, is_in, ordinary
from sincerely.proof.wordlists import entries
from sincerely.terms import Span

WORD = r"[^\W\d_][\w'’&/-]*"
TITLED = r"(?-i:[A-Z][\w&/-]*(?:\s+(?:(?:of|in|and|for|the|&)\s+)*[A-Z][\w&/-]*){0,5})"
WORDS = rf"{WORD}(?:\s+{WORD}){{0,3}}"
SEAT = (
    r"(?:positions?|roles?|jobs?|posts?|vacanc(?:y|ies)|openings?|opportunity|interview|application|traineeship|place|trial|"
    r"applicant|search|offer|advert(?:isement)?|ad|posting)"
)
THE = r"(?:the|your|this|a|an)\s+"
ARTICLE = re.compile(THE, re.IGNORECASE)
# "Our talk of Wednesday for the … post": the day is no part of the role.
DATED = re.compile(
    r"(?:\w+day|January|February|March|April|May|June|July|August|September|October|November|December)\s+(?:for|of|as|and)\s+"
    r"(?:the\s+|a\s+|an\s+)?"
)
OF_A_SEAT = re.compile(rf"\b{SEAT}\s+(?:of|as|for)\s+(?:{THE})?(?:(?:new|next)\s+)?(?P<role>{TITLED}|{WORDS})", re.IGNORECASE)
A_SEAT = re.compile(rf"\s{SEAT}\b", re.IGNORECASE)
BEFORE_A_SEAT = re.compile(
    rf"(?P<whose>\b(?:(?-i:[a-z])[\w'’]*|my|the|your|his|her|our)\s+)?(?P<role>\b{TITLED}|\b(?:{WORD}\s+)?{WORD})(?:['’]s)?\s*\Z",
    re.IGNORECASE,
)
SOUGHT = re.compile(
    rf"\b(?:appl(?:y|ying|ied)|application|interview(?:ed|ing)?(?: me)?|consider(?:ed|ing)|consider(?:ing)? me|"
    rf"consideration|candidate|candidacy|"
    rf"shortlisted|suited|right|hired)\s+(?:for|as|to)\s+(?:{THE})?(?:{SEAT}\s+of\s+)?(?P<role>{TITLED})",
    re.IGNORECASE,
)
WISHED = re.compile(
    rf"\b(?:(?:as|be|become|being)\s+(?:{THE})?(?:(?:new|next)\s+)?|make\s+(?:you\s+)?an?\s+(?:[a-z]+\s+)?)(?P<role>{TITLED})",
    re.IGNORECASE,
)
# "As Night Baker I would …": the wish comes behind.
AS_I_WOULD = re.compile(
    rf"\bas\s+(?:{THE})?(?:(?:new|next)\s+)?(?P<role>{TITLED}),?\s+I(?:\s+(?:would|could|will|can|hope)\b|['’](?:d|ll)\b)",
    re.IGNORECASE,
)
YOURS = re.compile(rf"\b(?:as|be|become|being)\s+your\s+(?:new\s+|next\s+)?(?P<role>{WORDS})", re.IGNORECASE)
BY_ENDING = re.compile(r"\w{2,}(?:er|or|ist|man|woman|hand|ian|wright|keeper)")
AT_THE_START = re.compile(rf"(?P<role>{TITLED}|{WORD}\s+{WORD}|{WORD})(?=$|\s+(?:at|on|in|and|with|for|to)\b)")
SEGMENT = re.compile(r"\s*(?:[–—|:,;]|\s-\s)\s*")
NO_ROLE_BEFORE = frozenset(
    [
        *("my", "his", "her", "their", "our", "last", "previous", "former", "current"),
        *("present", "first", "old", "another", "other", "any", "such", "similar", "every", "no"),
    ]
)
# Words that say how high, where or for how long, not what: they make no other role.
DEGREES = frozenset(
    [
        *(
            "senior",
            "junior",
            "lead",
            "leading",
            "principal",
            "assistant",
            "deputy",
            "associate",
            "trainee",
            "graduate",
            "acting",
        ),
        *(
            "interim",
            "temporary",
            "permanent",
            "part-time",
            "full-time",
            "chief",
            "staff",
            "qualified",
            "registered",
            "certified",
        ),
        *(
            "experienced",
            "entry-level",
            "mid-level",
            "new",
            "next",
            "night",
            "day",
            "weekend",
            "seasonal",
            "locum",
            "second",
            "first",
        ),
        *(
            "ii",
            "iii",
            "sr",
            "jr",
            "head",
            "of",
            "in",
            "and",
            "for",
            "the",
            "&",
            "a",
            "an",
            "your",
            "re",
            "fwd",
            "thank",
            "you",
            "thanks",
        ),
    ]
)
HIGH = frozenset({"senior", "managing", "principal", "lead", "head", "chief"})
# Words of which one excludes the others of its line: a junior post is no senior one.
RANKS = (
    (frozenset({"junior", "trainee", "graduate", "entry-level", "apprentice", "intern"}), HIGH),
    (frozenset({"assistant", "deputy", "associate"}), HIGH),
    (frozenset({"day"}), frozenset({"night"})),
    (frozenset({"full-time"}), frozenset({"part-time", "weekend", "seasonal"})),
    (frozenset({"permanent"}), frozenset({"temporary", "interim", "seasonal", "locum"})),
    (frozenset({"first"}), frozenset({"second"})),
)
# Degrees that also tell one post from another of the same word.
KINDS = frozenset({"night", "day", "weekend", "staff"})
# "The post I held", "the role at Drum taught me": what comes behind says that it is not the one applied for.
TOLD = re.compile(
    rf"\s*(?:{SEAT}\b)?\s*(?:(?:(?:that|which) )?i (?:once )?(?:held|had|left|hold|have|did|kept)\b|"
    r"(?:would|will|might|may) (?:open|come)\b|"
    r"(?:(?:at|with|in) [^.,;!?\n]{1,30} )?(?:taught|gave|showed|made|prepared) me\b)",
    re.IGNORECASE,
)
LEAST_STEM = 4
LONGEST_ROLE = 60  # characters


def roles_named(text: str, subject: bool) -> Iterator[tuple[str, Span]]:
    """Every role in a text that the words around it give out for the one applied for."""
    for pattern in (OF_A_SEAT, BEFORE_A_SEAT, SOUGHT, WISHED, AS_I_WOULD, YOURS):
        for match in before_seats(text) if pattern is BEFORE_A_SEAT else pattern.finditer(text):
            whose = (match.groupdict().get("whose") or "").strip().lower()
            back = CLAUSE.split(text[max(0, match.start() - LOOK_BACK) : match.start("role")])[-1]
            if whose in NO_ROLE_BEFORE or is_past(back) or back.lower().rsplit(None, 2)[-1:] == ["my"]:
                continue
            if pattern in (WISHED, YOURS) and not WISH.search(back):
                continue
            if TOLD.match(text, match.end()):
                continue
            said = match["role"]
            skipped = DATED.match(said) or ARTICLE.match(said)
            role = to_head(said[skipped.end() :] if skipped else said)
            if role and (role.startswith("First ") or role.split()[0].lower() not in NO_ROLE_BEFORE):
                start = match.start("role") + (skipped.end() if skipped else 0)
                yield role, Span(start, start + len(role))
    if subject:
        yield from segments(text)


def before_seats(text: str) -> Iterator[re.Match[str]]:
    """The words before every "position", "job" and their like."""
    for seat in A_SEAT.finditer(text):
        match = BEFORE_A_SEAT.search(text, max(0, seat.start() - LONGEST_ROLE), seat.start())
        if match:
            yield match


def to_head(said: str) -> str:
    """A role in small letters up to the word for the person; one with capitals as it stands."""
    if said[0].isupper():
        return said
    match = next((match for match in re.finditer(WORD, said) if plain(bare(match[0])) in occupations()), None)
    return said[: match.start() + len(bare(match[0]))] if match else ""


def segments(subject: str) -> Iterator[tuple[str, Span]]:
    """The parts of a subject that dashes and colons part, as roles by themselves."""
    start = 0
    for mark in [*SEGMENT.finditer(subject), None]:
        end = mark.start() if mark else len(subject)
        match = AT_THE_START.match(subject, start, end)
        if match and plain(match["role"].split()[-1]) in occupations():
            yield match["role"], Span(*match.span("role"))
        start = mark.end() if mark else end


def is_another(said: str, role: str, known: frozenset[str], titles: Collection[frozenset[str]] = ()) -> bool:
    """True where the words name a role, and not the one on record, a short form of it, a like one or a contact's title."""
    words = content(said)
    held = content(role)
    whole = [plain(word) for word in re.findall(WORD, role)]
    head = words[-1] if words else ""
    if are_initials(words, whole) or not held or not (is_occupation(head, said) or is_like_work(words, held)):
        return False
    if of_another_rank(said, role):
        return not any(title.issuperset(plain(word) for word in re.findall(WORD, said)) for title in titles)
    if all(word in known or word in whole for word in words) or any(title.issuperset(words) for title in titles):
        return False
    titled = all(word[0].isupper() for word in said.split() if plain(word) not in DEGREES)
    same = called_so if titled else alike
    if not any(same(head, word) for word in (*held, *whole)):
        shared = any(stem_of(word, other) for word in words[:-1] for other in held)
        return titled or not shared
    others = [word for word in words[:-1] if not any(stem_of(word, other) for other in (*held, *whole))]
    missing = [word for word in held if not same(head, word) and not any(stem_of(word, other) for other in words)]
    if others and not missing and of_another_kind(role, said):
        return titled
    if not others or not missing or any(word in known for word in others) or are_initials(others, missing):
        return False
    return titled or all(word in departments() for word in others)


def of_another_rank(said: str, role: str) -> bool:
    """True where one of the two is junior and the other senior, or by day and by night."""
    one, other = ({plain(word) for word in re.findall(WORD, text)} for text in (said, role))
    return any(
        bool(one & low) != bool(one & high) and bool(other & low) != bool(other & high) and bool(one & low) != bool(other & low)
        for low, high in RANKS
    )


def of_another_kind(role: str, said: str) -> bool:
    """True where only the one on record is for the night, the day or the ward's staff: Night Porter, Kitchen Porter."""
    held, words = ({plain(word) for word in re.findall(WORD, text)} for text in (role, said))
    return bool(held & KINDS) and held & KINDS != words & KINDS


def are_initials(some: list[str], others: list[str]) -> bool:
    """True where one word is the first letters of the others: ICU, intensive care unit."""
    first = ["".join(word[0] for word in words) for words in (some, others)]
    return first[0] in others or first[1] in some


def is_occupation(word: str, said: str) -> bool:
    """True for a word for a person at work: a listed one, or in a name with a capital a rare one that ends like them."""
    if word in occupations():
        return True
    return said[0].isupper() and bool(BY_ENDING.fullmatch(word)) and not is_in(word, ordinary(), given_names(), departments())


def is_like_work(words: list[str], held: list[str]) -> bool:
    """True for a role that differs in its last word alone, which ends like a word for a person at work: Loan Processor."""
    alike = len(words) > 1 and words[:-1] == held[:-1] and held[-1] in occupations()
    return alike and words[-1] != held[-1] and bool(BY_ENDING.fullmatch(words[-1]))


def content(role: str) -> list[str]:
    """The words of a role that say what it is; what follows "of" or "in" stands before its head."""
    head, *fields = re.split(r" (?:of|in) ", re.sub(r"\(.*?\)", " ", role), maxsplit=1)
    words = [plain(re.sub(r"['’]s?$", "", word)) for word in " ".join((*fields, head)).replace("/", " ").split()]
    while words and words[-1] in DEGREES and words[-1] not in occupations():
        words.pop()
    return [
        word for number, word in enumerate(words) if word not in DEGREES or (number == len(words) - 1 and word in occupations())
    ]


def stem_of(word: str, other: str) -> bool:
    """True where two words begin alike: conservator, conservation."""
    if word == other:
        return True
    length = max(LEAST_STEM, min(len(word), len(other)) - 3)
    return len(word) >= LEAST_STEM and len(other) >= LEAST_STEM and word[:length] == other[:length]


def alike(word: str, other: str) -> bool:
    """True where two words for people at work say the same or nearly so."""
    return stem_of(word, other) or bool(occupations().get(word, frozenset()) & occupations().get(other, frozenset()))


def called_so(word: str, other: str) -> bool:
    """True where two words are one name for people at work: rep and representative, barman and bartender."""
    one, two = word.replace("-", ""), other.replace("-", "")
    return one.startswith(two) or two.startswith(one) or stem_of(one, two) or any({word, other} <= group for group in same_work())


@cache
def same_work() -> tuple[frozenset[str], ...]:
    """Groups of words of which each is another name for the same work."""
    return tuple(frozenset(plain(word) for word in entry.split()) for entry in entries("same_work", HERE))


@cache
def occupations() -> dict[str, frozenset[int]]:
    """Word for a person at work → the groups of like words that it belongs to."""
    table: dict[str, frozenset[int]] = {}
    for number, entry in enumerate(entries("occupations", HERE)):
        for word in entry.split():
            table[plain(word)] = table.get(plain(word), frozenset()) | {number}
    return table
