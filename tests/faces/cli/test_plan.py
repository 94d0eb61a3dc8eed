"""`sincerely plan` and `may` for a case in a file, without any desk."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sincerely.faces.cli import run

CASE = {
    "person": {"zone": "Europe/Dublin"},
    "employer": {"name": "Oven & Sons", "zone": "Europe/Berlin", "country": "DE"},
    "contacts": [{"id": "ada", "name": "Ada Okafor", "email": "ada@oven.example"}, {"id": "bo", "name": "Bo Lind"}],
    "events": [
        {
            "kind": "interview",
            "id": "first",
            "start": "2026-03-02T14:00:00+01:00",
            "end": "2026-03-02T15:00:00+01:00",
            "format": "video",
            "contacts": ["ada", "bo"],
        },
        {"kind": "promised", "by": "2026-03-10", "at": "2026-03-02T16:00:00+01:00"},
        {"kind": "sent", "contact": "ada", "channel": "email", "stage": "thank-you", "at": "2026-03-03T09:00:00+01:00"},
    ],
}
NOW = "2026-03-03T10:00:00Z"


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(CASE))
    return str(path)


def test_the_plan_has_the_form_that_programs_rely_on(file: str, capsys) -> None:
    assert run(["plan", file, "--now", NOW, "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert plan.keys() == {"touches", "owed", "ended"}
    thank_you, check_in = plan["touches"]
    assert (thank_you["contact"], thank_you["stage"], thank_you["late"]) == ("bo", "thank-you", False)
    assert (check_in["stage"], check_in["not_before"][:10]) == ("check-in", "2026-03-12")
    assert thank_you.keys() == {"interview", "contact", "stage", "channel", "not_before", "best", "due", "late", "reasons"}


def test_the_timeline_shows_past_now_and_planned(file: str, capsys) -> None:
    assert run(["plan", file, "--now", NOW]) == 0
    rows = capsys.readouterr().out
    order = ["interview (video)", "promised by", "thank-you to Ada", " now", "thank-you to Bo", "closed until Mon", "check-in to"]
    assert [rows.index(words) for words in order] == sorted(rows.index(words) for words in order)


def test_the_picture_is_well_formed_and_names_its_zone(file: str, tmp_path: Path, capsys) -> None:
    assert run(["plan", file, "--now", NOW, "--svg", str(tmp_path / "line.svg")]) == 0
    root = ElementTree.parse(tmp_path / "line.svg").getroot()
    text = "".join(root.itertext())
    assert "Europe/Berlin" in text
    assert "check-in to Ada Okafor" in text


def test_may_says_no_with_reasons_and_the_next_moment(file: str, capsys) -> None:
    assert run(["may", file, "--contact", "ada", "--channel", "email", "--now", NOW, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["allowed"] is False
    assert answer["reasons"]
    assert answer["next_allowed"].startswith("2026-03-12")


def test_may_says_yes_where_nothing_bars_it(file: str, capsys) -> None:
    assert run(["may", file, "--contact", "bo", "--stage", "thank-you", "--now", NOW, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["allowed"] is True


def test_a_contact_unknown_to_the_case_is_refused(file: str, capsys) -> None:
    run(["may", file, "--contact", "zed", "--now", NOW, "--json"])
    assert json.loads(capsys.readouterr().out)["allowed"] is False


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"events": [{"kind": "party"}]}, "party"),
        ({"events": 3}, "events"),
        ({"employer": {"zone": "Mars/Olympus"}}, "Mars/Olympus"),
        ({"policy": {"gap_dayz": 3}}, "gap_dayz"),
    ],
    ids=["an unknown kind", "events that are none", "a zone that does not exist", "an unknown rule of the policy"],
)
def test_a_case_that_makes_no_sense_is_refused_with_its_place_named(tmp_path: Path, capsys, change: dict, said: str) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps({**CASE, **change}))
    assert run(["plan", str(path), "--now", NOW, "--json"]) >= 64
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_a_now_without_an_offset_is_refused(file: str, capsys) -> None:
    assert run(["plan", file, "--now", "2026-03-03T10:00:00"]) >= 64
    assert "offset" in capsys.readouterr().err


def test_the_picture_says_in_words_all_that_it_shows(file: str, tmp_path: Path) -> None:
    assert run(["plan", file, "--now", NOW, "--svg", str(tmp_path / "line.svg")]) == 0
    root = ElementTree.parse(tmp_path / "line.svg").getroot()
    told = {element.tag.rpartition("}")[2]: element.text for element in root if element.text}
    assert told["title"] == "Timeline: Oven & Sons, times in Europe/Berlin, DE"
    assert "check-in to Ada Okafor by e-mail (due" in told["desc"]


def test_long_and_odd_names_stay_within_the_picture(tmp_path: Path) -> None:
    name = "Wilhelmina Featherstonehaugh-Cholmondeley " * 4
    people = [{"id": "ada", "name": name + "\x00<b>"}, {"id": "bo", "name": "山田太郎" * 20}]
    path = tmp_path / "case.json"
    path.write_text(json.dumps({**CASE, "contacts": people}))
    assert run(["plan", str(path), "--now", NOW, "--svg", str(tmp_path / "line.svg")]) == 0
    root = ElementTree.parse(tmp_path / "line.svg").getroot()
    texts = [text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert max(map(len, texts)) <= 98
    assert all(len(text) <= 49 for text in texts if "山" in text)
