"""The articles: enough of them, each true to what proof says of its examples."""

import pytest

from sincerely.advice import Article, Example, article, library
from sincerely.advice.article import read_article
from sincerely.advice.fitting import MOMENTS
from sincerely.proof import proofread
from sincerely.proof.finding import Report
from sincerely.proof.record import read_letter
from sincerely.proof.rulebook import Rulebook, every_rule, rule_named
from sincerely.proof.senses import Senses
from sincerely.terms import Channel, Stage, Verdict, Way

GOOD = [(one, example) for one in library() for example in one.good]
BAD = [(one, example) for one in library() for example in one.bad]
MOST_WORDS = 200
FEWEST = 24


def names(pairs: list[tuple[Article, Example]]) -> list[str]:
    return [one.name for one, _ in pairs]


def report_on(example: Example, senses: Senses) -> Report:
    return proofread(read_letter(example.letter), Rulebook(every_rule(), senses))


@pytest.mark.parametrize(("one", "example"), GOOD, ids=names(GOOD))
def test_proof_finds_a_good_example_ready(one: Article, example: Example, senses: Senses) -> None:
    report = report_on(example, senses)
    assert report.verdict is Verdict.READY, [finding.rule for finding in report.findings]


@pytest.mark.parametrize(("one", "example"), BAD, ids=names(BAD))
def test_proof_marks_a_bad_example_by_the_rule_it_names(one: Article, example: Example, senses: Senses) -> None:
    assert example.rule in {finding.rule for finding in report_on(example, senses).findings}


@pytest.mark.parametrize("one", library(), ids=lambda one: one.name)
def test_an_article_is_short_and_shows_how_it_is_done(one: Article) -> None:
    assert sum(len(line.split()) for block in one.blocks for line in block.lines) <= MOST_WORDS
    assert one.good
    assert all(rule_named(rule) for rule in (*one.rules, *(example.rule for example in one.bad)))
    assert MOMENTS.keys() >= set(one.moments)


def test_every_way_stage_and_channel_has_an_article() -> None:
    assert len(library()) >= FEWEST
    assert {stage for one in library() for stage in one.stages} == set(Stage)
    assert {channel for one in library() for channel in one.channels} == set(Channel)
    ways = {rule.partition("/")[0] for one in library() for rule in one.rules}
    assert ways >= {way.value for way in Way}
    assert {moment for one in library() for moment in one.moments} == set(MOMENTS)


def test_an_article_is_found_by_its_name() -> None:
    assert article("silence") in library()
    assert article("nothing-of-this-name") is None


@pytest.mark.parametrize(
    "text", ["title = 1", "nonsense", 'title = "x"\nfor = "y"\ntext = "z"\nsources = []\ngood = []\nodd = 1']
)
def test_a_broken_file_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="The article torn cannot be read"):
        read_article("torn", text)
