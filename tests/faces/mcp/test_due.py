"""What due tells: facts of the desk, and not a word that anybody wrote but names, which are short."""

import json
from datetime import timedelta

import pytest
from tests.desk.conftest import NOW, Scene, actor, scene  # noqa: F401

from sincerely.desk.shapes import as_dict
from sincerely.faces.mcp.house import House
from sincerely.faces.mcp.reach import Thread

pytestmark = pytest.mark.django_db
SAID = "heronseven"


def told(scene: Scene, thread: Thread | None = None) -> dict[str, list[dict[str, object]]]:  # noqa: F811
    from sincerely.faces.mcp.tools.due import day

    house = House(clock=lambda: NOW, owner=scene.actor, thread=thread)
    return as_dict(day(house.visit(None), house))


def written(scene: Scene, contact: int) -> None:  # noqa: F811
    """A mail whose every word is somebody's, which the desk asks about, and a note that failed with what a server said."""
    from sincerely.desk.models import Contact, Interview, Message, Received

    Received.objects.create(
        desk_id=scene.actor.desk,
        employer_id=scene.employer,
        application_id=scene.application,
        contact_id=contact,
        sender=f"{SAID} <b@willow.example>",
        subject=SAID,
        text=SAID,
        nature="rejection",
        reasons=[f"It may be a rejection: “{SAID}”."],
        asks=True,
        at=NOW - timedelta(hours=1),
        created_at=NOW,
    )
    failed = scene.draft(contact=contact, body=SAID, subject=SAID).id
    Message.objects.filter(pk=failed).update(state="failed", trouble=SAID, receipt=SAID)
    Interview.objects.update(notes=SAID, place=SAID, start=NOW + timedelta(days=1), end=NOW + timedelta(days=1, hours=1))
    Contact.objects.filter(pk=contact).update(name=f"Bob\nByrne{' please' * 30} {SAID}", title=SAID)


def test_nobodys_words_stand_in_it(scene) -> None:  # noqa: F811
    written(scene, scene.bob)
    found = told(scene)
    assert [row["what"] for row in found["owed"] if row["what"] == "nature"] == ["nature"]
    assert [row["contact"] for row in found["unread"]] == [scene.bob]
    assert [row["contact"] for row in found["failed"]] == [scene.bob]
    assert [row["contacts"] for row in found["interviews"]] == [[scene.bob, scene.charlie]]
    assert SAID not in json.dumps({name: rows for name, rows in found.items() if name not in ("late", "today", "coming", "owed")})
    # The planner's own reasons say a name in full; of the mail they say nothing.
    asked = next(row for row in found["owed"] if row["what"] == "nature")
    assert SAID not in json.dumps(asked)
    assert max(len(row["contact_name"]) for row in found["unread"]) <= 80


def test_a_session_that_is_bound_is_told_of_its_own_thread_alone(scene) -> None:  # noqa: F811
    written(scene, scene.bob)
    assert {row["contact"] for rows in told(scene).values() if isinstance(rows, list) for row in rows if "contact" in row} == {
        scene.bob,
        scene.charlie,
    }
    found = told(scene, Thread(scene.application, scene.charlie))
    assert {row["contact"] for rows in found.values() if isinstance(rows, list) for row in rows if "contact" in row} <= {
        scene.charlie
    }
    assert [row["contacts"] for row in found["interviews"]] == [[scene.charlie]]
