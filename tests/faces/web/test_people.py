"""People and employers: what is known of them, what passed, and the same person twice."""

from datetime import timedelta

import pytest
from tests.desk.conftest import NOW, Scene
from tests.faces.web.visitor import Visitor

pytestmark = pytest.mark.django_db


def kept(scene: Scene, **changes: str) -> dict[str, str]:
    """Bob's form as the page shows it, changed."""
    return {"name": "Bob Byrne", "email": "bob@willow.example", "phone": "", **changes}


def test_everybody_is_listed_and_found_by_name_employer_or_address(scene: Scene, visitor: Visitor) -> None:
    page = visitor.page("/people")
    assert "Bob Byrne" in page
    assert "Willow Care" in page
    assert "Bob Byrne" not in visitor.page("/people", data={"q": "charlie@willow"})
    assert "Nobody here matches" in visitor.page("/people", data={"q": "zoe"})


def test_what_is_known_of_a_person_is_kept(scene: Scene, visitor: Visitor) -> None:
    from sincerely.desk.queries.applications import contact

    told = kept(scene, phone="01632 960 5", title="Matron", may_copy="pa@willow.example", requested="References\nDBS check")
    visitor.send(f"/people/{scene.bob}", email="bob@home.example", **{k: v for k, v in told.items() if k != "email"})
    row = contact(scene.actor, scene.bob)
    assert (row.phone, row.title, row.email) == ("01632 960 5", "Matron", "bob@home.example")
    assert (row.requested, row.may_copy) == (["References", "DBS check"], ["pa@willow.example"])


def test_a_mistake_is_told_and_what_was_typed_stays(scene: Scene, visitor: Visitor) -> None:
    page = visitor.send(f"/people/{scene.bob}", 422, **kept(scene, zone="Atlantis", title="Matron")).content.decode()
    assert 'role="alert"' in page
    assert "Matron" in page


def test_a_wrong_address_keeps_nothing_of_the_form(scene: Scene, visitor: Visitor) -> None:
    from sincerely.desk.queries.applications import contact

    visitor.send(f"/people/{scene.bob}", 422, **kept(scene, title="Matron", email="nowhere"))
    assert contact(scene.actor, scene.bob).title != "Matron"


def test_what_passed_between_you_is_told_latest_first(scene: Scene, visitor: Visitor) -> None:
    from sincerely.desk.actions.replies import log_contact, log_received

    log_contact(scene.actor, scene.application, contact=scene.bob, channel="call", stage="thank-you", now=NOW)
    log_received(scene.actor, scene.application, contact=scene.bob, nature="offer", now=NOW + timedelta(hours=2))
    page = visitor.page(f"/people/{scene.bob}")
    assert page.index("They made an offer") < page.index("You: thank-you by call")


def test_the_same_person_twice_is_asked_about_and_made_one(scene: Scene, visitor: Visitor) -> None:
    from sincerely.desk.actions.contacts import add_contact
    from sincerely.desk.queries.applications import contacts

    again = add_contact(scene.actor, scene.application, name="Byrne, Bob", email="b.byrne@willow.example", now=NOW)
    assert "Is this the same person?" in visitor.page(f"/people/{scene.bob}")
    assert "twice?" in visitor.page("/people")
    visitor.send(f"/people/{scene.bob}/merge", other=str(again.id))
    assert [row.name for row in contacts(scene.actor)] == ["Bob Byrne", "Charlie Chen"]
    visitor.send(f"/people/{scene.bob}/merge", 422, other="nobody")
    visitor.send(f"/people/{scene.bob}/merge", 422, other="9" * 5000)
    visitor.send(f"/people/{scene.bob}/merge", 404, other="999999")


def test_a_stop_is_kept_and_shown(scene: Scene, visitor: Visitor) -> None:
    visitor.send(f"/people/{scene.bob}/stop", reason="She asked", whole="yes")
    assert "Nothing more goes to Bob Byrne" in visitor.page(f"/people/{scene.bob}")
    assert "Nothing more goes to anybody here" in visitor.page(f"/employers/{scene.employer}")


def test_an_employer_shows_its_people_and_keeps_its_place(scene: Scene, visitor: Visitor) -> None:
    page = visitor.page(f"/employers/{scene.employer}")
    assert "Charlie Chen" in page
    assert "Night Manager" in page
    visitor.send(f"/employers/{scene.employer}", name="Willow Care", zone="Europe/Paris", country="FR", region="")
    assert 'value="Europe/Paris"' in visitor.page(f"/employers/{scene.employer}")
    visitor.send(f"/employers/{scene.employer}", 422, name="", zone="", country="", region="")


@pytest.mark.parametrize("way", ["/people/4711", "/employers/4711", f"/people/{10**30}", f"/employers/{10**30}"])
def test_what_is_not_there_is_missing(scene: Scene, visitor: Visitor, way: str) -> None:
    visitor.page(way, 404)


def test_a_brand_and_its_parent_count_as_one_until_told_otherwise(scene: Scene, visitor: Visitor) -> None:
    from sincerely.desk.actions.applications import add_application
    from sincerely.desk.queries.employers import employer

    parent = add_application(scene.actor, employer="Grove Group", now=NOW).employer_id
    assert "Grove Group" in visitor.page(f"/employers/{scene.employer}")
    visitor.send(f"/employers/{scene.employer}/whole", whole=str(parent))
    assert employer(scene.actor, scene.employer).part_of == "Grove Group"
    visitor.send(f"/employers/{scene.employer}/whole", 422, whole="")
    visitor.send(f"/employers/{scene.employer}/whole", do="separate")
    assert employer(scene.actor, scene.employer).part_of == ""
