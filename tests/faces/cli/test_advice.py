"""Advice in a terminal, without any desk."""

import json

import pytest

from sincerely.advice import library
from sincerely.faces.cli import run


def test_all_articles_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["advice"]) == 0
    said = capsys.readouterr().out
    assert all(one.name in said for one in library())


def test_an_article_is_read_with_its_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["advice", "stay-kind"]) == 0
    said = capsys.readouterr().out
    assert "So it can look:" in said
    assert "So it goes wrong:" in said


def test_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["advice", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == len(library())


def test_one_that_is_not_there_is_told_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["advice", "nothing"]) == 64
    assert "sincerely advice" in capsys.readouterr().err
