"""The writing page by its form, as it works without scripts."""

import json

import pytest
from tests.desk.conftest import MEAN, NOTE, NOW

from sincerely.faces.web.typed import Typed

MORE = NOTE.replace("fit in well", "fit in very well")


@pytest.fixture
def draft(scene):
    return scene.draft()


def form(draft, **changes):
    """What the page's form sends."""
    typed = Typed.of(draft)
    fields = {"subject": typed.subject, "body": typed.body, "cc": ", ".join(typed.cc), "bcc": "", "seen": typed.seen}
    return {**fields, "do": "save", **changes}


def test_the_page_shows_the_words_the_report_and_the_gate(visitor, draft) -> None:
    page = visitor.page(f"/write/{draft.id}")
    assert "I enjoyed hearing how you plan the night shifts" in page
    assert "good: 50 to 125" in page
    assert "When it may go" in page


def test_words_are_saved_and_come_back(visitor, scene, draft) -> None:
    visitor.send(f"/write/{draft.id}", **form(draft, body=MORE.replace("\n", "\r\n"), cc="charlie@willow.example"))
    assert (scene.message(draft.id).body, scene.message(draft.id).cc) == (MORE, ["charlie@willow.example"])


def test_a_wrong_address_is_told_and_the_words_stay_on_the_page(visitor, scene, draft) -> None:
    page = visitor.send(f"/write/{draft.id}", status=422, **form(draft, body=MORE, cc="charlie at willow")).content.decode()
    assert "not an e-mail address" in page
    assert "very well" in page
    assert scene.message(draft.id).body == NOTE


def test_two_windows_lose_nothing(visitor, scene, draft) -> None:
    visitor.send(f"/write/{draft.id}", **form(draft, body=MORE))
    page = visitor.send(f"/write/{draft.id}", status=409, **form(draft, body="My other words.")).content.decode()
    assert "very well" in page
    assert "My other words." in page
    mine = form(scene.message(draft.id), body="My other words.")
    visitor.send(f"/write/{draft.id}", **mine)
    earlier = visitor.page(f"/write/{draft.id}/versions")
    assert scene.message(draft.id).body == "My other words."
    assert "very" in earlier


def test_words_from_an_old_window_of_an_approved_note_are_kept_aside(visitor, scene) -> None:
    note = scene.approved()
    asked(visitor, note.id, "save", {"subject": note.subject, "body": MORE, "seen": "old"}, status=409)
    assert visitor.send(f"/write/{note.id}", **form(note, body=MORE)).url == f"/approve/{note.id}"
    assert scene.message(note.id).state == "approved"
    assert "very" in visitor.page(f"/write/{note.id}/versions")


def test_a_remedy_is_made_by_its_button(visitor, scene) -> None:
    note = scene.draft(body=NOTE.replace("enjoyed hearing", "enjoyed recieving"))
    page = visitor.page(f"/write/{note.id}")
    (button,) = [piece.split('"')[0] for piece in page.split('value="') if piece.startswith("mend:language")]
    visitor.send(f"/write/{note.id}", **form(note, do=button))
    assert "receiving" in scene.message(note.id).body
    again = visitor.send(f"/write/{note.id}", status=422, **form(scene.message(note.id), do=button)).content.decode()
    assert "has changed since" in again


def test_a_rule_is_allowed_for_a_reason_only(visitor, scene) -> None:
    note = scene.draft(body=MEAN)
    allow = "allow:professional/placeholder"
    page = visitor.send(f"/write/{note.id}", status=422, **form(note, do=allow)).content.decode()
    assert "why this is right here" in page
    visitor.send(f"/write/{note.id}", **form(note, do=allow, **{"reason:professional/placeholder": "It is the name of a film."}))
    assert "Allowed in this note: professional/placeholder" in visitor.page(f"/write/{note.id}")
    assert "Allowed in this note: professional/placeholder" in asked(visitor, note.id, "report", {"body": MEAN})["html"]


def test_the_pen_starts_one_off_and_the_old_words_are_kept(visitor, scene, draft) -> None:
    visitor.send(f"/write/{draft.id}", **form(draft, do="begin"))
    assert scene.message(draft.id).body != NOTE
    assert "Meadow Hall" in visitor.page(f"/write/{draft.id}/versions")
    (kept,) = [piece.split('"')[0] for piece in visitor.page(f"/write/{draft.id}/versions").split('value="') if "bring" in piece]
    visitor.send(f"/write/{draft.id}", **form(scene.message(draft.id), do=kept))
    assert scene.message(draft.id).body == NOTE


