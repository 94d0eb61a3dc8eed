"""How near a word comes to a name that it is not: edits counted as a typist makes them."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from sincerely.proof.language.names.folding import plain, sound

# Most edits (letters put in, left out, changed, or two swapped) by length of the name: where the words around it say
# that this is a person, and where the word stands alone. Found on benchmarks/names.py: one more let strangers in.
AMONG_PEOPLE = ((3, 0), (4, 1), (7, 2), (99, 3))
MOST = 3
VOWEL = re.compile(r"[aeiouy]")
ALONE = ((4, 0), (7, 1), (99, 2))


@lru_cache(maxsize=8192)
def edits(word: str, name: str) -> int:
    """How many edits part a word from a name, accents and capitals aside."""
    return OSA.distance(plain(word), plain(name))


def is_same_frame(word: str, name: str) -> bool:
    """True where two words differ in vowels alone, and begin alike: Tate and Tait."""
    one, other = (VOWEL.sub("", plain(each)) for each in (word, name))
    return one == other and len(one) > 1 and plain(word)[:1] == plain(name)[:1]


def allowed(name: str, limits: tuple[tuple[int, int], ...]) -> int:
    return next(most for length, most in limits if len(name) <= length)


def near(word: str, name: str, among_people: bool) -> bool:
    """True where a word may be a slip for a name. Equal words are not near: they are the same."""
    key, said = plain(name), plain(word)
    if said == key or abs(len(word) - len(name)) > MOST:
        return False
    if len(key) > 3 - among_people and sound(word) == sound(name):
        return True
    count = OSA.distance(said, key, score_cutoff=MOST)
    if count > MOST:
        return False
    if among_people and count == 2 and is_same_frame(word, name):
        return True
    if count > allowed(key, AMONG_PEOPLE if among_people else ALONE):
        return False
    return count <= 1 or sound(word)[:1] == sound(name)[:1]
