"""Letters on paper: the address in its window, words that stay words, and one line for what cannot be set."""

import re
import struct
import zlib
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sincerely.press import MOST_SIGNATURE, BadPaper, Format, Paper, label, letter, pictures

PAPER = Paper(
    sender=("Bo Lind", "4 Quay Row", "Galway"),
    recipient=("Dr Ada Moore", "Harbour Museum", "1 Pier Road", "Cork"),
    on=date(2026, 3, 9),
    body="Dear Dr Moore,\n\nThank you for the tour of the boat hall.\n\nYours sincerely,",
    signed="Bo Lind",
    subject="The boat hall",
)
NOW = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)


def picture() -> bytes:
    """A PNG of one dark dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def boxes(pdf: bytes) -> list[tuple[float, float]]:
    """The sizes of the pages, in points."""
    return [(float(w), float(h)) for w, h in re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", pdf)]


def test_a_letter_is_one_page_of_a4_or_of_us_letter() -> None:
    assert boxes(letter(PAPER)) == [(pytest.approx(595.3, abs=0.1), pytest.approx(841.9, abs=0.1))]
    assert boxes(letter(replace(PAPER, format=Format.US))) == [(612, 792)]


def test_a_long_letter_runs_on_to_more_pages() -> None:
    assert len(boxes(letter(replace(PAPER, body="\n\n".join(["One more thing about the boats. " * 12] * 14))))) > 1


def test_each_page_is_a_picture_too() -> None:
    first, *others = pictures(replace(PAPER, body="\n\n".join(["One more thing about the boats. " * 12] * 14)))
    width, height = struct.unpack(">II", first[16:24])
    assert first.startswith(b"\x89PNG")
    assert height / width == pytest.approx(297 / 210, rel=0.01)
    assert others


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert letter(PAPER) == letter(PAPER)


def test_a_signature_stands_in_the_letter() -> None:
    assert b"/Subtype/Image" in letter(replace(PAPER, signature=picture())).replace(b" ", b"")
    assert b"/Subtype/Image" not in letter(PAPER).replace(b" ", b"")


def test_the_country_chooses_the_format() -> None:
    assert [Format.of(country) for country in ("US", "ca", "IE", "")] == [Format.US, Format.US, Format.DIN, Format.DIN]


def test_the_date_is_written_as_it_is_usual_there() -> None:
    assert PAPER.dated == "9 March 2026"
    assert replace(PAPER, format=Format.US).dated == "March 9, 2026"


def test_a_label_has_the_size_of_a_label() -> None:
    assert boxes(label(PAPER.recipient, PAPER.sender, on=NOW)) == [(pytest.approx(252.3, abs=0.1), pytest.approx(102, abs=0.1))]
    assert boxes(label(PAPER.recipient, kind=Format.US, on=NOW)) == [(288, 96)]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"recipient": ("Dr Ada Moore",)}, "their postal address"),
        ({"sender": ()}, "your postal address"),
        ({"recipient": tuple("abcdefg")}, "shows 6 lines"),
        ({"recipient": tuple("abcdef"), "format": Format.US}, "shows 5 lines"),
        ({"recipient": ("Dr Ada Moore", "x" * 200)}, "over 120 characters"),
        ({"body": " \n"}, "empty"),
        ({"body": "x" * 50_001}, "50,000"),
        ({"signature": b"GIF89a"}, "PNG nor a JPEG"),
        ({"signature": b"\x89PNG\r\n\x1a\n" + b"x" * MOST_SIGNATURE}, "2 MB"),
    ],
)
def test_what_cannot_stand_on_paper_is_refused_in_words(change: dict[str, object], words: str) -> None:
    with pytest.raises(BadPaper, match=words):
        replace(PAPER, **change)


def test_a_broken_picture_is_refused_in_words() -> None:
    with pytest.raises(BadPaper, match="picture cannot be read"):
        letter(replace(PAPER, signature=b"\x89PNG\r\n\x1a\nbroken"))


def made_or_refused(paper: Paper) -> str:
    try:
        return "made" if letter(paper).startswith(b"%PDF") else "not a PDF"
    except BadPaper as refused:
        return "no font has a sign of it" if "No font on this machine has the sign" in str(refused) else str(refused)


@given(st.text(min_size=1, max_size=300).filter(str.strip))
@example("No font has this one: \U0001f9ff\u4f60")
@settings(max_examples=60, deadline=None)
def test_any_words_are_set_or_their_sign_without_a_font_is_named(words: str) -> None:
    paper = replace(PAPER, body=words, subject=words[:80], signed=words[:40], enclosures=(words[:40],), postscript=words)
    assert made_or_refused(paper) in ("made", "no font has a sign of it")


@pytest.mark.parametrize("words", ["#panic()", "$x$ *b* _i_ `c`", "@ref <label>", "\\", "[", "//", '"', "= Head", "\x00\x07"])
def test_words_that_look_like_markup_stay_words(words: str) -> None:
    assert letter(replace(PAPER, body=f"Dear Ada,\n\n{words} so.", subject=words)).startswith(b"%PDF")
