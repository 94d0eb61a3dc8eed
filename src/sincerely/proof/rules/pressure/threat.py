"""A threat.

*What it looks for*: harm, legal action, exposure or a bad review held over the reader, open or veiled.
*Why it matters*: a threat ends the application, is kept on file, and can be an offence.
*Remedy*: leave it out; say what happened and ask one question, or take real advice outside this letter.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.tone.marks import Manner, marks, pattern
from sincerely.terms import Severity

RULE = Rule(
    severity=Severity.HOLD,
    title="A threat",
    why="Nobody hires under threat, and hiring records are kept: the US EEOC asks employers to keep them for a year (29 "
    "CFR 1602.14).",
    flags=(
        Example(
            body="If I hear nothing I will leave a one-star review on every site I can find.", quote="leave a one-star review"
        ),
        Example(body="Reply, or you will hear from my lawyer about the unpaid trial shift.", quote="hear from my lawyer"),
        Example(body="You will regret the day you turned me away.", quote="You will regret"),
        Example(body="I know where you live, Martin.", quote="know where you live"),
        Example(body="If you value your reputation, think again.", quote="If you value your reputation"),
    ),
    passes=(
        Example(body="Thank you for walking me through the threat modelling for the payment service."),
        Example(body="I enjoyed hearing how your lawyers killed the harbour scheme in court."),
        Example(body="You will not regret giving me a trial week on the kiln."),
        Example(body="I look forward to reporting to you and to the head of claims."),
        Example(body="If the mill wants to keep its reputation for rye, the new stones must be cut by hand."),
    ),
)

MANNER = Manner(
    rule="pressure/threat",
    says="This threatens the reader.",
    reads_as="a threat",
    remedy=Remedy("Leave it out. Ask plainly instead: “Could you tell me where my application stands?”"),
    certain=(
        pattern(
            r"\byou(?:'ll| will| are going to|'re going to) (?:all )?(?:(?:live to|soon|really) )?(?:regret (?!ab)"
            r"|be (?:very )?sorry\b|pay for (?:this|it|what)\b)",
            r"\b(?:see|meet) you in court\b",
            r"\bhear from my (?:lawyer|solicitor|attorney|barrister|union)",
            r"\bI know where you (?:live|park|sleep)\b",
            r"\bwatch your back\b",
            r"\bif (?:you|they) value (?:your|their) (?:good name|reputation|jobs?|licen[cs]e)\b",
            r"\bif (?:you|the \w+|your \w+) (?:wants?|wishe?s?|hopes?) to keep (?:your|its|their) (?:good name|reputation"
            r"|licen[cs]e)"
            r"\b(?! (?:for|as)\b)",
            r"\bI(?:'ll| will|'m going to| am going to| shall) (?:sue|expose|ruin|destroy|hurt|finish) (?:you|your|him|her"
            r"|them|this company)\b",
            r"\bI(?:'ll| will|'m going to| am going to| shall) (?:\w+ ){0,2}(?:leave|post|write) (?:you "
            r"|your \w+ )?(?:an? )?(?:bad|negative|terrible|nasty|honest|one-star|1-star|damning|scathing) review",
        ),
    ),
    telling=(
        pattern(
            r"\b(?:legal action|small claims|tribunal|ombudsman|my (?:lawyer|solicitor|attorney|union rep))",
            r"\b(?:glassdoor|linkedin|trustpilot|the press|a journalist|reporters?|screenshots?|go(?:es|ing)? public"
            r"|one-star|1-star)\b",
            r"\b(?:it would be a (?:shame|pity) if|accidents happen|word gets (?:around|out)|people talk|consequences)\b",
        ),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    return marks(reading, MANNER)
