"""The two packages: the same files in both, the right manifest in each, and rights for nobody's pages but those named."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAIL = ["https://mail.google.com/*", "https://outlook.live.com/*", "https://outlook.office.com/*"]


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, zipfile.ZipFile]:
    folder = tmp_path_factory.mktemp("packed")
    subprocess.run([sys.executable, ROOT / "extension/pack", folder], check=True, capture_output=True)
    return {name: zipfile.ZipFile(folder / f"sincerely-{name}.zip") for name in ("chromium", "firefox")}


def manifest(package: zipfile.ZipFile) -> dict[str, Any]:
    return dict(json.loads(package.read("manifest.json")))


def test_both_hold_the_same_files_and_the_worker_that_their_browser_starts(packed: dict[str, zipfile.ZipFile]) -> None:
    chromium, firefox = packed["chromium"], packed["firefox"]
    assert chromium.namelist() == firefox.namelist()
    assert manifest(chromium)["background"]["service_worker"] in chromium.namelist()
    assert manifest(firefox)["background"]["scripts"] == [manifest(chromium)["background"]["service_worker"]]
    assert "minimum_chrome_version" not in manifest(firefox)


def test_firefox_is_told_what_leaves_it(packed: dict[str, zipfile.ZipFile]) -> None:
    """Firefox takes no new extension without: letters and clipped postings go out of the browser, to the desk beside it."""
    gecko = manifest(packed["firefox"])["browser_specific_settings"]["gecko"]
    assert gecko["data_collection_permissions"] == {"required": ["personalCommunications", "websiteContent"]}
    assert "browser_specific_settings" not in manifest(packed["chromium"])


@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_it_may_ask_this_machine_alone_and_runs_by_itself_where_mail_is_written(
    packed: dict[str, zipfile.ZipFile], name: str
) -> None:
    told = manifest(packed[name])
    assert told["host_permissions"] == ["http://127.0.0.1/*", "http://localhost/*"]
    assert set(told["permissions"]) == {"activeTab", "scripting", "storage"}
    assert [script["matches"] for script in told["content_scripts"]] == [MAIL]
    assert not {"externally_connectable", "web_accessible_resources", "optional_host_permissions"} & told.keys()
    assert "connect-src http://127.0.0.1:* http://localhost:*;" in told["content_security_policy"]["extension_pages"]


def test_every_file_that_is_named_is_there(packed: dict[str, zipfile.ZipFile]) -> None:
    named = re.findall(r'"((?:background|content|pages|icons)/[\w.]+)"', packed["chromium"].read("manifest.json").decode())
    assert len(named) > 8
    assert set(named) <= set(packed["chromium"].namelist())


def test_nothing_is_ever_read_as_html_or_run_from_text() -> None:
    risky = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|\beval\(|new Function|DOMParser"
    )
    scripts = list((ROOT / "extension").rglob("*.js"))
    assert scripts
    assert [path.name for path in scripts if risky.search(path.read_text(encoding="utf-8"))] == []


def test_two_packings_are_the_same_to_the_byte(packed: dict[str, zipfile.ZipFile], tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "extension/pack", tmp_path], check=True, capture_output=True)
    for name, package in packed.items():
        assert (tmp_path / f"sincerely-{name}.zip").read_bytes() == Path(str(package.filename)).read_bytes()
