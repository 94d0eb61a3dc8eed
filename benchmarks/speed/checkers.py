"""The checkers, ours by tier and the peers that are installed here: each loads with the call, and then reads one letter."""

from collections.abc import Callable
from typing import Any

Check = Callable[[dict[str, Any]], object]


def ours(tier: str) -> Check:
    from sincerely.proof import proofread
    from sincerely.proof.batch import for_many
    from sincerely.proof.engines import load_senses
    from sincerely.proof.record import read_letter
    from sincerely.proof.rulebook import Rulebook, every_rule

    senses = load_senses("full" if tier == "full" else "quick")
    rulebook = Rulebook(every_rule(), for_many(senses) if tier == "batch" else senses)
    return lambda letter: proofread(read_letter(letter), rulebook)


def harper() -> Check:
    import harper

    linter = harper.Linter()
    return lambda letter: linter.organized_lints(letter["message"]["body"], language="plaintext")


def languagetool() -> Check:
    import lt_py

    engine = lt_py.Engine("en-GB")
    return lambda letter: engine.check(letter["message"]["body"])


CHECKERS: dict[str, Callable[[], Check]] = {
    "quick": lambda: ours("quick"),
    "batch": lambda: ours("batch"),
    "full": lambda: ours("full"),
    "harper": harper,
    "languagetool": languagetool,
}
NAMES = {
    "quick": "sincerely, quick (as one types)",
    "batch": "sincerely, check --batch (quick, tone in full)",
    "full": "sincerely, full (before approving)",
    "harper": "Harper",
    "languagetool": "LanguageTool's rules",
}
