"""What a person typed is kept where something is wrong, and nothing that they asked for is passed over in silence."""

import pytest

from sincerely.desk.queries.applications import contact


def test_what_a_policy_would_mean_is_shown_without_scripts_and_not_kept(visitor, scene) -> None:
    page = visitor.page("/settings/policy")
    assert 'formmethod="get"' not in page
    told = {"policy": "default", "of": "default", "do": "show", "first_check_in": "9", "after_word": "9"}
    told |= {"promise_slack_days": "2", "gap_days": "7", "check_ins": "2", "calls_per_week": "1", "keep_in_touch_days": "0"}
    told |= {"mail_hours": "08:00-18:00", "call_hours": "10:00-16:00"}
    shown = visitor.send("/settings/policy", status=200, **told).content.decode()
    assert 'name="first_check_in" inputmode="numeric" value="9"' in shown
    assert 'name="first_check_in" inputmode="numeric" value="9"' not in visitor.page("/settings/policy")


@pytest.mark.parametrize("url", ["ftp://calendar.example/", "http://calendar.example/me", "nothing"])
def test_a_calendar_that_is_refused_keeps_what_was_typed_but_the_password(visitor, scene, url) -> None:
    told = {"do": "caldav", "url": url, "user": "lena-at-home", "password": "secret-word"}
    page = visitor.send("/settings/calendar/change", status=422, **told).content.decode()
    assert 'role="alert"' in page
    assert f'value="{url}"' in page
    assert 'value="lena-at-home"' in page
    assert "secret-word" not in page


def told(person) -> dict[str, str]:
    return {"name": person.name, "title": "", "email": "", "phone": "", "requested": "", "may_copy": ""}


def test_an_address_that_is_emptied_is_written_to_no_more(visitor, scene) -> None:
    waiting = scene.queued()
    draft = scene.draft(stage="check-in")
    visitor.send(f"/people/{scene.bob}", **told(contact(scene.actor, scene.bob)))
    assert contact(scene.actor, scene.bob).email is None
    assert scene.message(waiting.id).state == "withdrawn"
    assert scene.message(draft.id).to == ""
    assert "bob@willow.example any more" in visitor.page(f"/people/{scene.bob}")
    visitor.send(f"/people/{scene.bob}", **(told(contact(scene.actor, scene.bob)) | {"email": "bob@willow.example"}))
    assert contact(scene.actor, scene.bob).email == "bob@willow.example"
    assert scene.message(draft.id).to == "bob@willow.example"


@pytest.mark.parametrize("way", ["/applications", "/people"])
def test_a_table_stays_one_where_a_phone_shows_it_as_blocks(visitor, scene, way) -> None:
    page = visitor.page(way)
    assert page.count("<tr") == page.count('role="row"')
    assert page.count("<td") == page.count('role="cell"')
    assert page.count('scope="row"') == page.count('role="rowheader"')
    assert page.count('scope="col"') == page.count('role="columnheader"')
    assert 'role="table"' in page


def test_the_sample_knows_its_country(visitor, db, monkeypatch) -> None:
    from django.conf import settings

    from sincerely.desk.models import Employer

    monkeypatch.setattr(settings, "MACHINE_ZONE", lambda: "Europe/Berlin")
    visitor.send("/sample")
    assert set(Employer.objects.values_list("country", flat=True)) == {"DE"}
