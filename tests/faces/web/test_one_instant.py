"""What happened at one and the same instant stands as it was told, wherever it is shown: what was told later, later."""

import re
from datetime import date, timedelta

import pytest
from tests.desk.conftest import NOW, Scene
from tests.faces.api.conftest import Program

pytestmark = pytest.mark.django_db
THEN = NOW + timedelta(hours=1)


@pytest.fixture
def told(scene: Scene) -> list[str]:
    """Five things of one minute, as somebody notes them after a call: what each line says."""
    from sincerely.desk.actions.replies import log_received, promise
    from sincerely.desk.actions.sending import sent_by_hand

    first, second = scene.approved(), scene.approved(contact=scene.charlie)
    heard = {"application": scene.application, "nature": "human", "at": THEN, "now": THEN}
    log_received(scene.actor, contact=scene.bob, text="Word one.", **heard)
    sent_by_hand(scene.actor, second.id, at=THEN, now=THEN)
    log_received(scene.actor, contact=scene.charlie, text="Word two.", **heard)
    sent_by_hand(scene.actor, first.id, at=THEN, now=THEN)
    promise(scene.actor, scene.application, date(2026, 12, 1), at=THEN, words="1 December", now=THEN)
    return ["Bob", "to Charlie", "Charlie", "to Bob", "promised"]


def test_the_api_gives_it_in_that_order(scene: Scene, told: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from sincerely.desk.actions.tokens import make_token

    monkeypatch.setenv("SINCERELY_NOW", THEN.isoformat())
    program = Program(make_token(scene.actor, name="Script", scopes=["read"], now=NOW)[1])
    rows = program.get(f"/applications/{scene.application}/timeline")["items"]
    kinds = [(row["kind"], row["contact"]) for row in rows if row["at"] == THEN.isoformat() and row["kind"] != "read"]
    bob, charlie = scene.bob, scene.charlie
    assert kinds == [("received", bob), ("sent", charlie), ("received", charlie), ("sent", bob), ("promised", None)]


def test_a_line_of_time_draws_it_in_that_order(scene: Scene, told: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    from sincerely.cadence import plan
    from sincerely.desk.queries.plans import case_of, policy_of
    from sincerely.faces.cli.timelines import print_timeline

    case = case_of(scene.actor, scene.application, THEN)
    print_timeline(case, plan(case, policy_of(scene.actor), THEN), THEN)
    lines = [line for line in capsys.readouterr().out.splitlines() if re.match(r"  [·✓←] ", line) and "you read" not in line]
    assert [re.search(r"to Bob|to Charlie|Bob|Charlie|promised", line)[0] for line in lines[-5:]] == told


def test_the_page_shows_it_in_that_order_newest_first(scene: Scene, told: list[str], visitor) -> None:
    page = visitor.at(THEN).page(f"/application/{scene.application}")
    words = page[page.index("What passed between you") :]
    places = [words.index(mark) for mark in ("to Bob", "Word two.", "to Charlie", "Word one.")]
    assert places == sorted(places)


def test_a_thread_gives_it_in_that_order(scene: Scene, told: list[str]) -> None:
    from sincerely.desk.actions.replies import log_received
    from sincerely.desk.queries.threads import thread

    again = {"application": scene.application, "contact": scene.bob, "nature": "human", "at": THEN, "now": THEN}
    log_received(scene.actor, text="Word three.", **again)
    mails = thread(scene.actor, scene.application, scene.bob).mails
    assert [mail.theirs for mail in mails] == [True, False, True]
    assert mails[-1].text == "Word three."
