"""The gate opens only for a letter that nothing holds, at an allowed moment, by a person's yes to these very bytes."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sincerely import gate
from sincerely.cadence import Answer
from sincerely.gate import Consent, verdict
from sincerely.proof.finding import Finding, Report
from sincerely.terms import Part, Severity

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
YES = Answer(True, ("Fine now.",), NOW)
LATER = Answer(False, ("It is night there.",), NOW + timedelta(hours=9))
NEVER = Answer(False, ("They asked for no more contact.",), None)
GIVEN = Consent("abc", "abc")


def report(*severities: Severity, rule: str = "language/name") -> Report:
    return Report.of(Finding(rule, severity, Part.BODY, None, "", f"A {severity.word}.", "", None) for severity in severities)


def test_a_good_letter_at_a_good_moment_with_consent_goes() -> None:
    assert verdict(report(), YES, GIVEN) == gate.Gate(True)


def test_a_letter_to_revise_goes_with_consent() -> None:
    assert verdict(report(Severity.WARNING, Severity.HINT), YES, GIVEN).open


def test_a_finding_that_holds_keeps_it_back_until_a_person_mends_it() -> None:
    decided = verdict(report(Severity.HOLD), YES, GIVEN)
    assert not decided.open
    assert decided.reasons == ("A hold.",)
    assert decided.next_allowed is None


def test_a_wrong_moment_gives_the_next_one() -> None:
    decided = verdict(report(), LATER, GIVEN)
    assert (decided.open, decided.reasons, decided.next_allowed) == (False, LATER.reasons, LATER.next_allowed)
    assert not decided.lasting


def test_what_may_never_go_is_lasting() -> None:
    assert verdict(report(), NEVER, GIVEN).lasting


def test_without_a_yes_or_with_one_to_other_bytes_nothing_goes() -> None:
    assert verdict(report(), YES, Consent("", "abc")).reasons == ("You have not approved this message yet.",)
    assert verdict(report(), YES, Consent("abd", "abc")).reasons == ("This message is no longer the one that you approved.",)
    assert not verdict(report(), YES, Consent("", "")).open


@given(
    st.lists(st.sampled_from(Severity), max_size=4),
    st.sampled_from([YES, LATER, NEVER]),
    st.sampled_from([GIVEN, Consent("", "abc"), Consent("abd", "abc")]),
)
def test_it_is_open_only_where_all_three_say_yes_and_else_it_says_why(severities, answer, consent) -> None:
    decided = verdict(report(*severities), answer, consent)
    assert decided.open == (Severity.HOLD not in severities and answer.allowed and consent.holds)
    assert decided.open == (not decided.reasons)
    assert decided.next_allowed is None or not decided.open


def test_only_pressure_and_hostility_that_hold_are_slept_on() -> None:
    assert gate.angry(report(Severity.HOLD, rule="hostility/insult"))
    assert gate.angry(report(Severity.HOLD, rule="pressure/threat"))
    assert not gate.angry(report(Severity.WARNING, rule="hostility/sarcasm"))
    assert not gate.angry(report(Severity.HOLD, rule="language/name"))
