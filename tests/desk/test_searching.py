"""Capitals and accents do not stand between a person and what they look for."""

import pytest

from sincerely.desk.searching import finds


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("müller", "MÜLLER & Söhne"),
        ("jose", "José Álvarez"),
        ("ÉCOLE", "une école"),
        ("strasse", "Hauptstraße"),
        ("김", "김민준"),
    ],
)
def test_a_word_is_found_however_it_is_written(words: str, text: str) -> None:
    assert finds(words, "something else", text)


def test_what_is_not_there_is_not_found() -> None:
    assert not finds("anna", "Ada", "Acme")
