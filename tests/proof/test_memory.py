"""What was worked out a moment ago is not worked out again."""

from hypothesis import given
from hypothesis import strategies as st

from sincerely.proof.memory import Memory


def test_only_what_is_new_is_worked_out_and_all_of_it_together() -> None:
    memory: Memory[str, int] = Memory(10)
    asked: list[list[str]] = []

    def lengths(words: list[str]) -> list[int]:
        asked.append(words)
        return [len(word) for word in words]

    assert memory.answers(["a", "bb", "a"], lengths) == {"a": 1, "bb": 2}
    assert memory.answers(["bb", "ccc"], lengths) == {"bb": 2, "ccc": 3}
    assert memory.answers(["a"], lengths) == {"a": 1}
    assert asked == [["a", "bb"], ["ccc"]]


@given(st.lists(st.lists(st.integers(0, 20), max_size=8), max_size=12), st.integers(1, 10))
def test_answers_are_right_and_no_more_are_kept_than_wanted(asked: list[list[int]], most: int) -> None:
    memory: Memory[int, str] = Memory(most)
    for questions in asked:
        assert memory.answers(questions, lambda new: [str(one) for one in new]) == {one: str(one) for one in questions}
        assert len(memory.kept) <= max(most, len(set(questions)))


def test_what_was_asked_for_lately_stays() -> None:
    memory: Memory[int, int] = Memory(3)
    for new in range(1, 9):
        memory.answers([0, new], lambda questions: questions)
    assert set(memory.kept) == {0, 7, 8}
