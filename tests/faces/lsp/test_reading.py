"""A file in an editor, as a letter with its parts in their places."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.faces.lsp.reading import LONGEST, NoLetter, placed
from sincerely.terms import Part


@given(st.text(max_size=300), st.sampled_from(["note.txt", "note.eml"]))
def test_whatever_is_typed_every_part_stands_where_it_is_said_to(text: str, name: str) -> None:
    try:
        found = placed(text, Path(name))
    except NoLetter:
        return
    for part, start in found.starts.items():
        assert text[start:].startswith(found.letter.text(part))


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_mail_is_read_with_its_headers(ending: str) -> None:
    text = ending.join(["From: Maya <maya@example.org>", "To: Bob <bob@acme.example>", "Subject: Our talk", "", "Dear Bob,"])
    found = placed(text, Path("note.eml"))
    assert (found.letter.subject, found.letter.to, found.letter.body) == ("Our talk", ("bob@acme.example",), "Dear Bob,")
    assert text[found.starts[Part.SUBJECT] :].startswith("Our talk")
    assert found.silent == frozenset()


def test_what_stands_in_no_text_is_not_judged() -> None:
    assert placed("Dear Bob,", None).silent == {"professional/subject", "professional/sender-address", "professional/recipients"}


@pytest.mark.parametrize("facts", ["{", "[]", "[" * 20_000, '{"contacts": 3}'])
def test_a_record_that_cannot_be_read_is_told(tmp_path: Path, facts: str) -> None:
    (tmp_path / ".sincerely.json").write_text(facts)
    with pytest.raises(NoLetter, match=r"\.sincerely\.json"):
        placed("Dear Bob,", tmp_path / "note.txt")


def test_too_long_a_text_is_told() -> None:
    with pytest.raises(NoLetter, match="too long"):
        placed("x" * (LONGEST + 1), None)
