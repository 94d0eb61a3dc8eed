"""Whether two postings are the same job, shown on two boards."""

import re
import unicodedata

from rapidfuzz import fuzz

from sincerely.watch.posting import Posting

# Legal forms say nothing of who the employer is.
FORMS = frozenset(
    [
        *("ab", "ag", "as", "bv", "co", "company", "corp", "corporation", "gmbh", "group", "inc", "kg", "limited", "llc", "llp"),
        *("ltd", "nv", "oy", "plc", "pty", "sa", "sarl", "se", "spa", "srl"),
    ]
)
# Words that make another job of a like title.
TELLING = frozenset(
    [
        *("senior", "sr", "junior", "jr", "lead", "head", "chief", "principal", "staff", "deputy", "assistant", "associate"),
        *("intern", "internship", "trainee", "apprentice", "graduate", "night", "day", "weekend", "i", "ii", "iii", "iv", "v"),
    ]
)
# Who may apply, as German and French adverts add it: (m/w/d), (f/m/x), (H/F).
OPEN_TO = re.compile(r"\(?\b[mwfhdx](?:\s?[/|*]\s?[mwfhdxi]){1,3}\b\)?", re.IGNORECASE)
# rapidfuzz's measure runs to 100: 90 lets an order or a small word differ in a title of four words, not a noun.
NEAR_TITLE = 90
AWAY = ("remote", "anywhere", "home", "telecommute")


def same_job(one: Posting, other: Posting) -> bool:
    """True for the same employer, a title that differs at most in small words, and a place in common."""
    return same_employer(one.employer, other.employer) and same_title(one.title, other.title) and same_place(one, other)


def same_employer(one: str, other: str) -> bool:
    return bool(employer_key(one)) and employer_key(one) == employer_key(other)


def employer_key(name: str) -> str:
    """A name without accents, case and legal form."""
    words = folded(name).split()
    return (" ".join(word for word in words if word not in FORMS) or " ".join(words))[:200]


def same_title(one: str, other: str) -> bool:
    first, second = (folded(OPEN_TO.sub(" ", title)) for title in (one, other))
    apart = set(first.split()) ^ set(second.split())
    if any(word in TELLING or any(map(str.isdigit, word)) for word in apart):
        return False
    return bool(first and second) and fuzz.token_sort_ratio(first, second) >= NEAR_TITLE


def same_place(one: Posting, other: Posting) -> bool:
    """True where a first part of a place (most often the town) is shared, both are done from home, or one says nothing."""
    first, second = towns(one), towns(other)
    return not first or not second or bool(first & second)


def towns(posting: Posting) -> set[str]:
    found = {folded(place.split(",")[0]) for place in posting.places}
    if posting.remote == "remote" or any(word in place.split() for word in AWAY for place in found):
        found.add("remote")
    return found - {""}


def folded(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.casefold())
    return " ".join(re.sub(r"[^\w]+", " ", "".join(letter for letter in plain if not unicodedata.combining(letter))).split())
