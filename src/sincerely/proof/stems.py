"""Words by what they mean: endings off, one sign for words of one meaning, none for words that mean little."""

import re
from functools import cache, lru_cache

from sincerely.proof.wordlists import entries, wordlist

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+")
ENDINGS = re.compile(
    r"(?:ational|ization|isation|fulness|iveness|ations?|ements?|ments?|ness|ingly|edly|ously|ings?|ies|ied|ers?|ors?|ed"
    r"|ly|es|s|e|y)$"
)
SHORTEST_STEM = 3


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word without its ending; rough, for comparing the words of one letter with each other."""
    if len(word) <= SHORTEST_STEM or word.isdigit():
        return word
    base = ENDINGS.sub("", word.removesuffix("'s").removesuffix("’s"), count=1)
    if len(base) < SHORTEST_STEM:
        return word
    return base[:-1] if len(base) > SHORTEST_STEM and base[-1] == base[-2] else base


@cache
def meanings() -> dict[str, str]:
    """Stems to the one sign of their meaning, from `same_meaning.txt`: its first word stands for all on the line."""
    found = {}
    for line in entries("same_meaning"):
        words = line.split()
        found.update({stem(word): words[0] for word in words if "_" not in word})
    return found


@cache
def idioms() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Sets of words that mean one thing together ("make up your mind"), each with its sign."""
    found = []
    for line in entries("same_meaning"):
        words = line.split()
        found += [(re.compile(rf"\b{word.replace('_', ' ')}\b"), words[0]) for word in words if "_" in word]
    return tuple(found)


@cache
def some_idiom() -> re.Pattern[str]:
    """Any of them, to look for all at once."""
    return re.compile("|".join(pattern.pattern for pattern, _ in idioms()))


def content(text: str) -> frozenset[str]:
    """The meanings in a text, little words aside."""
    plain = text.lower().replace("’", "'")
    signs = []
    for pattern, sign in idioms() if some_idiom().search(plain) else ():
        plain, count = pattern.subn(" ", plain)
        signs += [sign] * bool(count)
    words = (word for word in WORD.findall(plain) if word not in wordlist("little_words"))
    return frozenset(signs) | {meanings().get(stem(word), stem(word)) for word in words}
