"""A person's background: JSON Resume or plain text, read as pieces of evidence."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sincerely.pen.brief import Source

MOST_CHARACTERS = 1_000_000
MOST_PIECES = 2_000
SENTENCE = re.compile(r"(?<=[.!?;])\s+|\s*[\n\r•·]+\s*|^\s*[-*+]\s+", re.MULTILINE)
POST = re.compile(
    r"^(?P<role>[^\W\d_][^,|@\n]{2,50}?)\s*(?:,|\||@|\s[-–—]\s|\sat\s)\s*(?P<place>[^,|()\n\d]{2,60}?)\s*(?:[,|(–—-]\s*)?(?:from\s+)?(?:[A-Za-z]{3,9}\.?\s+)?"
    r"(?:19|20)\d\d\b.*$"
)


class BadBackground(ValueError):
    """A background that cannot be read; the message says why and what is expected."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of a background: its words, where it comes from, and in what post and place, as far as that is said."""

    text: str
    source: Source
    role: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Background:
    """What the person has done, learned and can do."""

    pieces: tuple[Evidence, ...]


def read_background(text: str) -> Background:
    """A background from JSON Resume (https://jsonresume.org/schema) or from plain text.

    Reads at most 1,000,000 characters and 2,000 pieces; raises BadBackground.
    """
    if len(text) > MOST_CHARACTERS:
        raise BadBackground(f"The background has {len(text):,} characters; the most is {MOST_CHARACTERS:,}. Give a shorter one.")
    if "\0" in text:
        raise BadBackground("The background is not a text. Give JSON Resume or plain text.")
    if not text.lstrip("\ufeff \t\r\n").startswith("{"):
        return Background(tuple(plain_pieces(text))[:MOST_PIECES])
    try:
        data = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        reason = f"line {error.lineno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else "it is nested too deep"
        raise BadBackground(f"The background looks like JSON but cannot be read ({reason}).") from None
    pieces = []
    for piece in resume_pieces(data):
        pieces.append(piece)
        if len(pieces) == MOST_PIECES:
            break
    return Background(tuple(pieces))


def plain_pieces(text: str) -> Iterator[Evidence]:
    """The sentences of a plain text, each under the post whose line stands above it ("Fitter, Ashby Rail, 2019 to 2023")."""
    role = place = ""
    for block in re.split(r"\n\s*\n", text.lstrip("\ufeff").replace("\r\n", "\n")):
        role = place = ""
        for line in block.split("\n"):
            if len(line) <= 200 and (post := POST.match(line.strip(" \t-*•"))):
                role, place = post["role"].strip(), post["place"].strip()
                yield Evidence(role, Source.WORK, role, place)
                continue
            for piece in SENTENCE.split(line):
                if piece and len(piece) > 2:
                    yield Evidence(piece.strip()[:500], Source.WORK if role else Source.TEXT, role, place)


def resume_pieces(data: Mapping[str, Any]) -> Iterator[Evidence]:
    """The evidence in a JSON Resume; parts of another shape than the schema's are passed over."""
    for source, section, role_key, place_key in (
        (Source.WORK, "work", "position", "name"),
        (Source.VOLUNTEER, "volunteer", "position", "organization"),
        (Source.PROJECT, "projects", "", "name"),
    ):
        for item in objects(data, section):
            role, place = words(item, role_key), words(item, place_key) or words(item, "company")
            told = [words(item, "summary"), words(item, "description"), *lines(item, "highlights"), *lines(item, "keywords")]
            for text in (role, *(piece for part in told for piece in SENTENCE.split(part))):
                if text and text.strip():
                    yield Evidence(text.strip(), source, role, place)
    for item in objects(data, "education"):
        place = words(item, "institution")
        for text in (words(item, "area"), *lines(item, "courses")):
            if text:
                yield Evidence(text, Source.STUDY, words(item, "studyType"), place)
    for item in objects(data, "certificates"):
        if name := words(item, "name"):
            yield Evidence(name, Source.CERTIFICATE, "", words(item, "issuer"))
    for item in objects(data, "skills"):
        for text in (words(item, "name"), *lines(item, "keywords")):
            if text:
                yield Evidence(text, Source.SKILL)
    for item in objects(data, "languages"):
        if name := words(item, "language"):
            yield Evidence(name, Source.LANGUAGE, words(item, "fluency"))
    basics = data.get("basics")
    for piece in SENTENCE.split(words(basics, "summary") if isinstance(basics, Mapping) else ""):
        if piece and piece.strip():
            yield Evidence(piece.strip(), Source.TEXT)


def objects(data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """The objects in the list under a key."""
    value = data.get(key)
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def words(data: Mapping[str, Any], key: str) -> str:
    """The text under a key on one line; anything else is empty."""
    value = data.get(key) if key else None
    return re.sub(r"[ \t]+", " ", value).strip()[:2_000] if isinstance(value, str) else ""


def lines(data: Mapping[str, Any], key: str) -> list[str]:
    """The texts in the list under a key."""
    value = data.get(key)
    return [item.strip()[:500] for item in value if isinstance(item, str)] if isinstance(value, list) else []
