"""A person calls words fine, for one message, for a phrase, for a rule; the desk keeps it."""

import pytest
from tests.desk.conftest import NOW, Scene

from sincerely.desk.errors import DeskError

pytestmark = pytest.mark.django_db
RULE = "hostility/profanity"
RUDE = "Dear Bob,\n\nThank you for today. That was one hell of a shit show on the line, and we cooked it anyway.\n\nAlice Archer"


def rules_of(scene: Scene, draft: int) -> set[str]:
    from sincerely.desk.queries.messages import report_of
    from sincerely.proof.rulebook import only

    _, report = report_of(scene.actor, draft, only([RULE]))
    return {finding.rule for finding in report.findings}


def test_a_phrase_called_fine_is_fine_in_every_message_until_it_is_called_back(scene: Scene) -> None:
    from sincerely.desk.actions.fine import call_back, call_fine

    draft = scene.draft(body=RUDE).id
    assert rules_of(scene, draft) == {RULE}
    owner = call_fine(scene.actor, RULE, "Shit  show", now=NOW)
    assert owner.fine_phrases == [[RULE, "shit show"]]
    assert rules_of(scene, draft) == set()
    call_back(scene.actor, RULE, "shit show", now=NOW)
    assert rules_of(scene, draft) == {RULE}


def test_a_whole_rule_called_fine_is_silent(scene: Scene) -> None:
    from sincerely.desk.actions.fine import call_back, call_fine

    draft = scene.draft(body=RUDE).id
    assert call_fine(scene.actor, RULE, now=NOW).allowed_rules == [RULE]
    assert rules_of(scene, draft) == set()
    assert call_back(scene.actor, RULE, now=NOW).allowed_rules == []


def test_a_rule_that_is_none_is_refused_and_nothing_is_taken_back_twice(scene: Scene) -> None:
    from sincerely.desk.actions.fine import call_back, call_fine

    with pytest.raises(DeskError, match="no rule"):
        call_fine(scene.actor, "hostility/weather", "rain", now=NOW)
    with pytest.raises(DeskError, match="does not leave"):
        call_back(scene.actor, RULE, "shit show", now=NOW)


def test_the_history_keeps_no_words_of_it(scene: Scene) -> None:
    from sincerely.desk.actions.fine import call_fine
    from sincerely.desk.queries.history import history

    call_fine(scene.actor, RULE, "shit show", now=NOW)
    assert "shit show" not in str(history(scene.actor))
