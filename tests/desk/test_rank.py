"""What stands first: Wilson's lower bound, which trusts many votes more than few."""

from hypothesis import given
from hypothesis import strategies as st

from sincerely.desk.queries.commons import rank

VOTES = st.integers(1, 2_000).flatmap(lambda votes: st.tuples(st.integers(0, votes), st.just(votes)))


@given(VOTES)
def test_it_lies_between_nothing_and_all(tally) -> None:
    low, high = rank(*tally)
    assert 0 <= low <= tally[0] / tally[1] <= high <= 1


@given(VOTES)
def test_one_more_who_found_it_helpful_never_lowers_it(tally) -> None:
    helped, votes = tally
    assert rank(helped + 1, votes + 1) >= rank(helped, votes)
    if helped < votes:
        assert rank(helped + 1, votes) > rank(helped, votes)


@given(VOTES)
def test_one_more_who_did_not_never_raises_it(tally) -> None:
    helped, votes = tally
    assert rank(helped, votes + 1) <= rank(helped, votes)


@given(VOTES, st.integers(2, 50))
def test_few_votes_rank_below_many_of_the_same_share(tally, times) -> None:
    helped, votes = tally
    few, many = rank(helped, votes), rank(helped * times, votes * times)
    assert few < many if helped else few > many


def test_known_values() -> None:
    """Of 10 votes all for it: lower bound 10 / (10 + z²); see Wilson 1927."""
    assert rank(0, 0) == (0.0, 1.0)
    assert abs(rank(10, 10)[0] - 10 / (10 + 1.959964**2)) < 1e-8
    assert rank(0, 5) < rank(0, 0) < rank(1, 5) < rank(1, 1) < rank(10, 12)
