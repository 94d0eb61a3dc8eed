"""Desperation.

*What it looks for*: begging, and hardship used as an argument.
*Why it matters*: need is no reason to hire; it hides the reasons that are.
*Remedy*: say what you would do for them.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.tone.marks import Manner, marks, pattern
from sincerely.terms import Severity, Stage

RULE = Rule(
    severity=Severity.WARNING,
    title="Desperation",
    why="Pleading is a tactic that lowers how competent one seems (Jones & Pittman 1982, supplication in self-presentation).",
    flags=(
        Example(body="I am begging you to give me this one chance.", quote="I am begging you"),
        Example(body="I am three months behind on my rent, so please choose me.", quote="behind on my rent"),
        Example(body="This job is my last hope.", stage=Stage.CHECK_IN, quote="my last hope"),
        Example(body="I will do anything, I will even work for free.", quote="I will do anything"),
    ),
    passes=(
        Example(body="I beg your pardon for the late reply; the ferry was cancelled."),
        Example(body="The rent arrears team struck me as the kindest in the building."),
        Example(body="I would be very glad of the chance to work on the tram archive."),
        Example(body="I hope at last to see the orchard in bloom."),
        Example(body="If this comes too early, I beg you to excuse me."),
    ),
)

MANNER = Manner(
    rule="professional/desperation",
    says="This pleads.",
    reads_as="pleading",
    remedy=Remedy("Leave the need out and give a reason: “I would bring six years at the counter and two languages.”"),
    certain=(
        pattern(
            r"\bI(?:'m| am) (?:\w+ )?begging (?:you|for)\b",
            r"\bI beg (?:you|of you)\b",
            r"\b(?:please,? please|(?:I\'m|I am|go|get) (?:down )?on my knees (?:here|to you|before you|for (?:this"
            r"|the) (?:job|post|chance)))\b",
            r"\bI(?:'m| am) (?:\w+ )?desperate (?:for|to)\b",
            r"\b(?:my|our) (?:last|only) (?:hope|lifeline)\b",
            r"\b(?:behind (?:on|with) (?:my|our|the)|can't (?:pay|make|afford)|cannot (?:pay|make|afford)"
            r"|unable to pay) (?:my |our |the )?(?:rent|mortgage|bills|heating)\b",
            r"\b(?:put food on the table|feed my (?:kids|children|family)|(?:will|going to|about to) (?:lose (?:my"
            r"|our) (?:house|home|flat)|be evicted))\b",
            r"\bI(?:'ll| will|'d| would) do (?:absolutely |literally |just about )?anything(?=[,.!?;]|$| for (?:this|you"
            r"|the)| to (?:get|have|work))",
        ),
    ),
    spared=(pattern(r"\bI beg (?:you|of you) (?:to |will )?(?:excuse|forgive|pardon)\b"),),
    telling=(
        pattern(
            r"\b(?:please|beg|on my knees|desperate\w*|mercy|pity|rent|mortgage|debts?|bills|benefits|evict\w*|starv\w+"
            r"|any job|anything|one chance|last chance|need this)\b"
        ),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    return marks(reading, MANNER)
