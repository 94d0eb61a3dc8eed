"""From sign-up to a shared note and back: two people, two desks, a grant."""

import re

from django.core import mail
from tests.desk.conftest import NOW


def test_two_people_have_two_desks_and_see_their_own(signed_in, centre, alice) -> None:
    dora = centre.desk("Dora")
    from sincerely.desk.actions.applications import update_application

    update_application(dora.actor, dora.application, role="Pastry Cook", now=NOW)
    pages = {who: signed_in(centre.people[who]).get("/applications").content.decode() for who in ("Alice", "Dora")}
    assert "Pastry Cook" in pages["Dora"]
    assert "Pastry Cook" not in pages["Alice"]
    assert signed_in(centre.people["Alice"]).get(f"/applications/{dora.application}").status_code == 404


def test_a_grant_opens_a_note_and_its_end_shuts_it(signed_in, centre, alice) -> None:
    note = alice.draft().id
    coach, seeker = signed_in(centre.people["Mia"]), signed_in(centre.people["Alice"])
    way = f"/shared/note/{note}"
    assert coach.get(way).status_code == 404
    given = seeker.post("/sharing/give", {"coach": centre.places["Mia"], "what": f"message:{note}"})
    assert given.status_code == 302, given.content.decode()
    page = coach.get(way)
    assert page.status_code == 200
    assert "night shifts" in page.content.decode()
    assert "Read the thank-you note to Bob Byrne." in seeker.get("/sharing").content.decode()
    back = re.search(r"/sharing/\d+/take-back", seeker.get("/sharing").content.decode())
    assert seeker.post(back[0]).status_code == 302
    assert coach.get(way).status_code == 404


def test_an_account_is_made_with_a_code_and_leads_to_the_first_run(stranger) -> None:
    answer = stranger.post("/account/signup/", {"name": "Finn", "email": "Finn@people.example", "password1": "correct horse bat"})
    assert answer.status_code == 302, answer.content.decode()
    code = re.search(r"^([A-Z0-9-]{6,9})$", mail.outbox[-1].body, re.M)
    assert code, mail.outbox[-1].body
    answer = stranger.post(answer.headers["Location"], {"code": code[1]})
    assert answer.status_code == 302, answer.content.decode()
    page = stranger.get("/", follow=True)
    assert page.redirect_chain == [("/start", 302)]
    assert 'value="Finn"' in page.content.decode()
    assert stranger.post("/start", {"name": "Finn", "zone": "Europe/Dublin"}).status_code == 302
    assert stranger.get("/").status_code == 200
