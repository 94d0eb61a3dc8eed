"""Loads the engines once, from the data files that stand beside them."""

from sincerely.proof.senses import Senses


def load_senses() -> Senses:
    """The engines that this installation has; absent ones are None."""
    from sincerely.proof.language.engine import Quick
    from sincerely.proof.language.grammar.doubled import doubled
    from sincerely.proof.language.misspellings import misspelt
    from sincerely.proof.language.variants import mixed
    from sincerely.proof.tone import quick

    return Senses(tone=quick(), language=Quick(misspelt, mixed, doubled))
