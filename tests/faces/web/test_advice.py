"""Advice on the desk: every article can be read, and what fits stands first, with its reason."""

from html import unescape

import pytest
from tests.desk.conftest import Scene
from tests.faces.web.visitor import Visitor

from sincerely.advice import library

ANGRY = "Dear Charlie,\n\nOnly an idiot would treat people as you have treated me. You are liars.\n\nKind regards,\nAlice Example"


@pytest.mark.parametrize("one", library(), ids=lambda one: one.name)
def test_every_article_can_be_read(visitor: Visitor, scene: Scene, one) -> None:
    assert one.blocks[0].lines[0] in unescape(visitor.page(f"/advice/{one.name}"))


def test_all_stand_on_the_shelf(visitor: Visitor, scene: Scene) -> None:
    page = visitor.page("/advice")
    assert all(f'href="/advice/{one.name}"' in page for one in library())


def test_advice_needs_no_desk(visitor: Visitor) -> None:
    assert "Step by step" in visitor.page("/advice")


def test_an_article_that_is_not_there_is_told(visitor: Visitor, scene: Scene) -> None:
    visitor.page("/advice/nothing", 404)


def test_beside_an_angry_draft_stands_what_helps(visitor: Visitor, scene: Scene) -> None:
    note = scene.draft(scene.charlie, body=ANGRY)
    assert "sleep-on-it" in visitor.page(f"/write/{note.id}").partition("You might also like")[2]
    assert "Because your words were marked for this" in visitor.page("/advice").partition("You might also like")[2]
