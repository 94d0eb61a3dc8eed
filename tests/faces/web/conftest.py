"""Alice's desk, and a visitor at its pages."""

import pytest
from tests.desk.conftest import NOW, Scene, actor, furnish  # noqa: F401
from tests.faces.web.visitor import Visitor


@pytest.fixture
def visitor(monkeypatch: pytest.MonkeyPatch, db) -> Visitor:
    """Somebody at the pages; the clock stands at NOW, an hour after Alice's interview."""
    return Visitor(monkeypatch).at(NOW)


@pytest.fixture
def scene(actor) -> Scene:  # noqa: F811
    """The desk with an interview that is just over."""
    return furnish(actor)
