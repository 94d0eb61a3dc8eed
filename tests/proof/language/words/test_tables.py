"""The tables: sorted, consistent with each other, and the same when looked up one by one."""

import re
from itertools import pairwise

import pytest

from sincerely.proof.language.words.lines import SortedLines
from sincerely.proof.language.words.tables import is_made, is_name, level, listed, meant, table

TABLES = ("words", "names", "misspellings")


def rows(name: str) -> list[bytes]:
    return bytes(table(name).data).splitlines()


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_sorted_so_that_it_can_be_bisected(name: str) -> None:
    keys = [row.partition(b"\t")[0] for row in rows(name)]
    assert all(one < two for one, two in pairwise(keys))


@pytest.mark.parametrize("name", TABLES)
def test_every_hundredth_key_is_found_and_its_neighbour_in_spelling_is_not(name: str) -> None:
    lines: SortedLines = table(name)
    for row in [*rows(name)[::100], rows(name)[-1]]:
        key, _, value = row.decode().partition("\t")
        assert lines.get(key) == value
        assert lines.get(key + "q!") is None


def test_no_misspelling_is_a_word_or_its_own_remedy() -> None:
    for row in rows("misspellings"):
        wrong, _, rights = row.decode().partition("\t")
        assert not listed(wrong)
        assert rights
        assert wrong not in rights.split(",")


def test_every_word_that_a_misspelling_may_mean_is_one() -> None:
    odd = [
        right for row in rows("misspellings") for right in row.decode().partition("\t")[2].split(",") if not right_phrase(right)
    ]
    assert odd == []


def right_phrase(right: str) -> bool:
    return all(
        listed(part) or listed(part.lower()) or is_name(part) or part[:1].isupper()
        for part in re.split("[ -]|'s$", right)
        if part
    )


def test_common_words_are_known_and_ranked() -> None:
    assert level("the") > level("interview") > level("levain")
    assert listed("colour")
    assert listed("color")
    assert meant("recieve") == ("receive",)
    assert not meant("receive")
    assert is_name("Siobhán")
    assert is_name("Nguyễn")
    assert is_made("toolbelt")
    assert not is_made("recieve")


@pytest.mark.parametrize("odd", ["", "\x00", "\ud800", "😀", "a" * 10_000, "\n", "\t", "zzzzzz", "ÿÿÿ"])
def test_an_odd_key_is_only_absent(odd: str) -> None:
    assert not listed(odd)
    assert not meant(odd)
    assert not is_name(odd)
