"""What the first look at a note needs is there before anybody asks for one."""

import pytest

from sincerely.faces.web import opening


@pytest.mark.slow
def test_both_tiers_are_ready_once_the_desk_is_warm(monkeypatch: pytest.MonkeyPatch) -> None:
    opening.senses.cache_clear()
    opening.warm()
    loaded = opening.senses.cache_info()
    assert loaded.currsize == 2
    monkeypatch.setattr(opening, "load_senses", lambda tier: pytest.fail("loaded once more"))
    assert {opening.senses(tier) is not None for tier in ("quick", "full")} == {True}
