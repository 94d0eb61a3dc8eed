"""What was worked out a moment ago, so that a letter at which somebody types is not judged from end to end at every key."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

Question = TypeVar("Question")
Answer = TypeVar("Answer")


class Memory(Generic[Question, Answer]):
    """The answers to the last `most` questions; those of one letter are kept together, however many they are.

    Nothing of it leaves the process. Threads may share it: at worst a question is answered twice.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.kept: dict[Question, Answer] = {}

    def answers(self, asked: Iterable[Question], answer: Callable[[list[Question]], Sequence[Answer]]) -> dict[Question, Answer]:
        """An answer, never None, to each question; those that are not remembered are answered together."""
        questions = dict.fromkeys(asked)
        known = {question: found for question in questions if (found := self.kept.get(question)) is not None}
        new = [question for question in questions if question not in known]
        known |= zip(new, answer(new) if new else (), strict=True)
        for question, found in known.items():
            self.kept.pop(question, None)
            self.kept[question] = found
        for question in list(self.kept)[: max(0, len(self.kept) - max(self.most, len(known)))]:
            self.kept.pop(question, None)
        return known
