"""Settings: who you are, when to write, your own words, the calendar, and everything taken along or erased."""

import json
import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.desk.conftest import NOW, Scene
from tests.faces.web.visitor import Visitor

pytestmark = pytest.mark.django_db

ME = {"name": "Alice Archer", "email": "alice@archer.example", "zone": "Europe/Dublin", "pace": "150"}
NUMBERS = {
    "promise_slack_days": "2",
    "first_check_in": "7",
    "after_word": "10",
    "gap_days": "7",
    "check_ins": "2",
    "calls_per_week": "1",
    "keep_in_touch_days": "0",
    "mail_hours": "08:00-18:00",
    "call_hours": "09:30-17:00",
    "closing_note": "on",
    "sleep_on_it": "on",
}


def owner(scene: Scene):
    from sincerely.desk.queries.desk import desk

    return desk(scene.actor)


def test_who_you_are_is_kept(scene: Scene, visitor: Visitor) -> None:
    visitor.send("/settings", **{**ME, "phone": "01632 960 1", "employer": "Old Mill"})
    assert (owner(scene).phone, owner(scene).employer) == ("01632 960 1", "Old Mill")
    page = visitor.send("/settings", 422, **{**ME, "zone": "Atlantis", "phone": "999"}).content.decode()
    assert "999" in page
    assert 'role="alert"' in page


@pytest.mark.parametrize("data", [b"", b"no picture", b"<svg onload=x>"])
def test_a_signature_that_is_no_picture_is_refused(scene: Scene, visitor: Visitor, data: bytes) -> None:
    file = SimpleUploadedFile("me.png", data)
    answer = visitor.client.post("/settings", {**ME, "signature": file})
    assert answer.status_code == (302 if not data else 422)


def test_another_policy_is_shown_before_it_is_kept(scene: Scene, visitor: Visitor) -> None:
    page = visitor.page("/settings/policy", data={"policy": "patient"})
    assert "Patient" in page
    assert owner(scene).policy == "default"
    visitor.send("/settings/policy", policy="patient", of="default", **NUMBERS)
    assert (owner(scene).policy, owner(scene).policy_changes) == ("patient", {})


def test_only_what_differs_is_kept_as_a_change(scene: Scene, visitor: Visitor) -> None:
    visitor.send("/settings/policy", policy="default", of="default", **{**NUMBERS, "gap_days": "9"})
    assert owner(scene).policy_changes == {"gap_days": 9}
    shown = visitor.page(
        "/settings/policy", data={"policy": "default", "of": "default", **NUMBERS, "first_check_in": "20", "after_word": "25"}
    )
    assert "changed" in shown


@pytest.mark.parametrize(
    ("key", "value"), [("gap_days", "soon"), ("gap_days", "0"), ("mail_hours", "25-26"), ("check_ins", "99")]
)
def test_a_number_that_makes_no_sense_is_told(scene: Scene, visitor: Visitor, key: str, value: str) -> None:
    page = visitor.send("/settings/policy", 422, policy="default", of="default", **{**NUMBERS, key: value}).content.decode()
    assert 'role="alert"' in page
    shown = visitor.page("/settings/policy", data={"policy": "default", "of": "default", **NUMBERS, key: value})
    # The script takes this part alone into the page.
    assert 'role="alert"' in shown.partition('<div id="policy"')[2]


@pytest.mark.parametrize("hour", ["24", "-1", "9" * 5000, "noon"])
def test_a_reminder_has_an_hour_of_the_day(scene: Scene, visitor: Visitor, hour: str) -> None:
    visitor.send("/settings/reminders", 422, hour=hour)
    visitor.send("/settings/reminders", hour="7")
    assert owner(scene).digest_hour == 7


def test_own_words_are_added_and_taken_back(scene: Scene, visitor: Visitor) -> None:
    visitor.send("/settings/words/change", rule="language/spelling", phrase="Kubernetifying")
    assert "kubernetifying" in visitor.page("/settings/words")
    visitor.send("/settings/words/change", rule="language/spelling", phrase="kubernetifying", do="back")
    assert owner(scene).fine_phrases == []
    visitor.send("/settings/words/change", 422, rule="language/weather", phrase="rain")


