"""Loads the engines once, from the data files that stand beside them."""

from sincerely.proof.senses import Senses, Tier


def load_senses(tier: Tier = "quick") -> Senses:
    """The engines that this installation has; absent ones are None.

    `full` reads tone with the encoder, and adds Harper and, where it is installed, LanguageTool to the checks of language. They
    are loaded with the first letter.
    """
    from sincerely.proof.language.confusions.phrases import wrong_phrases
    from sincerely.proof.language.confusions.wrong import wrong_words
    from sincerely.proof.language.engine import Full, Quick
    from sincerely.proof.language.grammar import CHECKS
    from sincerely.proof.language.misspellings import misspelt
    from sincerely.proof.language.variants import mixed
    from sincerely.proof.tone import ABSENT, full, quick

    checks = (misspelt, mixed, wrong_phrases, wrong_words, *CHECKS)
    if tier == "quick":
        return Senses(tone=quick(), language=Quick(*checks))
    from sincerely.proof.language.outside.installed import engines

    encoder = full()
    language = Full(*checks, outside=engines())
    return Senses(encoder, language) if encoder else Senses(quick(), language, (ABSENT,))
