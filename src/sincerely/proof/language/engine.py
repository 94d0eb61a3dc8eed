"""The one door to spelling, grammar and confused words: several checks, one list of slips."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable

from sincerely.proof.language.foreign import english
from sincerely.proof.language.outside.reader import Outside
from sincerely.proof.senses import Prose, Slip, Tier
from sincerely.terms import Span

Check = Callable[[Prose], Iterable[Slip]]
# Of two slips on the same words the more telling one speaks: design/rules.md, "Where rules overlap".
TELLING = ("confusion", "spelling", "grammar")


class Quick:
    """All checks that are fast enough to run as one types."""

    def __init__(self, *checks: Check) -> None:
        self.checks = checks

    @property
    def tier(self) -> Tier:
        """Which tier speaks."""
        return "quick"

    @property
    def notes(self) -> tuple[str, ...]:
        """What was left out of the last letter, in words for the person."""
        return ()

    def slips(self, prose: Prose) -> list[Slip]:
        """What the checks see, in the order of the text; of slips on the same words only the most telling.

        Parts in other languages are kept from them: of those there is one remark.
        """
        text, remark = english(prose)
        seen = self.seen(text)
        return sorted([remark, *seen], key=lambda slip: slip.span) if remark else seen

    def seen(self, prose: Prose) -> list[Slip]:
        """What the checks see in English text."""
        return settled([], (slip for check in self.checks for slip in check(prose)))


class Full(Quick):
    """The quick checks and, where they see nothing, engines by others: for what is about to be sent."""

    def __init__(self, *checks: Check, outside: Iterable[Outside]) -> None:
        super().__init__(*checks)
        self.outside = tuple(outside)

    @property
    def tier(self) -> Tier:
        """Full while at least one engine speaks beside the quick checks."""
        return "quick" if all(check.note for check in self.outside) else "full"

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(check.note for check in self.outside if check.note)

    def seen(self, prose: Prose) -> list[Slip]:
        return settled(super().seen(prose), (slip for check in self.outside for slip in check(prose)))


def settled(first: Iterable[Slip], others: Iterable[Slip]) -> list[Slip]:
    """`first` and, where they leave room, the others, the more telling before the less; in the order of the text."""
    kept = {slip.span: slip for slip in first}
    spans = sorted(kept)
    for slip in sorted(others, key=lambda slip: (TELLING.index(slip.kind), slip.mild, slip.span)):
        place = bisect_left(spans, slip.span)
        if not any(touch(slip.span, span) for span in spans[max(0, place - 1) : place + 1]):
            insort(spans, slip.span)
            kept[slip.span] = slip
    return [kept[span] for span in spans]


def touch(one: Span, other: Span) -> bool:
    """True where two spans share a character."""
    return one.start < other.end and other.start < one.end