def test_the_calendar_has_a_secret_address_shown_once(scene: Scene, visitor: Visitor) -> None:
    page = visitor.send("/settings/calendar/change", 200, do="token").content.decode()
    (way,) = re.findall(r"http://[^/]+(/calendar/[^<]+\.ics)", page)
    assert "BEGIN:VCALENDAR" in visitor.page(way)
    assert way not in visitor.page("/settings/calendar")
    visitor.send("/settings/calendar/change", do="revoke")
    visitor.page(way, 404)
    assert "Willow Care" in visitor.page("/settings/calendar/follow-ups.ics")


def password_of(scene: Scene) -> str | None:
    from sincerely.desk.models import Feed
    from sincerely.desk.sealing import unseal

    sealed = Feed.objects.get(desk=scene.actor.desk).sealed
    return unseal(sealed)["password"] if sealed else None


def test_a_calendar_server_is_set_up_without_showing_its_password(scene: Scene, visitor: Visitor) -> None:
    server = {"url": "https://cal.example/alice/", "user": "alice", "password": "s3cret-words"}
    visitor.send("/settings/calendar/change", do="caldav", **server)
    page = visitor.page("/settings/calendar")
    assert "https://cal.example/alice/" in page
    assert "s3cret-words" not in page
    # Keeping the form again, where the password never shows, forgets none; another address gets none.
    visitor.send("/settings/calendar/change", do="caldav", **{**server, "password": ""})
    assert password_of(scene) == "s3cret-words"
    visitor.send("/settings/calendar/change", do="caldav", **{**server, "url": "https://else.example/", "password": ""})
    assert password_of(scene) is None
    visitor.send("/settings/calendar/change", 422, do="caldav", url="http://cal.example/")
    visitor.send("/settings/calendar/change", 422, do="dance")


def test_everything_goes_out_as_json(scene: Scene, visitor: Visitor) -> None:
    out = visitor.send("/settings/keeping/export", 200)
    assert json.loads(out.content)["tables"]["employer"][0]["name"] == "Willow Care"
    assert "attachment" in out.headers["Content-Disposition"]


def test_everything_is_erased_where_the_name_is_typed(scene: Scene, visitor: Visitor) -> None:
    from sincerely.desk.models import Desk, Event, History

    visitor.send("/settings/keeping/erase", 422, name="Bob")
    assert Desk.objects.exists()
    visitor.send("/settings/keeping/erase", name="alice archer")
    assert not Desk.objects.exists()
    assert not Event.objects.exists()
    assert not History.objects.exists()
    assert visitor.at(NOW + timedelta(days=1)).client.get("/").headers["Location"] == "/start"


def test_a_program_is_let_in_with_a_token_shown_once(scene: Scene, visitor: Visitor) -> None:
    from sincerely.desk.callers import NotLetIn, Scope, caller

    offered = re.findall(r'type="checkbox" name="scope" value="(\w+)"', visitor.page("/settings/programs"))
    assert offered == [scope.value for scope in Scope]
    wish = {"do": "new", "name": "My script", "scope": ["read", "write"], "days": "30"}
    page = visitor.send("/settings/programs/change", 200, **wish).content.decode()
    (secret,) = re.findall(r"<code>(sincerely_[^<]+)</code>", page)
    assert caller(secret, NOW).scopes == {Scope.READ, Scope.WRITE}
    page = visitor.page("/settings/programs")
    assert secret not in page
    (number,) = re.findall(r'value="revoke:(\d+)"', page)
    visitor.send("/settings/programs/change", do=f"revoke:{number}")
    with pytest.raises(NotLetIn):
        caller(secret, NOW)
    assert "Take back" not in visitor.page("/settings/programs")


def test_a_program_that_makes_no_sense_is_not_let_in(scene: Scene, visitor: Visitor) -> None:
    for wrong in ({"do": "new", "name": "X", "days": "9"}, {"do": "new", "days": "x"}, {"do": "revoke:x"}, {"do": "dance"}):
        assert 'role="alert"' in visitor.send("/settings/programs/change", 422, **wrong).content.decode()


def test_the_extension_is_shown_a_code(scene: Scene, visitor: Visitor) -> None:
    from sincerely.desk.actions.tokens import pair

    page = visitor.send("/settings/programs/change", 200, do="pair").content.decode()
    (code,) = re.findall(r"<code>(\w{4}-\w{4})</code>", page)
    assert pair(code, name="Firefox", now=NOW)
