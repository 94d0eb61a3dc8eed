"""Misspelt words: what is no word, and close to one that may have been meant."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from sincerely.proof.language.confusions import neighbours
from sincerely.proof.language.filter import Text, common, follows_a_name, right_here
from sincerely.proof.language.suggestions.cost import ADDED
from sincerely.proof.language.suggestions.near import Fits, Suggestion, clipped, fitting, is_near_proper, suggestions
from sincerely.proof.language.words.tables import HERE, is_made, is_name, level, listed, meant
from sincerely.proof.language.words.tokens import Token, tokens
from sincerely.proof.senses import Prose, Slip
from sincerely.proof.wordlists import wordlist
from sincerely.terms import Span

# So many unknown words of one letter are looked up; a letter with more is in no English that could be judged.
MOST_SEARCHED = 80
# By length of the word: how much the likeliest word must be worth, by its slip and how common it is; longer words need less.
WORTH = {2: 9.0, 3: 0.45, 4: 0.1, 5: -0.15, 6: -0.3, 7: -0.6, 8: -0.9, 9: -1.3}
# What it must be worth beyond that where the word might be jargon, is made of known words, or might be a name.
JARGON, MADE, CAPITAL = 0.4, 0.8, 0.3
# The same where an unknown word ends, or is spelt, as few English words are: "dagaa", "kajmak".
FOREIGN_ENDING = 0.5
FOREIGN_SHAPE = re.compile(r"aa|ii|uu|[aeo]j(?:[^aeou]|$)|sz|cz|zh|kh|^(?:nd|mb|ng|mw)")
# The same where it is an English word and more: names of programs, "systemd".
LONGER = 0.5
# Before these a rare word is right: "as was his wont", "not a whit".
BEFORE_RARE = frozenset(
    {"a", "an", "the", "his", "her", "their", "its", "my", "our", "your", "no", "not", "is", "was", "are", "were"}
)
# A known misspelling that is shorter may be several words, unless one of the very commonest was meant ("the", "and", "have").
SHORTEST_KNOWN, PLAINEST = 5, 22
RARE = wordlist("rare", HERE)
SHORTEST_CAPITAL = 5
# A slip that is so near is likelier than a missing space.
CLOSE = 0.9
# Such short words beside an unknown one are of another language.
SHORT_SLIP = 3
# Shorter words in capitals are short forms.
SHORTEST_SHOUTED = 7
# How far the first suggestion must lead to be applied unread, and how near it must be.
LEAD, SURE_COST, SHORTEST_SURE = 0.45, 1.1, 6
# What a word that is one of the commonest must be ("the", "their", "which").
COMMONEST = 20
# How common a word must be that a sentence begins with, misspelt as some name is: "Alot of", "Thier team".
OFTEN_MEANT = 17
# "sooo", "newsss": a tone of voice, no slip.
DRAWN_OUT = re.compile(r"([aeiou])\1\1|(.)\2\2$|(.)\3\3\3")
VOWEL = re.compile("[aeiouy]")
LITTLE = wordlist("run_together", HERE)


class Judged(NamedTuple):
    """What a misspelt word was meant to be, best first."""

    words: tuple[str, ...]
    sure: bool = False


@cache
def written_apart() -> dict[str, str]:
    """Two words that are one."""
    rows = (HERE / "apart.txt").read_text(encoding="utf-8").splitlines()
    return {wrong: right for wrong, _, right in (row.partition("\t") for row in rows)}


def misspelt(prose: Prose, fits: Fits | None = neighbours.fits) -> Iterator[Slip]:
    """Misspelt words in their order; names, `known` words and `names` are right.

    `fits` weighs suggestions by the words around them.
    """
    words = tokens(prose.text)
    text = Text.of(words, right_here(prose.known, prose.names))
    searched = 0
    ended = 0
    for place, token in enumerate(words):
        if token.span.start < ended or text.left_alone(place):
            continue
        pair = parted(token, text)
        if pair:
            end = words[place + 1].span.end
            ended = end
            yield slip(prose.text, Span(token.span.start, end), Judged((pair,), True))
            continue
        rare = token.text in RARE
        if token.small and (token.before.lower() in BEFORE_RARE if rare else listed(token.text)):
            continue
        searched += 1
        if searched > MOST_SEARCHED:
            return
        for span, word, judged in judge(token, text, fits):
            yield slip(prose.text, span, Judged(tuple(as_written(right, word) for right in judged.words), judged.sure))


def slip(text: str, span: Span, judged: Judged) -> Slip:
    return Slip("spelling", span, f"“{text[span.start : span.end]}” is misspelt.", judged.words, sure=judged.sure)


def parted(token: Token, text: Text) -> str | None:
    """The word that this one and the next are together, where one of them is none or both are never meant."""
    if not token.after.islower() or not token.text.isalpha() or not token.after.isalpha():
        return None
    both = f"{token.text} {token.after}".lower()
    known = written_apart().get(both)
    if known:
        return as_written(known, token.text)
    if listed(token.text.lower()) == listed(token.after) or text.is_right_here(token.after) or not token.small:
        return None
    whole = both.replace(" ", "")
    odd = token.after if listed(token.text) else token.text
    return whole if level(whole) >= COMMONEST - 8 and len(odd) > 2 and not meant(odd) and not near_enough(odd) else None


def near_enough(word: str) -> bool:
    found = suggestions(word)
    return bool(found) and likely(word, found[0])


def judge(token: Token, text: Text, fits: Fits | None) -> Iterator[tuple[Span, str, Judged]]:
    """The misspelt word, or the misspelt parts of one with hyphens."""
    if "-" in token.text or "‐" in token.text or "‑" in token.text:
        start = token.span.start
        for part in token.text.replace("‐", "-").replace("‑", "-").split("-"):
            right = meant(part) if len(part) > 4 and not text.is_right_here(part) else ()
            if len(right) == 1:
                yield Span(start, start + len(part)), part, Judged(right, True)
            start += len(part) + 1
        return
    judged = small(token, text, fits) if token.small else capital(token, text, fits) if token.capital else shouted(token)
    if judged:
        yield token.span, token.text, judged


def small(token: Token, text: Text, fits: Fits | None) -> Judged | None:
    """A word in small letters."""
    word = token.text
    known = meant(word)
    if text.in_a_name(token) or listed(word.capitalize()) or (len(word) <= SHORT_SLIP and text.beside_unknown(token)):
        return None
    if len(known) == 1 and (len(word) >= SHORTEST_KNOWN or "'" in known[0] or common(known[0], PLAINEST)):
        return Judged(known, True)
    found = fitting(suggestions(word), token.before, token.after, fits)
    if known and found:
        return ranked(word, found)
    if (not found or found[0].cost > CLOSE) and (apart := run_together(word)):
        return Judged((apart,))
    if not found or DRAWN_OUT.search(word) or (len(word) <= SHORT_SLIP and not VOWEL.search(word)):
        return None
    best = likeliest(found)
    if not likely(word, best):
        return None
    more = MADE if is_made(word) else JARGON if text.like_jargon(token) or clipped(word) else 0.0
    return ranked(word, found) if likely(word, best, more) else None


def capital(token: Token, text: Text, fits: Fits | None) -> Judged | None:
    """A word with a capital: any word at the start of a sentence; elsewhere a name if it is not known to be wrong."""
    word = token.text.lower()
    if listed(word) or listed(token.text):
        return None
    known = meant(word)
    if word in ("im", "ive") and token.after.islower():
        return Judged(known, True)
    if known and (token.initial or len(word) >= SHORTEST_SURE):
        if not text.may_be_a_name(token):
            return Judged(known, len(known) == 1)
        meant_here = token.initial and common(known[0], OFTEN_MEANT) and token.after.islower() and not follows_a_name(token.after)
        return Judged(known) if meant_here and token.text not in text.named else None
    if text.may_be_a_name(token) or len(word) < SHORTEST_CAPITAL or is_made(word) or DRAWN_OUT.search(word):
        return None
    if not token.initial and not is_near_proper(word):
        return None
    found = fitting(suggestions(word), token.before, token.after, fits)
    if token.initial and found and likely(word, likeliest(found), CAPITAL) and not follows_a_name(token.after):
        return ranked(word, found)
    proper = [each for each in found if each.word[0].isupper() and likely(word, each, CAPITAL)]
    return Judged((proper[0].word,), len(word) >= SHORTEST_SURE) if proper else None


def shouted(token: Token) -> Judged | None:
    """A word in capitals that is known to be wrong, or that kept a second capital by accident: "THank"."""
    word = token.text.lower()
    if token.text.isupper():
        known = meant(word)
        return Judged(known, True) if len(known) == 1 and len(word) >= SHORTEST_SHOUTED and not is_name(word) else None
    slipped = token.text[:2].isupper() and token.text[2:].islower() and len(word) > 3
    return Judged((word.capitalize() if token.initial else word,), True) if slipped and level(word) >= COMMONEST - 6 else None


@lru_cache(maxsize=4096)
def run_together(word: str) -> str | None:
    """Two words without their space, one of them among the commonest."""
    for place in range(1, len(word)):
        one, two = word[:place], word[place:]
        if (one in LITTLE and level(two) >= 15 and len(two) > 3) or (
            two in LITTLE and level(one) >= 15 and len(one) > 3 and len(two) > 1
        ):
            return f"{one} {two}"
    return None


def likely(word: str, found: Suggestion, more: float = 0.0) -> bool:
    """True where a suggestion is worth enough for an unknown word to be a slip."""
    ended = word[-1] in "aiou" and found.word[-1] != word[-1]
    if ended or (found.cost >= ADDED and FOREIGN_SHAPE.search(word) and not FOREIGN_SHAPE.search(found.word)):
        more += FOREIGN_ENDING
    if len(word) > len(found.word) > 2 and (word.startswith(found.word) or word.endswith(found.word)) and found.cost >= ADDED:
        more += LONGER
    return found.plain >= WORTH[min(len(word), max(WORTH))] + more


def likeliest(found: tuple[Suggestion, ...]) -> Suggestion:
    """The suggestion that is worth most whatever stands around it."""
    return max(found, key=lambda each: each.plain)


def ranked(word: str, found: tuple[Suggestion, ...]) -> Judged:
    lead = found[0].worth - found[1].worth if len(found) > 1 else 1.0
    return Judged(tuple(each.word for each in found), lead >= LEAD and found[0].cost <= SURE_COST and len(word) >= SHORTEST_SURE)


def as_written(right: str, wrong: str) -> str:
    """A suggestion with the capitals of the word that stands there; one that has its own keeps them."""
    if len(wrong) > 1 and wrong.isupper():
        return right.upper()
    return right[0].upper() + right[1:] if wrong[0].isupper() else right
