"""Whole sets of other people's mail: how many natures are told rightly. The thresholds are those of the issue."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from sincerely.post.mail import MailError, read_mail
from sincerely.post.natures.nature import Bounce, Kind, Nature
from sincerely.post.threads import classify

pytestmark = pytest.mark.corpus
# Not bounces of a mail: complaints, absence notes, and reports of success.
OTHER_LABELS = frozenset({"feedback", "vacation", "delivered"})
A_PERSON = b"From: Ann Lee <ann@acme.example>\r\nSubject: Re: Our talk\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"


def natures(folder: Path) -> Iterator[tuple[Path, Nature]]:
    for file in sorted(folder.rglob("*.eml")):
        try:
            yield file, classify(read_mail(file.read_bytes()))
        except MailError:
            continue


@pytest.fixture
def bounces(shared: Path) -> Path:
    return shared / "data" / "mail" / "sisimai-set-of-emails"


def test_bounces_are_recognised(bounces: Path) -> None:
    labels = json.loads((bounces / "labels_from_rb-sisimai.json").read_text())
    found: Counter[bool] = Counter()
    for file, nature in natures(bounces / "maildir"):
        other = file.name.startswith(("arf", "rfc3834")) or labels.get(file.name, [{}])[0].get("reason") in OTHER_LABELS
        if file.parent.name != "not" and not other:
            found[nature.kind == Kind.BOUNCE] += 1
    assert found.total() > 700
    assert found[True] / found.total() >= 0.985


def test_hard_is_told_from_soft(bounces: Path) -> None:
    labels = json.loads((bounces / "labels_from_rb-sisimai.json").read_text())
    right: Counter[bool] = Counter()
    for file, nature in natures(bounces / "maildir" / "bsd"):
        label = [each for each in labels.get(file.name, []) if each["reason"] not in OTHER_LABELS]
        if label and nature.kind == Kind.BOUNCE:
            right[str(nature.bounce == Bounce.HARD).lower() in {each["hard"] for each in label}] += 1
    assert right.total() > 500
    assert right[True] / right.total() >= 0.95


def test_absence_notes_and_complaints_are_told(bounces: Path) -> None:
    notes = [nature.kind for file, nature in natures(bounces / "maildir" / "bsd") if file.name.startswith("rfc3834")]
    complaints = [nature.kind for file, nature in natures(bounces / "maildir" / "bsd") if file.name.startswith("arf")]
    assert notes == [Kind.AWAY] * 6
    assert len(complaints) >= 16
    assert set(complaints) == {Kind.STOP}


def test_no_notice_of_delay_is_a_reply_or_a_stop(bounces: Path) -> None:
    delays = [nature for _, nature in natures(bounces / "maildir") if nature.bounce == Bounce.DELAYED]
    assert len(delays) > 10
    late = [
        (file.name, nature.kind)
        for file, nature in natures(bounces / "maildir")
        if "-exim-38" in file.name or "-gmail-06" in file.name
    ]
    assert {kind for _, kind in late} == {Kind.BOUNCE}


def test_no_person_is_taken_for_a_machine(shared: Path) -> None:
    mails = shared / "data" / "mail"
    texts = [file for name in ("github-reply-parser", "mail-parser-reply") for file in (mails / name).rglob("*.txt")]
    kinds = [classify(read_mail(A_PERSON + file.read_bytes())).kind for file in texts]
    kinds += [nature.kind for _, nature in natures(mails / "talon")]
    kinds += [nature.kind for _, nature in natures(mails / "stalwart-mail-parser")]
    assert len(kinds) > 150
    assert all(kind.from_a_person for kind in kinds)
