"""Each board's own answer is read: titles, employers, places, days, pay, texts. README.md here says where they are from."""

from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import pytest

from sincerely.watch.answer import Answer
from sincerely.watch.boards import boards, place_of
from sincerely.watch.errors import ReadError
from sincerely.watch.reading import read

HERE = Path(__file__).parent
# The address that a person gives, the recorded answer, and what the first posting must say.
BOARDS = {
    "greenhouse": (
        "https://boards.greenhouse.io/vaulttec",
        "greenhouse.json",
        {
            "identifier": "127817",
            "title": "Vault Designer",
            "employer": "Vaulttec",
            "places": ("NYC",),
            "posted": date(2016, 1, 14),
            "url": "https://boards.greenhouse.io/vaulttec/jobs/127817",
            "text": "This is the job description.\n\nAny HTML included through the hosted job application editor will be "
            "automatically converted into corresponding HTML entities.",
        },
    ),
    "lever": (
        "https://jobs.lever.co/willow-care",
        "lever.json",
        {
            "title": "Ward Nurse",
            "employer": "Willow Care",
            "places": ("Cork", "Limerick"),
            "remote": "on-site",
            "posted": date(2026, 3, 2),
            "pay": "EUR 38,000 to 45,000 a year",
            "employment": "full-time",
            "text": "Come and care.\n\nYou look after twelve people.\n\nWhat you bring\n\n- A nurse's pin\n- Calm & patience\n\n"
            "Apply by mail.",
        },
    ),
    "ashby": (
        "https://jobs.ashbyhq.com/Acme%20Co",
        "ashby.json",
        {
            "title": "Payroll Clerk",
            "employer": "Acme Co",
            "places": ("Galway", "Dublin"),
            "remote": "hybrid",
            "posted": date(2026, 2, 11),
            "pay": "€30K – €34K",
            "employment": "part-time",
            "text": "You pay people on time.",
        },
    ),
    "smartrecruiters": (
        "https://careers.smartrecruiters.com/CityLines",
        "smartrecruiters.json",
        {
            "title": "Bus Driver",
            "employer": "City Lines",
            "places": ("Leeds, West Yorkshire, GB",),
            "posted": date(2026, 2, 20),
            "employment": "full-time",
            "url": "https://jobs.smartrecruiters.com/CityLines/743999999000001",
            "details": "https://api.smartrecruiters.com/v1/companies/CityLines/postings/743999999000001",
        },
    ),
    "recruitee": (
        "https://zonnebrood.recruitee.com/",
        "recruitee.json",
        {
            "title": "Baker",
            "employer": "Zonne Brood",
            "places": ("Utrecht, Utrecht, Netherlands", "Zeist, Utrecht, Netherlands"),
            "remote": "on-site",
            "posted": date(2026, 1, 20),
            "closing": date(2026, 5, 1),
            "pay": "EUR 2,400 to 2,900 a month",
            "employment": "full-time",
            "text": "You bake before dawn.\n\n- Sourdough",
        },
    ),
    "workable": (
        "https://apply.workable.com/green-gardens/",
        "workable.json",
        {
            "title": "Gardener",
            "employer": "Green Gardens",
            "places": ("Athens, Attica, Greece",),
            "posted": date(2026, 2, 3),
            "employment": "full-time",
            "text": "You plant trees.",
        },
    ),
    "personio": (
        "https://nordwind.jobs.personio.de/",
        "personio.xml",
        {
            "title": "Wind Turbine Technician (m/w/d)",
            "employer": "Nordwind Energie GmbH",
            "places": ("Kiel", "Husum"),
            "posted": date(2026, 2, 10),
            "employment": "full-time",
            "url": "https://nordwind.jobs.personio.de/job/1001",
            "text": "Your tasks\n\n- You climb & repair.\n\nYour profile\n\nNo fear of heights.",
        },
    ),
    "teamtailor": (
        "https://fjordferries.teamtailor.com/",
        "teamtailor.rss",
        {
            "title": "Ship's Engineer",
            "employer": "Fjord Ferries",
            "places": ("Bergen, Norway", "Stavanger office"),
            "remote": "on-site",
            "posted": date(2026, 2, 16),
            "text": "You keep the engines running.",
        },
    ),
}
ALL = pytest.mark.parametrize("name", BOARDS)


def answer_of(name: str) -> Answer:
    _, file, _ = BOARDS[name]
    kind = "application/json" if file.endswith("json") else "application/xml"
    return Answer(f"https://{name}.example/", (HERE / file).read_bytes(), kind)


def test_every_board_has_a_recorded_answer() -> None:
    assert set(boards()) == set(BOARDS)


