"""Noun phrases: a fragment of a note turned into words that can stand after "about", or nothing where that is not safe."""

import itertools
import re

from sincerely.pen.words import (
    ADVERBS,
    DETERMINERS,
    ERRANDS,
    FINITE,
    LINKS,
    OTHER_TONGUES,
    POSSESSIVES,
    PRAISE,
    PREPOSITIONS,
    PRONOUNS,
    THINGS_IN_ING,
    UNCOUNTED,
    is_describing,
    is_plural,
    written_small,
)

MOST_WORDS = 9
CLEAN = re.compile(r"[^\W_][\w '’&/+#%.,\-]*", re.UNICODE)
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
QUANTITY = re.compile(r"^(?:an? )?(?:lots?|bits?|plenty|loads|couple|few|some)(?: of)? ", re.IGNORECASE)
RELATIVE = re.compile(r"\s(?:that|who|which|where)\s")
WH = frozenset(["how", "where", "what"])


def noun_phrase(fragment: str) -> str | None:
    """The fragment as a noun phrase ("the slush pile"), or None where it is a clause, a remark or not English."""
    words = readable(fragment)
    if not words:
        return None
    small = ["May" if word == "May" and place else word.lower() for place, word in enumerate(words)]
    if not english(words):
        return None
    if small[0] in WH:
        return asked_clause(words, small)
    if small[0] in DETERMINERS:
        words, small = words[1:], small[1:]
        return describe(words, small, article="the") if sound(words, small) else None
    if small[0] in ("their", "your", "our"):
        words, small = words[1:], small[1:]
        return describe(words, small, article="your") if sound(words, small) else None
    return describe(words, small, article="") if sound(words, small) else None


def readable(fragment: str) -> list[str]:
    """The words of a fragment that is short, clean and in Latin letters; praise at its head is left out."""
    text = re.sub(r"\([^()]*\)", " ", fragment).strip(" \t,;:-–—*•!").rstrip(".").replace("’", "'")
    text = QUANTITY.sub("", text)
    if not CLEAN.fullmatch(text) or not LATIN.search(text) or re.search(r"[^\x00-\u024f\u1e00-\u1eff]|\.\S*\.|, *,", text):
        return []
    words = text.split()
    while len(words) > 1 and words[0].lower() in PRAISE:
        words = words[1:]
    if len(words) > 2 and words[0].lower() in DETERMINERS and words[1].lower() in PRAISE:
        words = [words[0], *words[2:]]
    if not 1 <= len(words) <= MOST_WORDS or any(len(word) > 30 or not LATIN.search(word + "x") for word in words):
        return []
    return words


def english(words: list[str]) -> bool:
    """True where a word of the phrase is known, or the only one is a plain name such as a tool's."""
    content = [word for word in words if word.lower() not in PREPOSITIONS | DETERMINERS | LINKS | POSSESSIVES]
    return any(written_small(word) for word in content) or (all(word.isascii() for word in content) and len(content) == 1)


def sound(words: list[str], small: list[str]) -> bool:
    """True for words that make a noun phrase: no clause, no errand, no bare description."""
    if not words or small[0] in PREPOSITIONS | ADVERBS | LINKS | POSSESSIVES - {"my"} | PRONOUNS | FINITE:
        return False
    if small[0] in ERRANDS and (
        len(words) == 1 or small[1] in DETERMINERS | POSSESSIVES | PREPOSITIONS | PRONOUNS or not is_plural(small[-1])
    ):
        return False
    if small[-1] in PREPOSITIONS | LINKS | DETERMINERS | POSSESSIVES | FINITE or OTHER_TONGUES & set(small):
        return False
    if re.search(r"\d{4,}|[,.]$", words[-1]) or (small[0].isdigit() and len(words) == 1):
        return False
    before = RELATIVE.split(f" {' '.join(small)} ")[0].split()
    if len(before) < len(small) and (set(small[len(before) + 1 :]) & PRONOUNS or len(before) == 0):
        return False
    if set(before) & (PRONOUNS | FINITE) or any(one in ADVERBS for one in before):
        return False
    head = head_of(before)
    if is_describing(before[head]) or any(runs_on(one, other) for one, other in itertools.pairwise(before)):
        return False
    governs = len(before) > 1 and before[1] in DETERMINERS | POSSESSIVES and not before[0].endswith("ing")
    return not governs and not (before[0].endswith("ed") and len(before) > 1 and before[1] in PREPOSITIONS)


def runs_on(word: str, following: str) -> bool:
    """True where the two words betray a verb: "writes its", "paused for"."""
    if is_plural(word) and following in DETERMINERS | POSSESSIVES:
        return True
    return len(word) > 4 and word.endswith("ed") and not word.endswith("eed") and following in PREPOSITIONS - {"of"}


def head_of(small: list[str]) -> int:
    """Where the main noun stands: the last word before the first preposition."""
    for index, word in enumerate(small):
        if index and word in PREPOSITIONS | {"and", "or"}:
            return index - 1
    return len(small) - 1


def describe(words: list[str], small: list[str], article: str) -> str:
    """The phrase with the article that it needs."""
    titled = len(words) > 1 and words[1][:1].isupper() and not words[1].isupper()
    if written_small(words[0]) and not titled:
        words = [words[0].lower(), *words[1:]]
    phrase = " ".join(words)
    if small[0] == "my":
        return phrase[0].lower() + phrase[1:]
    if article == "your":
        return f"your {phrase}"
    return f"the {phrase}" if article or takes_article(words, small) else phrase


def takes_article(words: list[str], small: list[str]) -> bool:
    """True where a thing that both have spoken of wants "the"."""
    position = head_of(small)
    head, alone = small[position], position == 0
    follows = small[position + 1] if position + 1 < len(small) else ""
    named = words[position] != words[position].lower()
    if (small[0][0].isdigit() and small[0].isdigit()) or "versus" in small or "vs" in small or named:
        return False
    if small[0].endswith("'s") and not written_small(words[0]):
        return False
    if follows == "of":
        return True
    if follows in ("and", "or"):
        return False
    starts_as_deed = small[0].endswith("ing") and small[0] not in THINGS_IN_ING
    if starts_as_deed and (len(small) == 1 or small[1] in DETERMINERS | POSSESSIVES | PREPOSITIONS or is_plural(head)):
        return False
    if (head.endswith("ing") and head not in THINGS_IN_ING) or head in UNCOUNTED:
        return False
    if alone:
        return not (
            is_plural(head)
            or head.endswith(("ity", "ness", "ance", "ence", "ship", "ism", "ics", "logy", "tion", "ment", "ware"))
        )
    return True


def asked_clause(words: list[str], small: list[str]) -> str | None:
    """ "how they train new staff" as the reader is told it: "how you train new staff"; None where it speaks of a person."""
    if len(words) < 3 or small[1] in ("long", "much", "many", "old", "far", "soon", "about", "come", "if"):
        return None
    if small[1] in ("do", "does", "did", "is", "are", "was", "were", "can", "will", "would"):
        return None
    turned = []
    for word, plain in zip(words, small, strict=True):
        turned.append({"they": "you", "their": "your", "them": "you", "we": "you", "our": "your"}.get(plain, word))
    if set(small[1:]) & (PRONOUNS - {"they", "them", "we", "our"}) or (len(words) < 4 and small[1] not in ("they", "we")):
        return None
    return " ".join([small[0], *turned[1:]])
