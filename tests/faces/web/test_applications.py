"""Applications: the table, the board, the search, and files in and out."""

import csv
import io
import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.desk.conftest import NOW, Scene
from tests.faces.web.visitor import Visitor

pytestmark = pytest.mark.django_db


def brought(visitor: Visitor, name: str, data: bytes, status: int = 302):
    return visitor.send("/applications/bring", status, file=SimpleUploadedFile(name, data))


def test_the_table_says_where_each_stands(scene: Scene, visitor: Visitor) -> None:
    page = visitor.page("/applications")
    assert "Willow Care" in page
    assert "Night Manager" in page
    assert "Following up" in page
    assert "not yet" in page


def test_the_board_has_a_column_for_each_step(scene: Scene, visitor: Visitor) -> None:
    page = visitor.page("/applications?as=board")
    for heading in ("Applied", "Interview ahead", "Following up", "Offer", "Ended"):
        assert heading in page


def test_a_search_finds_employers_roles_and_people(scene: Scene, visitor: Visitor) -> None:
    for words in ("willow", "night", "charlie"):
        assert "Night Manager" in visitor.page("/applications", data={"q": words})
    assert "Nothing here matches" in visitor.page("/applications", data={"q": "nobody"})


def test_a_step_narrows_the_table(scene: Scene, visitor: Visitor) -> None:
    assert "Willow Care" in visitor.page("/applications?step=waiting")
    assert "Willow Care" not in visitor.page("/applications?step=offer")
    assert "Willow Care" in visitor.page("/applications?step=nonsense&page=99")


def test_one_is_added_by_hand_and_a_mistake_keeps_what_was_typed(actor, visitor: Visitor) -> None:
    visitor.send("/applications/new", employer="Oven & Sons", role="Baker", country="IE")
    assert "Oven &amp; Sons" in visitor.page("/applications")
    again = visitor.send("/applications/new", 422, employer="Mill", role="Miller", zone="Nowhere/Town").content.decode()
    assert "Miller" in again
    assert 'role="alert"' in again


def test_a_csv_goes_out_and_comes_in_elsewhere(scene: Scene, visitor: Visitor) -> None:
    out = visitor.client.get("/applications.csv")
    assert out.headers["Content-Disposition"] == 'attachment; filename="applications.csv"'
    (row,) = csv.DictReader(io.StringIO(out.content.decode()))
    assert (row["employer"], row["step"]) == ("Willow Care", "waiting")
    table = "employer,role,contact,contact_email\nMill,Miller,Ada Okafor,ada@mill.example\nWillow Care,Night Manager,,\n"
    brought(visitor, "list.csv", table.encode())
    assert {row["employer"] for row in json.loads(visitor.page("/applications.json"))} == {"Willow Care", "Mill"}
    assert "Miller" in visitor.page("/applications", data={"q": "okafor"})


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("list.csv", b"\xff\xfe\x00", "could not be read"),
        ("list.json", b"[[[", "could not be read"),
        ("list.json", b'{"employer": "Mill"}', "no list"),
        ("list.json", b'[{"employer": 4}]', "Row 1"),
        ("list.csv", b"employer,role\nMill,Miller\n,Baker\n", "Row 2"),
        ("list.csv", b"employer,zone\nMill,Nowhere/Town\n", "Row 1"),
        ("list.csv", b"x" * (2 * 1024 * 1024 + 1), "larger than 2 MB"),
    ],
)
def test_a_file_that_will_not_do_adds_nothing_and_says_why(actor, visitor: Visitor, name: str, data: bytes, says: str) -> None:
    assert says in brought(visitor, name, data, 422).content.decode()
    assert json.loads(visitor.page("/applications.json")) == []


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_csv_as_spreadsheets_save_it_comes_in(actor, visitor: Visitor, mark: str) -> None:
    rows = [["Employer", "Role", "Posting URL"], ["Mill", "Miller", ""], ["", "", ""]]
    brought(visitor, "list.csv", "\r\n".join(mark.join(row) for row in rows).encode("utf-8-sig"))
    (row,) = json.loads(visitor.page("/applications.json"))
    assert (row["employer"], row["role"]) == ("Mill", "Miller")


def test_what_went_out_is_known_when_it_comes_back(actor, visitor: Visitor) -> None:
    visitor.send("/applications/new", employer="=HYPERLINK(1)", role='\'90s "Baker"; nights')
    brought(visitor, "list.csv", visitor.page("/applications.csv").encode())
    (row,) = json.loads(visitor.page("/applications.json"))
    assert row["employer"] == "=HYPERLINK(1)"


def test_the_search_listens_to_the_field_that_is_typed_in(scene: Scene, visitor: Visitor) -> None:
    """The script takes the first field of the form."""
    form = visitor.page("/applications", data={"as": "board", "step": "applied"}).partition('class="search"')[2]
    assert 'type="search"' in form.partition("<input")[2].partition(">")[0]


def test_no_cell_is_a_formula(actor, visitor: Visitor) -> None:
    visitor.send("/applications/new", employer="=HYPERLINK(1)", role="@Baker")
    (row,) = csv.DictReader(io.StringIO(visitor.page("/applications.csv")))
    assert (row["employer"], row["role"]) == ("'=HYPERLINK(1)", "'@Baker")


def test_many_applications_take_as_many_questions_as_one(scene: Scene, visitor: Visitor) -> None:
    from sincerely.desk.actions.applications import add_application

    visitor.page("/applications")
    with CaptureQueriesContext(connection) as one:
        visitor.page("/applications")
    for number in range(60):
        add_application(scene.actor, employer=f"Firm {number}", now=NOW - timedelta(days=1))
    with CaptureQueriesContext(connection) as many:
        page = visitor.page("/applications")
    assert len(many) == len(one)
    assert "1 to 50 of 61" in page
    assert "1 to 50 of 61" not in visitor.page("/applications?page=2")
