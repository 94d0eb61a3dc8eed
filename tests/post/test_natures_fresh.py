"""Mail that was written by a stranger to the rules: what it is, and that a person is asked where it can be read in two ways."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sincerely.post.mail import Mail, read_mail
from sincerely.post.threads import classify

FOLDER = Path(__file__).parent / "samples" / "fresh"


def fresh() -> Iterator[Any]:
    for file in sorted(FOLDER.glob("*.toml")):
        for case in tomllib.loads(file.read_text())["mail"]:
            yield pytest.param(case, id=f"{file.stem}: {case['name']}")


def built(case: dict[str, Any]) -> Mail:
    """The mail of a case, as its server would hand it over, on Monday, 2 March 2026."""
    head = [
        f"From: {case['from']}",
        "To: me@example.com",
        f"Subject: {case['subject']}",
        "Date: Mon, 2 Mar 2026 10:00:00 +0000",
        *case.get("headers", []),
        f"Content-Type: {case.get('content_type', 'text/plain; charset=utf-8')}",
    ]
    return read_mail("\r\n".join([*head, "", *case["text"].strip("\n").split("\n")]).encode())


@pytest.mark.parametrize("case", list(fresh()))
def test_a_strangers_mail_is_told_for_what_it_is(case: dict[str, Any]) -> None:
    found = classify(built(case))
    assert found.kind in case["kind"].split("|"), found.reasons
    assert all(reason.endswith((".", "!", "?", "”")) for reason in found.reasons)
    if "bounce" in case:
        assert found.bounce == case["bounce"], found.reasons
    if "address" in case:
        assert found.failed_address == case["address"]
    if "until" in case:
        assert found.until == case["until"]
    if case.get("asks"):
        assert found.kind in ("rejection", "offer", "stop") or not found.sure
