"""Insight: plots with tables, honest about small numbers."""

import csv
import io
from datetime import timedelta

import pytest
from tests.desk.conftest import NOW, Scene
from tests.faces.web.visitor import Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(scene: Scene, visitor: Visitor) -> Visitor:
    from sincerely.desk.actions.replies import log_contact, log_received

    for number in range(6):
        when = NOW + timedelta(days=3 * number)
        log_contact(scene.actor, scene.application, contact=scene.bob, channel="email", stage="check-in", now=when)
        if number % 2:
            log_received(scene.actor, scene.application, contact=scene.bob, nature="human", now=when + timedelta(days=1))
    log_contact(scene.actor, scene.application, contact=scene.bob, channel="call", stage="final", now=NOW + timedelta(days=20))
    return visitor.at(NOW + timedelta(days=60))


def test_each_plot_has_its_table(told: Visitor) -> None:
    page = told.page("/insight")
    for title in ("From applied to offer", "Answers by kind of note", "Answers by channel", "How soon they answer"):
        assert title in page
    assert "3 of 6" in page
    assert "too few to say" in page
    assert page.count("As a table") == page.count("<svg") == 4


@pytest.mark.parametrize("name", ["stages", "channels", "waits", "flow", "employers"])
def test_every_plot_is_there_as_csv(told: Visitor, name: str) -> None:
    rows = list(csv.DictReader(io.StringIO(told.page(f"/insight/{name}.csv"))))
    assert rows


def test_a_plot_that_is_none_is_missing(told: Visitor) -> None:
    told.page("/insight/secrets.csv", 404)


def test_an_empty_desk_is_told_kindly(actor, visitor: Visitor) -> None:
    page = visitor.page("/insight")
    assert "Nothing to show yet" in page
    assert "It is not about you" in page
