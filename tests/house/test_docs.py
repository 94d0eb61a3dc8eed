"""What is there is documented, and what is documented is there."""

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
SETTING = re.compile(r"SINCERELY_[A-Z_]+")
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def builder():
    spec = importlib.util.spec_from_file_location("docs_build", DOCS / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["rules.md", "commands.md", "policies.md"])
def test_a_built_page_says_what_the_code_says(name: str) -> None:
    page = builder().PAGES[name]().rstrip() + "\n"
    assert (DOCS / name).read_text(encoding="utf-8") == page, "run: python docs/build.py"


def test_every_setting_is_documented_and_every_documented_one_exists() -> None:
    source = {word for path in (ROOT / "src").rglob("*.py") for word in SETTING.findall(path.read_text(encoding="utf-8"))}
    documented = set(SETTING.findall((DOCS / "settings.md").read_text(encoding="utf-8")))
    assert source == documented


@pytest.mark.parametrize("page", sorted([ROOT / "README.md", *DOCS.rglob("*.md")]), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    missing = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()]
    assert missing == []


def test_every_decision_has_its_own_number_and_its_reason() -> None:
    decisions = sorted((DOCS / "decisions").glob("*.md"))
    numbers = [int(path.name[:4]) for path in decisions]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all("## Why" in path.read_text(encoding="utf-8") for path in decisions)


def test_news_fragments_say_something() -> None:
    fragments = list((ROOT / "news").glob("*.md"))
    assert fragments
    assert all(len(path.read_text(encoding="utf-8").strip()) > 20 for path in fragments)


def test_the_errors_that_the_command_line_knows_exist() -> None:
    from sincerely.faces.cli.failure import CODES

    defined = {
        name
        for path in (ROOT / "src").rglob("*.py")
        for name in re.findall(r"^class (\w+)\(", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert set(CODES) <= defined
