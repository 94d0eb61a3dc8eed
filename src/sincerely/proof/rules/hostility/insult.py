"""An insult.

*What it looks for*: the reader, the company or another candidate belittled, also in disguise (l0ser, $tupid).
*Why it matters*: hiring is a small world, and an insult is what is passed on.
*Remedy*: say what you would have liked, or nothing.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.tone.lexicon import INSULTS, SLURS, STRONG_PROFANITY
from sincerely.proof.tone.marks import Manner, marks, pattern
from sincerely.proof.tone.swearing import disguised
from sincerely.terms import Part, Severity, Stage

RULE = Rule(
    severity=Severity.HOLD,
    title="An insult",
    why="Even mild rudeness lowers help and cooperation from those who get it (Porath & Erez 2007, Academy of Management "
    "Journal).",
    flags=(
        Example(body="You people are idiots if you hire him.", stage=Stage.AFTER_REJECTION, quote="You people are idiots"),
        Example(body="Only a bunch of l0sers would run a bakery like that.", quote="l0sers"),
        Example(body="Your so-called manager is a pathetic clown.", quote="pathetic clown"),
        Example(body="What an i-d-i-o-t your receptionist is.", quote="i-d-i-o-t"),
        Example(body="A goldfish could have planned that shift better.", quote="A goldfish could have planned that shift better"),
        Example(body="Your colleague could hardly string two words together.", quote="could hardly string two words together"),
        Example(body="They could not run a bath in a plumbing shop.", quote="could not run a bath in a "),
    ),
    passes=(
        Example(body="The foolproof latch you showed me is the cleverest thing in the workshop."),
        Example(body="It was stupid of me to forget the portfolio, and kind of you to lend me yours."),
        Example(body="Your story of the guest who called the chef an idiot and then asked for the recipe made my day."),
        Example(body="The clown workshop on the children's ward is the reason I applied."),
        Example(body="Garbage collection pauses were the part of the talk that I enjoyed most."),
        Example(body="I could barely string two words together for nerves, and you were kind."),
        Example(body="My four-year-old could sing that song better than I can."),
        Example(body="I could not run a course on a Sunday at my last school."),
    ),
)

MANNER = Manner(
    rule="hostility/insult",
    says="This belittles somebody.",
    reads_as="an insult",
    remedy=Remedy("Leave it out. If something must be said, say what happened, not what somebody is."),
    certain=(
        pattern(
            r"\b(?:you|you people|you lot|you guys|they|he|she) (?:are|were|is|was|'re|must be) (?:all |both |just |simply "
            r"|nothing but |such )?(?:a |an )?(?:\w+ )?(?:bunch of |pack of )?(?:idiots?|morons?|imbeciles?|cretins?|clowns"
            r"|losers?|scum|buffoons?|hypocrites?|cowards?|incompetents?|liars?|crooks?|halfwits?|parasites?)\b",
            r"\byou(?:'re| are) (?:all )?(?:so |just |really |completely |utterly |too )?(?:pathetic|stupid|incompetent"
            r"|useless|moronic|idiotic|spineless|clueless|disgusting|worthless)\b",
            r"\b(?:an?|any) (?:\w+ )?(?:house-?plant|pot plant|monkey|toddler|\w+-year-old|goldfish|potato|chimp\w*"
            r"|brick|hamster|doorstop|lamp-?post|plank|donkey|sock puppet) (?:would|could|can|might) (?:have )?(?:\w+ ){0,4}"
            r"(?:better|faster|sooner|more (?:sense|use))\b",
            r"\b(?<!\bI\s)(?:can|could) (?:barely|hardly|scarcely|not) string (?:(?:two|three|a|his|her|their) )?"
            r"(?:\w+ )?(?:sentences?|words) together\b",
            r"\b(?:you|he|she|they|colleagues?|interviewers?|managers?|panel|boss) (?:\w+ ){1,4}out of"
            r" (?:his|her|their|your) depth\b",
            r"\b(?<!\bI\s)could(?:n't| not) (?:organi[sz]e|run|manage|plan) an? (?:[\w'-]+ ){1,4}(?:in|at|on) an? ",
            r"\b(?:bunch|pack|lot|load) of (?:\w+ )?(?:idiots|morons|losers|amateurs|incompetents|cowards|hypocrites|crooks"
            r"|fools|liars)\b",
            r"\b(?:pathetic|incompetent|brainless|moronic|stupid|useless|idiotic) (?:clown|idiot|fool|excuse for an?|loser"
            r"|little (?:company|firm|man|woman|team))\b",
        ),
    ),
    telling=(
        pattern(
            r"\b(?:" + "|".join(sorted(INSULTS)) + r")\b",
            r"\bwouldn't know\b|\bcouldn't run\b|\bso-called\b|\bbeneath me\b|\bglorified\b",
        ),
    ),
    spared=(
        pattern(
            r"\b(?:stupid|silly|foolish|dumb|lazy|clumsy) of me\b",
            r"\bI (?:was|am|felt|feel|must have (?:sounded|looked)) (?:\w+ )?(?:like )?(?:an? )?(?:fool|idiot|stupid"
            r"|foolish|useless)\b",
            r"(?<!\bI\s)(?<!\bI'd\s)\b(?:called|calling) (?:you|me|him|her|us|them|the \w+|an? \w+) (?:an? |the )?(?:\w+ )?(?:"
            + "|".join(sorted(INSULTS))
            + r")\b",
        ),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    """Insults in disguise speak whatever the score: nobody masks an innocent word."""
    heard = list(marks(reading, MANNER))
    yield from heard
    for span in disguised(reading, INSULTS - STRONG_PROFANITY - SLURS):
        if not any(
            mark.part is Part.BODY and mark.span and mark.span.start < span.end and span.start < mark.span.end for mark in heard
        ):
            yield Mark(Part.BODY, span, MANNER.says, MANNER.remedy, evidence=(("disguised", 1.0),))
