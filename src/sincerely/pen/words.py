"""Words by their part in a sentence: enough to tell a noun phrase from a clause without a grammar engine."""

import tomllib
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
LEXICON = tomllib.loads((HERE / "lexicon.toml").read_text(encoding="utf-8"))


def words_of(entry: str) -> frozenset[str]:
    """The set of words under one entry of the lexicon."""
    return frozenset(LEXICON[entry].split())


DETERMINERS = words_of("determiners")
POSSESSIVES = words_of("possessives")
PRONOUNS = words_of("pronouns")
PREPOSITIONS = words_of("prepositions")
LINKS = words_of("links")
FINITE = words_of("finite")
ERRANDS = words_of("errands")
ADVERBS = words_of("adverbs")
PRAISE = words_of("praise")
ADJECTIVES = words_of("adjectives")
NOT_ADVERBS = words_of("not_adverbs")
NOT_ADJECTIVES = words_of("not_adjectives")
THINGS_IN_ING = words_of("things_in_ing")
UNCOUNTED = words_of("uncounted")
WRITTEN_LARGE = words_of("written_large")
OTHER_TONGUES = words_of("other_tongues")
DEEDS = words_of("deeds")
VAGUE = words_of("vague")
DUTIES = words_of("duties")
GENERIC = words_of("generic")
PAPERS = words_of("papers")
MASSES = words_of("masses")
SMALL_ENDINGS = tuple(words_of("small_endings"))


@cache
def ordinary() -> frozenset[str]:
    """Words that are written small: how the first word of a note is known to be no name."""
    text = (HERE / "ordinary.txt").read_text(encoding="utf-8")
    return frozenset(text.partition("\n")[2].split())


def written_small(word: str) -> bool:
    """True where a word that stands first is no name, so that its capital goes when it moves into a sentence."""
    if word[1:] != word[1:].lower() or any(character.isdigit() for character in word):
        return False
    plain = word.lower().replace("’", "'").removesuffix("'s")
    if plain in WRITTEN_LARGE:
        return False
    parts = [part for part in plain.split("-") if part]
    return bool(parts) and all(part in ordinary() or singular(part) in ordinary() or ends_small(part) for part in parts)


def ends_small(word: str) -> bool:
    """True for endings that common words have and names seldom do."""
    return len(word) > 6 and word.endswith(SMALL_ENDINGS)


def singular(word: str) -> str:
    """The singular of a regular plural; any other word as it is."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    if is_plural(word):
        return word[:-1]
    return word


def is_plural(word: str) -> bool:
    """True for a word that looks like a regular plural."""
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ics", "'s", "’s", "news"))


def is_describing(word: str) -> bool:
    """True for a word that only describes, so that no phrase can end on it."""
    if word in ADJECTIVES or word in ADVERBS:
        return True
    if word in WRITTEN_LARGE:
        return False
    if word.endswith("ly"):
        return word not in NOT_ADVERBS
    if word.endswith(("able", "ible")):
        return word not in NOT_ADJECTIVES
    if word.endswith("ed"):
        return not word.endswith("eed") and word not in ("bed", "shed", "embed", "med", "wed", "seabed", "watershed")
    return word.endswith(("ful", "ous", "less", "ish"))
