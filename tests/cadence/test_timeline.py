"""A case and its plan as one line of time."""

from tests.cadence.telling import at, cancelled, case, interview, moved, promised, received, sent

from sincerely.cadence import Policy, plan
from sincerely.cadence.timeline import Entry, Kind, clocks, moment, timeline
from sincerely.cadence.timeline import home as home_of

MONDAY = interview("i", "2026-03-02", "10:00", "11:00", "ana")
THANKS = sent("thank-you", "ana", "2026-03-02 12:00")


def line(now: str, *events, **changes) -> tuple[Entry, ...]:
    told = case(*events, **changes)
    return timeline(told, plan(told, Policy(), at(now)), at(now))


def of(kind: Kind, entries: tuple[Entry, ...]) -> list[str]:
    return [entry.words for entry in entries if entry.kind is kind]


def test_a_moved_interview_stands_at_its_new_time() -> None:
    found = line("2026-03-02 09:00", MONDAY, moved("i", "2026-03-01 09:00", "2026-03-05", "14:00", "15:00"))
    assert [entry.at for entry in found if entry.kind is Kind.INTERVIEW] == [at("2026-03-05 14:00")]
    assert "the interview of Mon 2 Mar was moved to Thu 5 Mar, 14:00" in of(Kind.HAPPENED, found)


def test_a_cancelled_interview_says_so() -> None:
    found = line("2026-03-02 09:00", MONDAY, cancelled("i", "2026-03-01 09:00"))
    assert of(Kind.INTERVIEW, found) == ["interview with Ana: cancelled"]
    assert "the interview of Mon 2 Mar was called off" in of(Kind.HAPPENED, found)


def test_a_promise_is_shown_only_where_it_counts() -> None:
    void, counting = promised("2026-03-20", "2026-03-01 09:00"), promised("2026-03-10", "2026-03-02 11:30")
    assert not of(Kind.PROMISED, line("2026-03-03 09:00", MONDAY, THANKS, void))
    shown = [entry.at for entry in line("2026-03-03 09:00", MONDAY, THANKS, void, counting) if entry.kind is Kind.PROMISED]
    assert shown == [at("2026-03-10 00:00")]
    assert not of(Kind.PROMISED, line("2026-03-02 11:10", MONDAY, THANKS, counting))


def test_closed_days_say_until_when_and_why() -> None:
    closed = of(Kind.CLOSED, line("2026-04-02 09:00", MONDAY, THANKS, promised("2026-04-07", "2026-03-02 11:30")))
    assert (
        closed[0] == "closed until Tue 7 Apr: public holiday (Good Friday), Saturday, Sunday and public holiday (Easter Monday)"
    )


def test_what_came_is_said_in_words() -> None:
    came = [received("away", "ana", "2026-03-03 09:00", until="2026-03-09"), received("rejection", "ana", "2026-03-03 10:00")]
    assert of(Kind.RECEIVED, line("2026-03-03 11:00", MONDAY, THANKS, *came)) == ["Ana: away until Mon 9 Mar", "Ana: a no"]


def test_a_line_over_several_years_names_them() -> None:
    found = line("2027-01-04 09:00", MONDAY, THANKS)
    where = home_of(case(MONDAY))
    assert moment(where, at("2026-03-02 10:00"), found) == "Mon 2 Mar, 10:00 2026"
    assert moment(where, at("2026-03-02 10:00"), line("2026-03-03 09:00", MONDAY)) == "Mon 2 Mar, 10:00"


def test_guessed_clocks_are_called_a_guess() -> None:
    assert clocks(case(MONDAY)) == "Europe/London, GB"
    assert (
        clocks(case(MONDAY, employer={"name": "Acme", "country": "JP"}, contacts=[{"id": "ana"}])) == "Asia/Tokyo (a guess), JP"
    )
    assert clocks(case(employer={"name": "Acme"}, contacts=[])) == "Europe/London (a guess), country unknown"
