"""What the first look at a note needs is there before anybody asks for one."""

import pytest

from sincerely.desk import rulebooks
from sincerely.faces.web.opening import warm


@pytest.mark.slow
def test_both_tiers_are_ready_once_the_desk_is_warm(monkeypatch: pytest.MonkeyPatch) -> None:
    rulebooks.senses.cache_clear()
    warm()
    loaded = rulebooks.senses.cache_info()
    assert loaded.currsize == 2
    monkeypatch.setattr(rulebooks, "load_senses", lambda tier: pytest.fail("loaded once more"))
    assert {rulebooks.senses(tier) is not None for tier in ("quick", "full")} == {True}
