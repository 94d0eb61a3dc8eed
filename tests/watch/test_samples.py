"""Every JobPosting sample of schema.org is read: title, employer, place, day, as far as the sample says them."""

import re
from datetime import date
from pathlib import Path

import pytest

from sincerely.watch.errors import ReadError
from sincerely.watch.reading import read

pytestmark = pytest.mark.corpus
# Title, employer, places and day by the number of the example. Most leave all but the title away; #eg-0028 names its employer
# in microdata and RDFa but not in its JSON-LD. #eg-0251 and #eg-0268 say `name`, where schema.org has `title`.
ENGINEER = ("Software Engineer", "ABC Company Inc.", ("Kirkland, WA",), date(2011, 10, 31))
SAYS = {
    "eg-0028": ENGINEER,
    "eg-0213": ("Junior software developer", "", (), None),
    "eg-0251": ("Mobile App Developer", "ACME Software", (), None),
    "eg-0268": ("Telecommute from anywhere in USA!", "", ("USA",), None),
    "eg-0280": ("Systems Research Engineer", "", (), None),
    "eg-0281": ("Junior software developer", "ACME Corp.", (), None),
    "eg-0283": ("electrician", "", (), None),
    "eg-0284": ("Stone mason", "", (), None),
    "eg-0285": ("Systems Research Engineer", "", (), None),
    "eg-0286": ("Systems Research Engineer", "", (), None),
    "eg-0287": ("Systems Research Engineer", "", (), None),
    "eg-0465": ("Software Engineer", "", (), None),
}
WITHOUT_EMPLOYER = ("Software Engineer", "", ("Kirkland, WA",), date(2011, 10, 31))


def samples(folder: Path) -> list[tuple[str, str, str]]:
    """Number, spelling and markup of every sample with a JobPosting."""
    found = []
    for file in sorted(folder.rglob("*.txt")):
        for example in file.read_text(encoding="utf-8").split("TYPES:")[1:]:
            number = re.search(r"#(eg-\d+)", example)
            parts = re.split(r"^(MICRODATA|RDFA|JSON):\s*$", example, flags=re.MULTILINE)
            marked = zip(parts[1::2], parts[2::2], strict=True)
            found += [(number[1], spelling, markup) for spelling, markup in marked if re.search(r'JobPosting"', markup)]
    return found


def test_every_sample_is_read_right(shared: Path) -> None:
    found = samples(shared / "data" / "jobs" / "schemaorg-jobposting" / "data")
    assert {number for number, _, _ in found} == set(SAYS)
    assert len(found) == 14
    for number, spelling, markup in found:
        (job,) = read(markup).postings
        wanted = WITHOUT_EMPLOYER if (number, spelling) == ("eg-0028", "JSON") else SAYS[number]
        assert (job.title, job.employer, job.places, job.posted) == wanted, (number, spelling)


def test_pages_of_other_things_hold_no_posting_and_break_nothing(shared: Path) -> None:
    pages = sorted((shared / "data" / "jobs" / "extruct").rglob("*.html"))
    assert len(pages) > 40
    for file in pages:
        if b"JobPosting" not in file.read_bytes():
            with pytest.raises(ReadError):
                read(file.read_text(encoding="utf-8", errors="replace"))


def test_what_attacks_readers_of_xml_is_refused_or_harmless(shared: Path) -> None:
    from sincerely.watch.answer import Answer

    for file in sorted((shared / "data" / "hostile" / "defusedxml").rglob("*.xml")):
        with pytest.raises(ReadError):
            read(Answer("https://x.example/", file.read_bytes(), "application/rss+xml"))
