"""No reminder of why you fit.

*What it looks for*: a thank-you note that says nothing of what you have done or can do.
*Why it matters*: the reader compares several people; one fact helps them to remember you.
*Remedy*: one thing that you have done and that the job needs.
"""

import re
from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.terms import Part, Severity, Stage

DEEDS = (
    "built|run|ran|led|cut|kept|written|wrote|taught|trained|managed|worked|rebuilt|repaired|fixed|designed|sold|cleared|won|raised|reduced|"
    "increased|doubled|halved|closed|opened|covered|handled|organised|organized|coordinated|supervised|served|cooked|cared|nursed|drove|driven|"
    "made|saved|set up|started|moved|taken|took|brought|learned|learnt|studied|"
    "passed|earned|held|done|did|been|seen|met|dealt|prepared|grown|grew|"
    "read|measured|tested|installed|welded|painted|planted|filed|audited|balanced|minuted|explained|interpreted|translated|kept"
)
FITTING = re.compile(
    rf"\b(?:i|we)(?:['’]ve| have| had|['’]d)?(?: already| also| once| never| often| myself| since| recently| just| twice|"
    rf" both)* (?:{DEEDS})\b|"
    r"\bmy (?:own |last |old |previous |former |present |current )?(?:\w+ )?(?:experience|background|years?|work|degree|"
    r"licen[cs]e|training|skills?|record|thesis|knowledge|"
    r"apprenticeship|time|job|role|post|team|crew|strengths?|patience|eye|certificate|qualification\w*|references?|studies|"
    r"course|"
    r"portfolio|webinars?|projects?|hands|shop|practice|firm|ward|school|class|employer|workshop)\b|"
    r"\b(?:years|seasons|months|decades?) (?:of|as|in|at|on|with)\b|\bas an? (?:former |trained |qualified |certified |"
    r"registered )?\w+(?:er|or|ist|ian|ant|man|woman)\b|"
    r"\bi(?:['’]m| am) (?:used to|trained|qualified|certified|fluent|licensed|experienced|careful|quick|a |an |the sort|"
    r"first)|\bi (?:speak|hold|know|understand|cook|teach|drive|weld|come with|can|could|already)\b|"
    r"\b(?:having|trained|twice promoted|working|leading|running|coming from)\b [^.]{0,60}\b(?:i|me)\b|\bfits?\b|"
    r"\bwould (?:let|serve|help) (?:me|you)\b|\bwhat i (?:lack|bring|would bring|do|did)\b|"
    r"\b(?:use|useful|of use|of value) to you\b|\bi(?:['’]d| would) (?:bring|be able|fit|feel at home)\b|\bthat['’]s me\b|"
    r"\bsets me apart\b",
    re.IGNORECASE,
)

RULE = Rule(
    severity=Severity.HINT,
    title="No reminder of why you fit",
    why="One thing that you have done and that the job needs is what sets this note apart from the others.",
    flags=(
        Example("Dear Ms Roy,\n\nThank you for the tour of the glasshouse on Tuesday. The orchids were a surprise.\n\nTunde"),
    ),
    passes=(
        Example("Dear Ms Roy,\n\nThank you for the tour. I have grown orchids on a north wall for six years.\n\nTunde"),
        Example("Dear Ms Roy,\n\nThank you for the tour. My work on the Bakewell seed bank would serve you well.\n\nTunde"),
    ),
    stages=frozenset({Stage.THANK_YOU}),
)


def does(text: str) -> bool:
    """True where some words say what the writer has done, has or can do."""
    return bool(FITTING.search(text))


def look(reading: Reading) -> Iterator[Mark]:
    if not does(reading.own):
        yield Mark(
            Part.BODY,
            None,
            "Nothing says why you fit the job.",
            Remedy("Name one thing that you have done and that the job needs."),
        )
