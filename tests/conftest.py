"""What several tests share: where the outside material lies, and the rulebook."""

from pathlib import Path

import pytest

pytest_plugins = ["tests.servers.fixtures"]

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests go first, so that several processes end together."""
    slow = {item.path for item in items if item.get_closest_marker("slow") or item.get_closest_marker("server")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture
def shared() -> Path:
    """The folder of outside material; a test that needs it says so where it does not stand."""
    if not SHARED.is_dir():
        pytest.skip("whole-set test left out: ../shared does not stand beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def senses():
    """The engines that the program itself uses."""
    from sincerely.proof.engines import load_senses

    return load_senses()