@ALL
def test_a_recorded_answer_is_read_right(name: str) -> None:
    address, _, wanted = BOARDS[name]
    place = place_of(address)
    assert place.board == name
    first, second, *more = read(answer_of(name), place).postings
    assert {key: value for key, value in asdict(first).items() if key in wanted} == wanted
    assert second.title
    assert second.identifier != first.identifier
    assert more == [], "what is hidden, closed or has no title is left out"


@ALL
def test_the_address_for_machines_leads_to_the_same_board(name: str) -> None:
    place = place_of(BOARDS[name][0])
    again = place_of(place.ask())
    assert again is not None
    assert again.ask() == place.ask()


@pytest.mark.parametrize(
    ("address", "only"),
    [
        ("https://job-boards.greenhouse.io/vaulttec/jobs/44444", "44444"),
        ("https://boards.greenhouse.io/embed/job_app?for=vaulttec&gh_jid=44444", "44444"),
        ("https://jobs.lever.co/willow-care/5ac21346-8e0c-4494-8e7a-3eb92ff77902/apply", "5ac21346-8e0c-4494-8e7a-3eb92ff77902"),
        ("https://jobs.ashbyhq.com/Acme%20Co/r", "r"),
        ("https://jobs.smartrecruiters.com/CityLines/743999999000002-timetable-planner", "743999999000002"),
        ("https://zonnebrood.recruitee.com/o/cashier", "cashier"),
        ("https://apply.workable.com/green-gardens/j/F00/", "F00"),
        ("https://nordwind.jobs.personio.de/job/1002?language=de", "1002"),
        ("https://fjordferries.teamtailor.com/jobs/5000002-route-planner", "5000002-route-planner"),
    ],
)
def test_the_address_of_one_posting_shows_that_one_alone(address: str, only: str) -> None:
    place = place_of(address)
    assert place.only == only
    assert len(read(answer_of(place.board), place).postings) == 1


@pytest.mark.parametrize(
    "address",
    [
        *("https://lever.co/", "https://jobs.lever.co/", "https://www.workable.com/pricing", "https://help.workable.com/hc"),
        *(
            "https://app.recruitee.com/",
            "https://a.b.recruitee.com/",
            "https://notrecruitee.com/",
            "https://career.teamtailor.com/",
        ),
        *(
            "https://evil.example/boards.greenhouse.io/x",
            "https://boards.greenhouse.io.evil.example/x",
            "https://boards.greenhouse.io/%2e%2e",
        ),
        *("https://jobs.personio.de/", "https://personio.de/x", "https://api.ashbyhq.com/other", "https://example.com/"),
    ],
)
def test_other_addresses_are_no_board(address: str) -> None:
    assert place_of(address) is None


@ALL
@pytest.mark.parametrize(
    "body", [b"", b"{}", b"[]", b"null", b"<html>", b'{"jobs": 3, "offers": {}, "content": ""}', b"<rss/>", b"\x00\xff"]
)
def test_a_wrong_answer_never_reads_as_an_empty_board(name: str, body: bytes) -> None:
    if (name, body) == ("lever", b"[]"):
        pytest.skip("an empty list is what Lever says of a board without jobs")
    with pytest.raises(ReadError) as trouble:
        read(replace(answer_of(name), body=body), place_of(BOARDS[name][0]))
    assert "\n" not in str(trouble.value)


def test_a_long_list_leads_to_its_next_page() -> None:
    place = place_of(BOARDS["smartrecruiters"][0])
    assert read(answer_of("smartrecruiters"), place).following == (
        "https://api.smartrecruiters.com/v1/companies/CityLines/postings?limit=100&offset=2",
    )


def test_a_text_that_stands_apart_is_read() -> None:
    place = place_of(BOARDS["smartrecruiters"][0])
    text = place.tell(Answer("", (HERE / "smartrecruiters-details.json").read_bytes(), "application/json"))
    assert text == "Company Description\n\nWe run buses.\n\nJob Description\n\nYou drive line 7.\n\nQualifications\n\n- Licence D"


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("name", ["personio", "teamtailor"])
@pytest.mark.parametrize("bomb", [BOMB, OUTSIDE, BOMB.decode().encode("utf-16"), b"<!doctype x>"])
def test_entities_are_refused(name: str, bomb: bytes) -> None:
    whole = answer_of(name)
    body = bomb + b"<workzag-jobs><position><id>1</id><name>&b;&a;</name></position></workzag-jobs>"
    with pytest.raises(ReadError):
        read(replace(whole, body=body), place_of(BOARDS[name][0]))
