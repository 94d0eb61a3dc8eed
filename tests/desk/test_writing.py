"""Writing at leisure: typed words are kept, two windows lose nothing, and what was read is what is approved."""

from datetime import timedelta

import pytest
from tests.desk.conftest import MEAN, NOTE, Scene

MORE = NOTE.replace("fit in well", "fit in very well")


def edition_of(shape) -> str:
    from sincerely.desk.versions import edition

    return edition(shape.subject, shape.body, shape.cc, shape.bcc)


def typed(scene: Scene, shape, body: str, seen: str | None = None, **more):
    from sincerely.desk.actions.writing import save_typed

    fields = {"subject": shape.subject, "seen": edition_of(shape) if seen is None else seen, **more}
    return save_typed(scene.actor, shape.id, body=body, now=scene.now, **fields)


def texts(scene: Scene, message: int) -> list[str]:
    from sincerely.desk.queries.drafts import versions

    return [version.body for version in versions(scene.actor, message)]


def test_what_is_typed_is_kept(scene: Scene) -> None:
    draft = scene.draft()
    after = typed(scene, draft, MORE, cc=["charlie@willow.example"])
    assert (after.body, after.cc, after.state) == (MORE, ["charlie@willow.example"], "draft")


def test_a_second_window_overwrites_nothing(scene: Scene) -> None:
    from sincerely.desk.actions.writing import Changed

    draft = scene.draft()
    typed(scene, draft, MORE)
    with pytest.raises(Changed, match="another window"):
        typed(scene, draft, "Other words.", seen=edition_of(draft))
    assert scene.message(draft.id).body == MORE


def test_the_same_words_from_two_windows_are_no_conflict(scene: Scene) -> None:
    draft = scene.draft()
    typed(scene, draft, MORE)
    assert typed(scene, draft, MORE, seen=edition_of(draft)).body == MORE


def test_typing_into_an_old_window_does_not_undo_a_yes(scene: Scene) -> None:
    from sincerely.desk.actions.writing import Changed

    draft = scene.approved()
    with pytest.raises(Changed, match="approved now"):
        typed(scene, draft, MORE)
    assert scene.message(draft.id).state == "approved"


def test_a_person_who_is_still_typing_need_not_sleep_on_it(scene: Scene) -> None:
    from sincerely.desk.models import Event

    draft = scene.draft()
    typed(scene, draft, NOTE.replace("I enjoyed", "You are an idiot. I enjoyed"))
    assert not Event.objects.filter(kind="held").exists()


def test_earlier_texts_are_kept_at_most_one_in_three_minutes_of_typing(scene: Scene) -> None:
    shape = scene.draft()
    for number in range(10):
        scene.later(seconds=30)
        shape = typed(scene, shape, f"{NOTE}\n{number}")
    assert texts(scene, shape.id) == [f"{NOTE}\n5", NOTE]


def test_a_deliberate_change_always_keeps_what_stood_there(scene: Scene) -> None:
    from sincerely.desk.actions.drafts import edit_draft

    draft = scene.draft()
    for body in (MORE, "Third."):
        edit_draft(scene.actor, draft.id, body=body, now=scene.now, rulebook=scene.rulebook)
    assert texts(scene, draft.id) == [MORE, NOTE]


def test_versions_are_not_endless_and_the_first_one_stays(scene: Scene) -> None:
    from sincerely.desk.actions.drafts import edit_draft
    from sincerely.desk.versions import MOST

    draft = scene.draft()
    for number in range(MOST + 5):
        edit_draft(scene.actor, draft.id, body=f"Text {number}.", now=scene.now, rulebook=scene.rulebook)
    kept = texts(scene, draft.id)
    assert len(kept) == MOST
    assert (kept[0], kept[-1]) == (f"Text {MOST + 3}.", NOTE)


def test_a_note_may_become_a_voicemail(scene: Scene) -> None:
    from sincerely.desk.actions.writing import send_otherwise

    draft = scene.draft()
    spoken = send_otherwise(scene.actor, draft.id, channel="voicemail", now=scene.now, rulebook=scene.rulebook)
    assert (spoken.channel, spoken.to, spoken.subject, spoken.body) == ("voicemail", "", "", NOTE)
    back = send_otherwise(scene.actor, draft.id, channel="email", stage="check-in", now=scene.now, rulebook=scene.rulebook)
    assert (back.to, back.stage) == ("bob@willow.example", "check-in")


def read(scene: Scene, message: int):
    from sincerely.desk.actions.sending import read_through

    return read_through(scene.actor, message, rulebook=scene.rulebook, now=scene.now)


def say_yes(scene: Scene, message: int, sha256: str):
    from sincerely.desk.actions.sending import approve

    return approve(scene.actor, message, rulebook=scene.rulebook, now=scene.now, read=sha256)


def test_the_bytes_that_were_read_are_the_bytes_that_are_approved(scene: Scene) -> None:
    from sincerely.desk.actions.sending import export_eml

    look = read(scene, scene.draft().id)
    shown = look.note
    assert shown.state == "draft"
    scene.later(minutes=5)
    say_yes(scene, shown.id, shown.sha256)
    assert export_eml(scene.actor, shown.id) == look.raw


@pytest.mark.parametrize("change", ["words", "copy", "hours"])
def test_what_changed_after_reading_is_read_again(scene: Scene, change: str) -> None:
    from sincerely.desk.actions.drafts import edit_draft
    from sincerely.desk.errors import DeskError

    shown = read(scene, scene.draft().id).note
    changes = {"words": {"body": MORE}, "copy": {"bcc": ["charlie@willow.example"]}, "hours": {}}[change]
    if changes:
        edit_draft(scene.actor, shown.id, now=scene.now, rulebook=scene.rulebook, **changes)
    else:
        scene.now += timedelta(hours=2)
    with pytest.raises(DeskError, match="Read it through once more"):
        say_yes(scene, shown.id, shown.sha256)
    assert scene.message(shown.id).state == "draft"


def test_looking_again_and_again_does_not_keep_old_bytes_for_ever(scene: Scene) -> None:
    first = read(scene, scene.draft().id)
    scene.now += timedelta(minutes=50)
    assert read(scene, first.note.id).raw == first.raw
    scene.now += timedelta(minutes=50)
    assert read(scene, first.note.id).raw != first.raw


def test_bytes_that_were_only_read_are_not_given_away(scene: Scene) -> None:
    from sincerely.desk.actions.sending import export_eml
    from sincerely.desk.errors import DeskError

    shown = read(scene, scene.draft().id).note
    with pytest.raises(DeskError, match="not approved"):
        export_eml(scene.actor, shown.id)


def test_a_held_one_says_why_when_it_is_read(scene: Scene) -> None:
    shown = read(scene, scene.draft(body=MEAN).id).note
    assert shown.held


def test_words_are_read_as_typed_and_nothing_is_written(scene: Scene) -> None:
    from sincerely.desk.queries.drafts import report_as_typed

    draft = scene.draft()
    letter, report = report_as_typed(scene.actor, draft.id, scene.rulebook, subject="Hello", body=MEAN)
    assert [finding.quote for finding in report.findings] == ["[NAME]"]
    assert (letter.subject, scene.message(draft.id).body) == ("Hello", NOTE)


def test_the_pen_begins_a_note_anew(scene: Scene) -> None:
    from sincerely.desk.queries.drafts import begun

    subject, body = begun(scene.actor, scene.draft(body="").id, scene.now)
    assert subject
    assert "Bob" in body
