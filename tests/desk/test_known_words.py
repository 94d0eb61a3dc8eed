"""Words that a desk's letters may hold though no dictionary has them."""

from typing import Any

from sincerely.desk import models
from sincerely.desk.snapshots.letters import facts_of, known_words

SENT = "Dear Bob,\n\nThe zwibbler and the Northgate plant were a joy, and I definately mean it.\n\nKind regards,\nAlice Archer"


def known(scene: Any, state: str) -> tuple[str, ...]:
    earlier = scene.draft(body=SENT)
    models.Message.objects.filter(pk=earlier.id).update(state=state)
    later = scene.draft(body="Dear Bob,\n\nThank you again.\n\nKind regards,\nAlice Archer")
    return facts_of(models.Message.objects.get(pk=later.id)).known_words


def test_small_words_of_letters_that_were_sent_are_known(scene: Any) -> None:
    assert "zwibbler" in known(scene, "sent")


def test_a_draft_that_nobody_sent_teaches_nothing(scene: Any) -> None:
    assert "zwibbler" not in known(scene, "draft")


def test_a_name_in_an_earlier_letter_is_not_known_and_a_misspelling_stays_one(scene: Any) -> None:
    assert not {"Northgate", "definately"} & set(known(scene, "sent"))


def test_words_of_a_posting_are_known_as_they_stand() -> None:
    assert known_words("Northgate zwibblers wanted", own=["flurbing recieve"]) == ("Northgate", "zwibblers", "wanted", "flurbing")
