"""The one door to spelling, grammar and confused words: several checks, one list of slips."""

from collections.abc import Callable, Iterable

from sincerely.proof.senses import Prose, Slip

Check = Callable[[Prose], Iterable[Slip]]
# Of two slips on the same words the more telling one speaks: design/rules.md, "Where rules overlap".
TELLING = ("confusion", "spelling", "grammar")


class Quick:
    """All checks that are fast enough to run as one types."""

    def __init__(self, *checks: Check) -> None:
        self.checks = checks

    def slips(self, prose: Prose) -> list[Slip]:
        """What the checks see, in the order of the text; of slips on the same words only the most telling."""
        return settled(slip for check in self.checks for slip in check(prose))


def settled(slips: Iterable[Slip]) -> list[Slip]:
    """Slips in the order of the text, without those that touch the words of a more telling one."""
    kept: list[Slip] = []
    for slip in sorted(slips, key=lambda slip: (TELLING.index(slip.kind), slip.mild, slip.span)):
        if not any(slip.span.start < other.span.end and other.span.start < slip.span.end for other in kept):
            kept.append(slip)
    return sorted(kept, key=lambda slip: slip.span)