def test_a_note_becomes_a_voicemail_with_a_time_to_say_it(visitor, scene, draft) -> None:
    visitor.send(f"/write/{draft.id}", **form(draft, do="otherwise", channel="voicemail", stage="check-in"))
    page = visitor.page(f"/write/{draft.id}")
    assert "seconds to say" in page
    assert "Rehearse it" in page


def test_files_go_along_and_are_taken_away(visitor, scene, draft, tmp_path) -> None:
    file = tmp_path / "rota <b>.pdf"
    file.write_bytes(b"%PDF-1.4 a rota")
    with file.open("rb") as upload:
        visitor.send(f"/write/{draft.id}", **form(draft), files=upload)
    page = visitor.page(f"/write/{draft.id}")
    assert "rota &lt;b&gt;.pdf" in page
    visitor.send(f"/write/{draft.id}", **form(scene.message(draft.id), do="remove:rota <b>.pdf"))
    assert scene.message(draft.id).attachments == []


@pytest.mark.parametrize("words", ["dance", "mend:", "mend:a@b", "allow:", "remove:x", "bring-back:99", "otherwise", "fine:"])
def test_buttons_that_make_no_sense_break_nothing(visitor, scene, draft, words) -> None:
    answer = visitor.client.post(f"/write/{draft.id}", form(draft, do=words))
    assert answer.status_code in (302, 422)
    assert scene.message(draft.id).body == NOTE


def test_a_note_that_was_put_away_is_shown_where_it_ended(visitor, scene, draft) -> None:
    visitor.send(f"/write/{draft.id}", **form(draft, do="drop"))
    assert visitor.client.get(f"/write/{draft.id}").url == f"/approve/{draft.id}"
    assert "Put away" in visitor.page(f"/approve/{draft.id}")


def asked(visitor, number: int, name: str, data: object, status: int = 200, raw: bytes | None = None) -> dict:
    body = raw if raw is not None else json.dumps(data).encode()
    answer = visitor.client.post(f"/write/{number}/{name}", body, content_type="application/json")
    assert answer.status_code == status
    return answer.json()


def test_the_report_speaks_of_the_words_that_were_sent_and_writes_nothing(visitor, scene, draft) -> None:
    found = asked(visitor, draft.id, "report", {"subject": "", "body": "Dear Bob 😀, [NAME] is here."})
    placeholder = next(mark for mark in found["marks"] if mark["rule"] == "professional/placeholder")
    assert (placeholder["start"], placeholder["end"]) == (13, 19)
    assert "[NAME]" in found["html"]
    assert scene.message(draft.id).body == NOTE


def test_the_script_saves_and_hears_of_other_windows(visitor, scene, draft) -> None:
    typed = Typed.of(draft)
    words = {"subject": typed.subject, "body": MORE, "seen": typed.seen}
    first = asked(visitor, draft.id, "save", words)
    assert Typed.of(scene.message(draft.id)).seen == first["edition"]
    other = asked(visitor, draft.id, "save", {**words, "body": "Other."}, status=409)
    assert (other["body"], other["edition"]) == (MORE, first["edition"])


def test_of_a_very_long_text_the_beginning_is_read_as_one_types(visitor, draft) -> None:
    found = asked(visitor, draft.id, "report", {"body": "Thank you. " * 15_000})
    assert "first 20,000 characters" in found["notes"][-1]


def test_the_page_asks_the_database_as_often_beside_many_employers(visitor, scene, draft) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    from tests.desk.conftest import furnish

    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked_for:
            visitor.page(f"/write/{draft.id}")
        counts.append(len(asked_for))
        for _ in range(5):
            furnish(scene.actor)
    assert counts[0] == counts[1]


@pytest.mark.parametrize("raw", [b"", b"[]", b"\xff", b'{"body": 3}', b"[" * 100_000, b'{"body": "' + b"a" * 300_000 + b'"}'])
def test_what_is_no_note_is_refused_in_a_line(visitor, draft, raw) -> None:
    for name in ("report", "save"):
        assert "error" in asked(visitor, draft.id, name, None, status=422, raw=raw)


def test_another_number_is_nowhere(visitor, scene) -> None:
    for way in ("/write/999", "/approve/999", "/rehearse/999", "/letter/999", "/write/999/versions"):
        visitor.page(way, status=404)


def test_beginning_twice_is_one_draft(visitor, scene) -> None:
    wish = {"contact": scene.bob, "stage": "thank-you", "channel": "email"}
    first, second = (visitor.send("/write", **wish).url for _ in range(2))
    assert first == second
    assert "Owed" in visitor.at(NOW).page("/write")
