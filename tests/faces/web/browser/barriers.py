"""What keeps people out of a page, by axe-core (vendored beside this file, MPL-2.0, for the tests only)."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text()


def barriers(page: Page) -> list[str]:
    """Each violation with the places where it stands; empty where there is none."""
    page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [f"{row['id']}: {node['target']} {node['failureSummary']}" for row in found["violations"] for node in row["nodes"]]
