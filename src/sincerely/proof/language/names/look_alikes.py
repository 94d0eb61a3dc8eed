"""An employer called almost like this one, where this one is meant: Willow Brook Academy for Willow Creek Academy."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from sincerely.proof.language.names.company import SMALL_WORDS, Company, Token, same_word
from sincerely.proof.language.names.employers import CLAUSE, LOOK_BACK, OFFERED, WISH, is_past
from sincerely.proof.language.names.guests import APPOSED, ELSEWHERE, PRAISED, is_elsewhere
from sincerely.proof.language.names.lists import company_words, departments, ordinary
from sincerely.terms import Span

# "Ann Price of …", "my referee at …": theirs, not ours. "What I do at …", "the plans that … approved".
THEIRS = re.compile(
    r"[A-Z][\w'’-]+(?<!day),? (?:at|of|from|with) (?:[Tt]he )?\Z|"
    r"\b(?:[Rr]eferees?|[Rr]eferences?|[Ii]n touch|colleagues?|boss|notice|like|as well as|and|or|nor|reached)\b[^,]*\Z|"
    r"\b(?:that|which|what|as|how)(?: (?:I|we)\b[^,]*)?\s\Z|\b(?:be|do|partnership|contract|merger) (?:at|with|for) \Z"
)
OWN_WORK = re.compile(
    r"\b(?:i|we) (?:now |still |also )?"
    r"(?:do|work|serve|teach|run|left|leave|finish|am (?:now |still )?(?:at|with|employed|working))\b",
    re.IGNORECASE,
)
ASKING = re.compile(r"\b(?:at|for|with|to|of|in|by|about|join|joining|represent|help)(?: the| your)? \Z", re.IGNORECASE)
YOURS = re.compile(r"\b(?:thank\w*|interview\w*|visit|tour|enjoyed|pleasure|impressed|admire\w*|interest\w*)\b", re.IGNORECASE)


def look_alikes(text: str, words: list[Token], company: Company, known: Collection[str]) -> Iterator[Span]:
    """Where the employer's name stands with some words right and some another's. `known`: words on record, plain."""
    core = company.core
    if len(core) < 2:
        return
    for start in range(len(words) - len(core) + 1):
        if not words[start].capital or not words[start + len(core) - 1].capital:
            continue
        run = words[start : start + len(core)]
        if is_alike(run, company, known) and not is_longer(words, start, len(core)) and is_meant(text, run):
            yield Span(run[0].span.start, run[-1].span.end - (len(run[-1].text) - len(run[-1].base) if is_owner(run[-1]) else 0))


def is_owner(token: Token) -> bool:
    return token.text[-2:] in ("'s", "’s") and token.key != token.base


def is_alike(run: Sequence[Token], company: Company, known: Collection[str]) -> bool:
    """True for the same number of words, its first or last the employer's own, and a word that tells it from others changed."""
    core = company.core
    if (
        len(run) != len(core)
        or not run[0].capital
        or not run[-1].capital
        or any(one.span.end + 1 != other.span.start for one, other in pairwise(run))
    ):
        return False
    pairs = list(zip(run, core, strict=True))
    wrong = [(token, word) for token, word in pairs if not same_word(token, word)]
    if not wrong or len(wrong) == len(pairs) or (same_word(run[0], core[0]) and same_word(run[-1], core[-1]) and len(core) < 3):
        return False
    if all(word in SMALL_WORDS for token, word in pairs if (token, word) not in wrong):
        return False
    if not all(is_another(token, word, known) for token, word in wrong):
        return False
    telling = any(word in company.distinctive for _, word in wrong)
    ends_alike = same_word(run[-1], core[-1])
    return telling and (ends_alike or not any(token.base in company_words() | departments() for token, _ in wrong))


def is_another(token: Token, word: str, known: Collection[str]) -> bool:
    """True for a word with a capital that the record does not name, in the place of one that is no small word."""
    return (
        token.capital
        and not token.text[0].isdigit()
        and word not in SMALL_WORDS
        and token.base not in known
        and token.key not in SMALL_WORDS
    )


def is_longer(words: list[Token], start: int, length: int) -> bool:
    """True where capitals on either side make the run part of a longer name."""
    before = words[start - 1] if start else None
    after = words[start + length] if start + length < len(words) else None
    touches_before = before is not None and before.span.end + 1 == words[start].span.start and before.text[0].isupper()
    touches_after = after is not None and words[start + length - 1].span.end + 1 == after.span.start and after.text[0].isupper()
    return (touches_before and before is not None and before.base not in ordinary()) or touches_after


def is_meant(text: str, run: list[Token]) -> bool:
    """True where the clause is about this job or this visit, and not about work, offers and people elsewhere."""
    start, end = run[0].span.start, run[-1].span.end
    told = CLAUSE.split(text[max(0, start - LOOK_BACK) : start])[-1]
    after = CLAUSE.split(text[end : end + LOOK_BACK])[0]
    if is_past(told) or is_elsewhere(text, run) or OWN_WORK.search(told) or OFFERED.search(told + after):
        return False
    if THEIRS.search(told) or APPOSED.match(after) or ELSEWHERE.search(after):
        return False
    if PRAISED.match(text, end):
        return True
    return bool(ASKING.search(told) and (WISH.search(told + after) or YOURS.search(told)))
