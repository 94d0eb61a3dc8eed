"""Text made plain for judging: look-alikes folded, disguised words uncovered, every token with its place in the original."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from sincerely.proof.tone.lexicon import DISGUISED, STRONG_PROFANITY

MOST_MASKED = 24  # longest chunk that is tried as a disguised word

LOOK_ALIKES = str.maketrans(
    "’‘‛ʼ`´“”„«»–—−…аеорсухіјѕԁһԛԝАВЕКМНОРСТУХІЈЅαειονρτυκΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "''''''\"\"\"\"\"---.aeopcyxijsdhqwABEKMHOPCTYXIJSaeiovptukABEZHIKMNOPTYX",
)
LEET = str.maketrans("013457@$!|+", "oieastasiit")
TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[!?.,;:]+|[^\w\s]", re.UNICODE)
CHUNK = re.compile(r"(?<!\S)(?=\S{0,23}[^\W\d_])(?=\S{0,23}[*$@!#%0-9|+._\-])\S{3,24}(?!\S)")
SPACED = re.compile(
    r"(?<![^\W_])(?:[^\W\d_][ .\-_*]{1,2}){3,23}[^\W\d_](?![^\W_])|(?<![^\W_])(?:[^\W\d_][.\-_*]){2}[^\W\d_](?![^\W_])"
)
CLOSE = re.compile(r"\S(?: \S|\S)*")
STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
STRETCHED_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{0,20}?([^\W\d_])\1{2}[^\W\d_]{0,20}(?![^\W\d_])")

BY_SHAPE: dict[tuple[str, int], list[str]] = {}
for _word in sorted(DISGUISED, key=lambda word: (word in STRONG_PROFANITY, word), reverse=True):
    BY_SHAPE.setdefault((_word[0], len(_word)), []).append(_word)


class Token(NamedTuple):
    """A word or mark: its plain form in small letters, its place, whether it shouts and whether it was disguised."""

    text: str
    start: int
    end: int
    loud: bool = False
    disguised: bool = False


def folded(text: str) -> tuple[str, list[int] | None]:
    """The text in plain letters, and for each of its characters the place in the original (None: unchanged)."""
    if text.isascii():
        return text, None
    out: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for plain in plain_form(character):
            out.append(plain)
            places.append(place)
    return "".join(out), places


@lru_cache(maxsize=4096)
def plain_form(character: str) -> str:
    """A character without accents and disguise; nothing for invisible ones."""
    if character.isascii():
        return character
    plain = character.translate(LOOK_ALIKES)
    if plain != character:
        return plain
    category = unicodedata.category(character)
    if category in ("Cf", "Mn", "Cc", "Me"):
        return ""
    bare = "".join(part for part in unicodedata.normalize("NFKD", character) if not unicodedata.combining(part))
    return bare if len(bare) <= 4 else character


@lru_cache(maxsize=4096)
def uncovered(chunk: str) -> str:
    """The known word that a chunk hides (`l0ser`, `st*pid`, `f.u.c.k`, `stuuupid`), or nothing."""
    chunk = chunk.lower()
    if len(chunk) > MOST_MASKED:
        return ""
    letters = re.sub(r"[ .\-_]", "", chunk)
    if 2 * sum(map(str.isdigit, letters)) > len(letters):
        return ""  # a road or a room: A55
    for candidate in (letters, letters.translate(LEET), letters.translate(LEET).replace("i", "l", 1)):
        for plain in (candidate, STRETCHED.sub(r"\1", candidate), STRETCHED.sub(r"\1\1", candidate), squeezed(candidate)):
            if plain in DISGUISED and plain != chunk:
                return plain
    if not re.search(r"[*#$@!%]", letters):
        return ""
    for candidate in BY_SHAPE.get((letters[0], len(letters)), ()):
        if all(mark == letter or mark in "*#$@!%" for mark, letter in zip(letters, candidate, strict=True)):
            return candidate
    return ""


def squeezed(word: str) -> str:
    return "".join(letter for letter, _ in groupby(word)) if STRETCHED.search(word) else word


def disguises(plain: str) -> Iterator[tuple[int, int, str]]:
    """Places where a known word hides in plain text, in order, none overlapping."""
    found: list[tuple[int, int, str]] = []
    for pattern in (SPACED, CHUNK, STRETCHED_WORD):
        for first, chunk in chunks(pattern, plain):
            # A spaced word may have caught the lone letter before it: "what a f o o l".
            for at in (0, 2) if pattern is SPACED else (0,):
                inner = chunk[at:].strip(".,;:!?\"'()[]-")
                if inner and (word := uncovered(inner)):
                    start = first + chunk.index(inner, at)
                    found.append((start, start + len(inner), word))
                    break
    last = -1
    for start, end, word in sorted(found):
        if start >= last:
            yield start, end, word
            last = end


def chunks(pattern: re.Pattern[str], plain: str) -> Iterator[tuple[int, str]]:
    """Places and texts of a pattern; rows of spaced letters are cut into words where the gap is wider."""
    for match in pattern.finditer(plain):
        if pattern is SPACED and "  " in match.group():
            yield from ((match.start() + part.start(), part.group()) for part in CLOSE.finditer(match.group()))
        else:
            yield match.start(), match.group()


@lru_cache(maxsize=256)
def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text, disguises uncovered, places counted in the text as given. Several rules ask for each sentence."""
    plain, places = folded(text)
    out: list[Token] = []
    at = 0

    def place(start: int, end: int) -> tuple[int, int]:
        return (start, end) if places is None else (places[start], places[end - 1] + 1)

    def take(start: int, end: int) -> None:
        for match in TOKEN.finditer(plain, start, end):
            word = match.group()
            out.append(Token(word.lower(), *place(*match.span()), loud=len(word) > 2 and word.isupper()))

    for start, end, word in disguises(plain):
        take(at, start)
        out.append(Token(word, *place(start, end), disguised=True))
        at = end
    take(at, len(plain))
    return tuple(out)
