"""Harper itself, and LanguageTool where somebody has installed it, behind our check."""

import threading

import pytest

from sincerely.proof.language.outside import harper, languagetool
from sincerely.proof.language.outside.installed import engines
from sincerely.proof.language.outside.reader import Outside
from sincerely.proof.language.outside.switches import MESSAGES, Switch, switched_on
from sincerely.proof.senses import Prose

ACCENTED = "Thank you, Zoë Ōnishi. We was glad to see the “new” kiln 🙂 and there are alot of them."


def marked(check: Outside, text: str) -> list[str]:
    return [text[slip.span.start : slip.span.end] for slip in check(Prose(text))]


def test_places_count_characters_whatever_stands_before() -> None:
    check = Outside("Harper", "", harper.load, {"PronounInflectionBe": Switch("grammar", "agreement")})
    assert marked(check, ACCENTED) == ["was"]


def test_languagetools_places_count_characters_too() -> None:
    pytest.importorskip("lt_py", reason="the extra languagetool is not installed")
    read = languagetool.load()
    places = [ACCENTED[said.start : said.end] for said in read(ACCENTED)]
    assert "was" in places


def test_each_thread_has_its_own_linter() -> None:
    read = harper.load({"PronounInflectionBe"})
    found: list[int] = []
    threads = [
        threading.Thread(target=lambda: found.extend(len(list(read(f"We was glad, friend {n}."))) for n in range(20)))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [1] * 60


def test_a_rule_that_writes_to_the_screen_is_never_asked(capfd: pytest.CaptureFixture[str]) -> None:
    list(harper.load()("I am looking forward to meet you."))
    assert capfd.readouterr().out == ""


@pytest.mark.parametrize("engine", ["Harper", "LanguageTool"])
def test_the_table_of_switches_names_only_messages_that_we_have(engine: str) -> None:
    assert all(switch.wording in MESSAGES for switch in switched_on(engine).values())


def test_harper_is_always_among_the_engines() -> None:
    assert "Harper" in [check.name for check in engines()]
