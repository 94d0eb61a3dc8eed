"""Which rules speak, and which give way."""

from sincerely.proof.finding import Finding, Report
from sincerely.proof.letter import Letter
from sincerely.proof.overlaps import silenced
from sincerely.proof.reading import Reading
from sincerely.proof.rulebook import Rulebook, only, rule_ids, rule_named
from sincerely.terms import Channel, Part, Severity, Span, Stage


def finding(rule: str, start: int, end: int, severity: Severity = Severity.WARNING, part: Part = Part.BODY) -> Finding:
    return Finding(rule, severity, part, Span(start, end), "", "said", "why", None)


def test_the_more_specific_rule_speaks_on_the_same_words() -> None:
    both = [finding("pressure/demand", 0, 10), finding("pressure/ultimatum", 5, 15)]
    assert [kept.rule for kept in silenced(both)] == ["pressure/ultimatum"]


def test_on_other_words_both_speak() -> None:
    both = [finding("pressure/demand", 0, 5), finding("pressure/ultimatum", 5, 15)]
    assert len(silenced(both)) == 2


def test_in_another_part_both_speak() -> None:
    both = [finding("language/spelling", 0, 5, part=Part.SUBJECT), finding("language/name", 0, 5)]
    assert len(silenced(both)) == 2


def test_a_report_goes_from_worst_to_least_and_then_as_one_reads() -> None:
    report = Report.of(
        [
            finding("a/late", 9, 10),
            finding("a/hint", 0, 1, Severity.HINT),
            finding("a/early", 2, 3),
            finding("a/held", 5, 6, Severity.HOLD),
        ]
    )
    assert [one.rule for one in report.findings] == ["a/held", "a/early", "a/late", "a/hint"]


def test_a_rule_that_is_switched_off_is_silent() -> None:
    named = rule_named("professional/greeting")
    reading = Reading(Letter(Channel.EMAIL, Stage.THANK_YOU, "Thank you for the tour."))
    assert list(Rulebook((named,)).findings(reading))
    assert not list(Rulebook((named,), allowed=frozenset({named.id})).findings(reading))


def test_a_rule_speaks_only_on_its_channels() -> None:
    reading = Reading(Letter(Channel.TEXT, Stage.THANK_YOU, "Thank you for the tour."))
    assert not list(only(["professional/greeting"]).findings(reading))


def test_every_id_is_its_way_and_file() -> None:
    assert "professional/sign-off" in rule_ids()
    assert not any("/_" in rule_id for rule_id in rule_ids())
