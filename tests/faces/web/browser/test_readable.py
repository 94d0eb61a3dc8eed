"""Every page can be read and used by everybody: axe-core finds nothing, in light and in dark, wide and narrow."""

from pathlib import Path

import pytest
from tests.faces.web.browser.crawling import READABLE, crawled

pytestmark = [pytest.mark.server, pytest.mark.slow]
AXE = (Path(__file__).with_name("axe") / "axe.min.js").read_text(encoding="utf-8")
# WCAG 2.2 at AA, and what axe's own authors recommend.
RUN = "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"


def faults(page) -> list[str]:
    """What axe-core finds wrong in the page as it stands."""
    page.evaluate(AXE)
    return [f"{found['id']}: {node['html'][:160]}" for found in page.evaluate(RUN) for node in found["nodes"]]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1200), ("dark", 1200), ("light", 390)], ids=["light", "dark", "narrow"])
def test_no_page_shuts_anybody_out(desk_at, opened, scheme, width) -> None:
    desk = desk_at("2026-03-04T12:00:00Z", started=False)
    page = opened(desk.address, width=width, color_scheme=scheme, reduced_motion="reduce")
    wrong = {"start": faults(page)}
    page.get_by_role("button", name="Look round").click()
    page.wait_for_url(desk.address + "/")
    for kind in crawled(page, desk.address):
        wrong.setdefault(f"{kind} {page.url}", faults(page))
        sideways = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if sideways > 0:
            wrong[f"{kind} {page.url}"].append(f"scrolls sideways by {sideways}")
    assert {kind.split()[0] for kind in wrong} >= READABLE - {"rehearse", "letter", "versions"}
    assert {kind: found for kind, found in wrong.items() if found} == {}


def test_a_fault_would_be_seen(page) -> None:
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert any(found.startswith("button-name") for found in faults(page))
