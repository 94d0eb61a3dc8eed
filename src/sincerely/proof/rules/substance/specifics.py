"""Nothing that only this interview can explain.

*What it looks for*: a thank-you note or check-in that could go to anybody: nobody's words, no thing seen, no number, name or day.
*Why it matters*: what only the two of you know shows that the note was written for this reader.
*Remedy*: name one thing that was said or seen.
"""

import re
from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.language.names.acquaintance import words_of
from sincerely.proof.language.names.folding import NAME_WORD, plain
from sincerely.proof.language.names.lists import departments, ordinary
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.terms import Part, Severity, Stage

RECALLED = re.compile(
    r"\byou (?:\w+ )?(?:said|say|mentioned|told|showed|asked|described|explained|pointed|spoke|wanted|drew|laughed|put it|"
    r"called|recommended|handed|gave|sent|let|described|raised|offered|suggested|outlined|shared|were (?:open|kind|worried|"
    r"right))\b|"
    r"\bwe (?:\w+ )?(?:discussed|talked|agreed|argued|spoke of|looked at|saw|walked|went|laughed|met)\b|\bour (?:talk|"
    r"conversation|discussion|chat|disagreement) (?:about|on|of|over)\b|"
    r"\b(?:your|his|her|their|\w+['’]s) (?:point|question|story|remark|words?|comment|worry|idea|plan|aim|example|advice|"
    r"description|offer|line|joke|drawing|puzzle|account|answer) (?:about|of|on|that|to|with|from|for|was|is|has|stuck|"
    r"stayed)\b|"
    r"\bas you (?:put|said|mentioned|suggested|noticed)\b|\bi (?:\w+ )?(?:noticed|saw|liked how|liked that|loved how|"
    r"hadn['’]t realised|had not expected|keep thinking|kept thinking|was struck)\b|"
    r"\b(?:showing|letting|walking|telling|explaining|lending|taking|introducing|inviting) me\b|\b(?:tour|walk|look) (?:of|"
    r"round|around|through|along|at)\b|\bhearing (?:about|how|that|of)\b|\bseeing the\b|\bsince we (?:met|spoke|talked)\b|"
    r"\bstuck (?:in my mind|with me)\b|\bstayed with me\b",
    re.IGNORECASE,
)
FIGURE = re.compile(
    r"(?<![\w:/-])\d+(?:[.,:]\d+)?\b(?!\s*(?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december)\b)",
    re.IGNORECASE,
)
PHONE_LIKE = re.compile(r"(?:\+?\d[\s().-]*){7,}")
LEAST_RARE = 3  # rare words in mid-sentence that make a letter one of its kind

RULE = Rule(
    severity=Severity.HINT,
    title="Nothing that only this interview can explain",
    why="A detail that only the two of you know shows that the note was written for this reader.",
    flags=(
        Example("Dear Ms Roy,\n\nThank you for your time. I enjoyed the conversation and learned a lot about the role.\n\nTunde"),
    ),
    passes=(
        Example(
            "Dear Ms Roy,\n\nThank you for showing me the orchid house. You said that the spring is the hardest time.\n\nTunde"
        ),
        Example(
            "Dear Ms Roy,\n\nThe orchids have stayed with me.\n\nTunde",
            record={"interview": {"notes": "orchids, the night shift"}},
        ),
    ),
    stages=frozenset({Stage.THANK_YOU, Stage.CHECK_IN}),
)


def does(text: str, noted: frozenset[str] = frozenset()) -> bool:
    """True where some words recall what was said, seen or noted in one interview."""
    if RECALLED.search(text) or FIGURE.search(PHONE_LIKE.sub(" ", text)):
        return True
    said = [plain(word) for word in NAME_WORD.findall(text)]
    if any(word in noted for word in said):
        return True
    return sum(1 for word in said if len(word) > 3 and word not in ordinary() and word not in departments()) >= LEAST_RARE


def look(reading: Reading) -> Iterator[Mark]:
    facts = reading.facts
    names = words_of([facts.company, facts.role, facts.candidate.name, *(contact.name for contact in facts.contacts)])
    noted = frozenset(word for word in words_of([facts.interview.notes]) if len(word) > 3) - names
    prose = reading.own[reading.layout.prose.start : reading.layout.prose.end]
    kept = " ".join(word for word in prose.split() if plain(word.strip(".,;:!?'’")) not in names)
    if not does(kept, noted):
        yield Mark(
            Part.BODY, None, "This could go to anybody.", Remedy("Name one thing that was said or seen in this interview.")
        )
