"""“a” and “an” by the sound that follows, not by the letter."""

import re
from collections.abc import Iterator
from pathlib import Path

from sincerely.proof.language.words.tables import listed
from sincerely.proof.senses import Prose, Slip
from sincerely.proof.wordlists import wordlist
from sincerely.terms import Span

ARTICLE = re.compile(
    r"(?<![\w'’.&/-])(?P<article>an?|An?)(?P<gap>[ \t]+|[ \t]*\n[ \t]*)(?P<word>[A-Za-z]+|\d+)(?P<rest>[\w'’.-]*)"
)
# A vowel's letter with a consonant's sound: "a university", "a one-off", "a European".
SAID_WITH_A = re.compile(
    r"eu|ew(?:e|er)|once|one(?!r)|oui|u(?:biq|k|ni(?!n|m[^o])|ran|ri|s(?:a$|b|e|u)|t(?:e|i|o)|fo|kr|gand|rug|igh|yg)",
    re.IGNORECASE,
)
# A consonant's letter that is not sounded.
SAID_WITH_AN = re.compile(r"hour|honest|honou?r|heir", re.IGNORECASE)
# "h" was silent once, and some write "an" still.
OLD = re.compile(r"hist|hotel|hab|heroic|hyster|hilar|hallu|horiz|hered|herb", re.IGNORECASE)
# Letters whose names begin with a vowel: an MBA, an HR team. Short forms with few vowels are said letter by letter.
NAMED_WITH_VOWEL = frozenset("AEFHILMNORSX")
SPELT_OUT = re.compile(
    r"MBA|MFA|MSC|RAF|NGO|SMB|MEP|FBI|HSE|LSE|MIT|NEA|RSA|[B-DF-HJ-NP-TV-Z]{2,4}|[A-Z][B-DF-HJ-NP-TV-Z]{1,3}|[A-Z]{2}"
)
# Written in capitals, and said as words or either way.
SAID_AS_WORDS = wordlist("said_as_words", Path(__file__).parent)
# A capital elsewhere is a letter's name.
BEGINS = re.compile(r"(?:^|[.!?:\n][\"”’')]?\s*|[(\"“‘]|[-–—*•]\s*)$")
AN_NUMBER = re.compile(r"8\d*|11(?:\d{3})?|18(?:\d{3})?")
# After these "a" is a letter or a mark: "vitamin a", "grade a".
LETTER = re.compile(r"(?:vitamin|grade|plan|class|type|option|section|part|appendix|hepatitis|from) $", re.IGNORECASE)


def wrong_articles(prose: Prose) -> Iterator[Slip]:
    """Each "a" before a vowel's sound and each "an" before a consonant's, where the sound is sure."""
    for match in ARTICLE.finditer(prose.text):
        article, word = match["article"], match["word"]
        if article[0] == "A" and not BEGINS.search(prose.text[max(0, match.start() - 4) : match.start()]):
            continue
        wanted = sounded(word, match["rest"])
        if wanted and wanted != article.lower() and not LETTER.search(prose.text[max(0, match.start() - 12) : match.start()]):
            right = wanted.capitalize() if article[0] == "A" else wanted
            message = f"“{article} {word}” is said “{right} {word}”."
            yield Slip("grammar", Span(*match.span("article")), message, (right,), sure=True)


def sounded(word: str, rest: str) -> str | None:
    """The article that a word takes; None where that is not sure."""
    if word.isdigit():
        return ("an" if AN_NUMBER.fullmatch(word) else "a") if rest in ("", "-") or rest.startswith("-") else None
    if len(word) == 1:
        return None
    if word.isupper():
        if word in SAID_AS_WORDS or not SPELT_OUT.fullmatch(word) or rest[:1].isalnum():
            return None
        return "an" if word[0] in NAMED_WITH_VOWEL else "a"
    if not (word.islower() or word.istitle()) or rest[:1].isdigit() or rest[:1] == "_":
        return None
    if word[0].isupper() and not listed(word.lower()):
        return "a" if word[0] in "BCDFGJKLMNPQRSTVWZ" and word[1] in "aeioulr" else None
    if not listed(word.lower()) and word.lower() not in ("e", "co", "re") and len(word) < 4:
        return None
    if OLD.match(word):
        return None
    if word[0] in "aeiouAEIOU":
        return (
            "a" if SAID_WITH_A.match(word) else None if word[:2].lower() in ("un", "ur", "us", "ut") and ambiguous(word) else "an"
        )
    return "an" if SAID_WITH_AN.match(word) else "a"


def ambiguous(word: str) -> bool:
    """True for a word with u that may be said either way: "unionised"."""
    return word.lower().startswith(("unio", "unit", "uniq", "univ", "urea", "uro", "usag"))
