"""With one's own model on the pages, without scripts: off until set, seen before it goes, taken or left."""

import json
import re

import pytest
from tests.faces.web.visitor import Visitor
from tests.servers.model import ModelServer, model_server

pytestmark = pytest.mark.django_db


@pytest.fixture
def server():
    with model_server() as running:
        yield running


def set_up(visitor: Visitor, server: ModelServer) -> None:
    visitor.send("/settings/model/change", do="set", address=server.address, model="small", key="k-1")


def shown_in(page: str) -> dict[str, str]:
    form = page.partition('id="asking"')[2].partition("</form>")[0]
    return dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))


def test_no_page_speaks_of_a_model_before_one_is_set(visitor, scene) -> None:
    draft = scene.draft()
    assert "With your own model" not in visitor.page(f"/write/{draft.id}")
    assert "no model on this desk yet" in visitor.page(f"/write/{draft.id}/model", 422)


def test_a_model_is_set_tried_and_forgotten(visitor, scene, server) -> None:
    set_up(visitor, server)
    page = visitor.page("/settings/model")
    assert "On this machine" in page
    assert "k-1" not in page
    tried = visitor.send("/settings/model/change", 200, do="try").content.decode()
    assert "It answers: “Ready.”" in tried
    assert "Alice" not in json.dumps(server.asked)
    visitor.send("/settings/model/change", do="forget")
    assert "Forget it" not in visitor.page("/settings/model")


def test_a_model_elsewhere_asks_for_a_second_yes_and_says_so_each_time(visitor, scene) -> None:
    told = {"do": "set", "address": "https://models.example/v1", "model": "large"}
    refused = visitor.send("/settings/model/change", 422, **told).content.decode()
    assert "models.example is not this machine" in refused
    visitor.send("/settings/model/change", elsewhere="on", **told)
    draft = scene.draft()
    assert "which is not this machine" in visitor.page(f"/write/{draft.id}")
    page = visitor.page(f"/write/{draft.id}/model")
    assert "goes to <strong>models.example</strong>, which is not this machine" in page
    assert "[name 1] for Bob Byrne" in page


@pytest.mark.parametrize(
    "address", ["", "http://[::1", "ftp://127.0.0.1/v1", "http://models.example/v1", "http://127.0.0.1:1/v1?key=1", "😀"]
)
def test_an_address_that_will_not_do_is_told_beside_the_form(visitor, scene, address: str) -> None:
    told = {"do": "set", "address": address, "model": "m", "elsewhere": "on"}
    assert 'role="alert"' in visitor.send("/settings/model/change", 422, **told).content.decode()


def test_a_note_is_reworded_without_scripts(visitor, scene, server) -> None:
    set_up(visitor, server)
    draft = scene.draft()
    page = visitor.send(f"/write/{draft.id}/model", 200, wish="kinder", passage="Thank you for your time today.").content.decode()
    assert server.raw == []
    server.says("Thank you for the time in Lisbon.")
    answer = visitor.send(f"/write/{draft.id}/model", **shown_in(page), passage="Thank you for your time today.")
    compared = visitor.page(answer.url)
    assert "proposed by your own model (small)" in compared
    assert "<mark>Lisbon</mark>" in compared
    assert "time in Lisbon" not in scene.message(draft.id).body


def test_words_that_were_taken_are_marked_until_they_are_said_to_be_true(visitor, scene, server) -> None:
    set_up(visitor, server)
    draft = scene.draft()
    page = visitor.page(f"/write/{draft.id}/model")
    server.says("Subject: Thank you\n\nDear Bob,\n\nThank you for your time. I have a diploma.\n\nKind regards,\nAlice Archer")
    visitor.send(f"/write/{draft.id}/model", **shown_in(page))
    from sincerely.desk.queries.drafts import versions
    from sincerely.faces.web.typed import edition_of

    note, kept = scene.message(draft.id), versions(scene.actor, draft.id)[0]
    here = {"seen": edition_of(note), "subject": note.subject, "body": note.body}
    visitor.send(f"/write/{draft.id}", do=f"bring-back:{kept.id}", **here)
    assert "Is this true? “diploma” is not in what you told me." in visitor.page(f"/write/{draft.id}")
    note = scene.message(draft.id)
    visitor.send(f"/write/{draft.id}", do="vouch:diploma", seen=edition_of(note), subject=note.subject, body=note.body)
    assert "Is this true?" not in visitor.page(f"/write/{draft.id}")


def test_what_goes_wrong_is_told_beside_the_question(visitor, scene, server) -> None:
    set_up(visitor, server)
    draft = scene.draft()
    page = visitor.page(f"/write/{draft.id}/model")
    server.says("Dear Bob, hello.", "breaks_off")
    told = visitor.send(f"/write/{draft.id}/model", 422, **shown_in(page)).content.decode()
    assert "stopped in the middle" in told
    stale = shown_in(page) | {"shown": "0" * 64}
    assert "has changed since you saw it" in visitor.send(f"/write/{draft.id}/model", 422, **stale).content.decode()
