"""What an address says about its owner once the owner's own name is taken out of it."""

import re
from collections.abc import Iterator
from pathlib import Path

from sincerely.proof.names import folded
from sincerely.proof.wordlists import wordlist

HERE = Path(__file__).parent
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
CHUNK = re.compile(r"[^\W_]+")
PIECE = re.compile(r"[^\W\d_]+|\d+")
LEET = str.maketrans("013457", "oieast")
DISGUISED = re.compile(r"[a-z]\d[a-z]|^\d[a-z]{2}|\$|@")
CRISSCROSS = re.compile(r"x{1,4}[_.-].*[_.-]x{1,4}|(?-i:xX|Xx).*(?-i:xX|Xx)", re.IGNORECASE)
KEYBOARD_RUN = re.compile(r"qwert|asdf|zxcv|12345678|abcdef|abc123", re.IGNORECASE)
SPRINKLED_DIGITS = re.compile(r"(?:[a-z]+\d+){3,}[a-z]|(?:\d+[a-z]+){3,}\d", re.IGNORECASE)
BOASTING_NUMBERS = frozenset({"420", "666", "1337"})
SURE_LENGTH = 6
SURE_ANYWHERE = ("sexy", "fuck", "bitch", "horny", "kinky")


def unfit_words(local: str, name: frozenset[str]) -> Iterator[str]:
    """Words in the part before the @ that do not fit an application; `name` are the words of the owner's name."""
    if CRISSCROSS.fullmatch(local):
        yield local
    left = [piece for chunk in CHUNK.findall(local) for piece in remainders(folded(chunk), name)]
    if name and len(left) > 1 and made_of("".join(left), wordlist("_unfit_words", HERE), wordlist("_everyday_words", HERE)):
        yield "".join(left)
    for chunk in CHUNK.findall(CAMEL.sub(" ", local)):
        plain = folded(chunk)
        for piece in remainders(plain, name):
            if piece in BOASTING_NUMBERS or unfit(piece, bool(name)):
                yield piece
        straight = plain.translate(LEET)
        if DISGUISED.search(plain):
            yield from (piece for piece in remainders(straight, name) if unfit(piece, bool(name)))
        yield from (head for head in (boast(plain, name),) if head)


def remainders(chunk: str, name: frozenset[str]) -> list[str]:
    """What is left of a chunk without the owner's name: letters and figures apart."""
    for word in sorted(name, key=len, reverse=True):
        if len(word) > 2:
            chunk = chunk.replace(word, " ")
    pieces = PIECE.findall(chunk)
    return [piece for piece in pieces if not any(word.startswith(piece) for word in name)]


def unfit(piece: str, named: bool) -> bool:
    """True for an unfit word, or one that is put together from unfit and everyday words alone.

    Where no name is known the piece may be one ("Assis", "Hellman"): then only whole and long words count.
    """
    words = wordlist("_unfit_words", HERE)
    if piece in words or any(sure in piece for sure in SURE_ANYWHERE):
        return True
    if not named:
        return False
    return made_of(piece, words, wordlist("_everyday_words", HERE)) or any(
        word in piece for word in words if len(word) >= SURE_LENGTH
    )


def made_of(piece: str, words: frozenset[str], everyday: frozenset[str]) -> bool:
    """True where the piece splits wholly into known words, one of them unfit."""
    reached: list[bool | None] = [False, *([None] * len(piece))]
    for end in range(1, len(piece) + 1):
        for start in range(max(0, end - 16), end):
            before = reached[start]
            if before is None:
                continue
            part = piece[start:end]
            if part in words:
                reached[end] = True
            elif part in everyday and not reached[end]:
                reached[end] = before
    return bool(reached[-1])


def boast(chunk: str, name: frozenset[str]) -> str:
    """The boasting end of a chunk such as "catlover99", with something of the owner's liking before it; else empty."""
    for word in sorted(name, key=len, reverse=True):
        chunk = chunk.replace(word, "") if len(word) > 2 else chunk
    letters = chunk.rstrip("0123456789")
    for head in wordlist("_unfit_heads", HERE):
        if len(letters) - len(head) >= 3 and letters.endswith(head):
            return letters
    return letters if letters.startswith(("ilove", "iluv", "iheart")) and len(letters) > 7 else ""


def looks_random(local: str) -> bool:
    """True for a keyboard run, or figures sprinkled among letters."""
    return bool(KEYBOARD_RUN.search(local) or SPRINKLED_DIGITS.search(local))
