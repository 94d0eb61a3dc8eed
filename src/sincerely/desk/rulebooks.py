"""The rules that a desk's owner wants, with engines that are loaded once a process, whichever face asks first."""

from functools import cache

from sincerely.desk.shapes import DeskShape
from sincerely.proof.engines import load_senses
from sincerely.proof.rulebook import Rulebook, every_rule
from sincerely.proof.senses import Senses, Tier


def rulebook_of(owner: DeskShape, tier: Tier = "quick") -> Rulebook:
    """Quick while writing, full before approving."""
    return Rulebook(every_rule(), senses(tier), frozenset(owner.allowed_rules))


@cache
def senses(tier: Tier) -> Senses:
    """The engines of a tier."""
    return load_senses(tier)
