"""A demand.

*What it looks for*: a decision, an explanation or a call demanded rather than asked for; entitlement.
*Why it matters*: the reader owes a candidate courtesy, not obedience, and will think of working beside this voice.
*Remedy*: ask.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.tone.marks import Manner, marks, pattern
from sincerely.terms import Severity, Stage

RULE = Rule(
    severity=Severity.WARNING,
    title="A demand",
    why="Bald imperatives threaten the reader's face; a request keeps the choice with them (Brown & Levinson 1987, Politeness).",
    flags=(
        Example(body="I demand a full explanation of your decision.", stage=Stage.AFTER_REJECTION, quote="I demand"),
        Example(body="Send me the contract by Friday.", stage=Stage.CHECK_IN, quote="Send me the contract by Friday"),
        Example(body="Call me back today.", stage=Stage.CHECK_IN, quote="Call me back today"),
        Example(body="You owe me an answer after four rounds.", stage=Stage.CHECK_IN, quote="You owe me an answer"),
        Example(body="I insist that you put me through to the director.", stage=Stage.CHECK_IN, quote="I insist"),
    ),
    passes=(
        Example(body="Could you let me know where things stand?", stage=Stage.CHECK_IN),
        Example(body="This is my last note, so there is no need to feel you owe me an answer.", stage=Stage.FINAL),
        Example(body="Welders are in demand along the whole coast, as you said."),
        Example(body="Call me when you get a minute.", stage=Stage.CHECK_IN),
        Example(body="Please call me whenever it suits you; my number is below.", stage=Stage.CHECK_IN),
        Example(body="Your guests are demanding, and I enjoyed the story of the seventh pillow."),
        Example(
            body="Thank you for the offer; by Friday you will have my answer.",
            stage=Stage.AFTER_OFFER,
            message={"subject": "The offer: my answer"},
        ),
    ),
)

MANNER = Manner(
    rule="pressure/demand",
    says="This demands where it could ask.",
    reads_as="a demand",
    remedy=Remedy("Ask, and leave the choice to them: “Could you tell me when you expect to decide?”"),
    certain=(
        pattern(
            r"\bI (?:hereby |must |strongly )?demand (?:to (?:know|speak|see|be)|that you|answers?"
            r"|an? (?:\w+ )?(?:explanation|answer|reply|decision|response|apology|meeting|refund|call)|the (?:reasons?"
            r"|truth|job)|your)\b",
            r"\bI (?:must )?insist (?:that you|you|on an? (?:answer|explanation|reply|decision))\b",
            r"(?<!need\sto\sfeel\s)(?<!not\sfeel\s)(?<!n.t\sfeel\s)(?<!not\sthink\s)(?<!n.t\sthink\s)"
            r"\byou owe me (?:an?|the|some|at least)\b",
            r"\b(?:call|ring|phone|email|answer|write) me (?:back )?(?:now|today|immediately|at once|right away|asap)\b(?! if)",
            r"^(?:so |and |now |just )*(?:send|give|confirm|forward|get|issue|email|provide) (?:me|us|my|the|your|this|it)\b"
            r"[^.!?\n]{0,60}\b(?:by|until|before|till|no later than|within|latest) (?:today|tonight|tomorrow|noon|midday"
            r"|(?:the )?(?:end|close) of|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d+ (?:hours|days|minutes)"
            r"|(?:an?|one|two|three) (?:hours?|days?))",
            r"\bI(?:'m| am) entitled to (?:an?|the|some|this|know)\b",
        ),
    ),
    spared=(
        pattern(
            r"\bmy (?:own )?(?:decision|answer|acceptance)\W*$",
            r"^(?:please |just |do |you can |feel free to )*(?:call|ring|text|phone|email|write|message|drop|give|let|send)"
            r" (?:to )?me\b(?!.*\b(?:today|now|immediately|asap|by|must|at once)\b).*"
            r"\b(?:when(?:ever)? (?:you|it|that)|at your convenience"
            r"|if you (?:like|wish|can|have))\b",
        ),
    ),
    telling=(
        pattern(
            r"\bI (?:fully )?expect (?:an?|your|you to|the|to hear|to be)\b",
            r"\bI (?:want|need|require|deserve) (?:an?|your|to know|the|some)\b",
            r"\b(?:immediately|at once|right now|asap|without (?:further )?delay)\b",
            r"^(?:so |and |just |now )*(?:tell|give|send|call|explain|answer|make|get|put|confirm|decide)\b",
        ),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    return marks(reading, MANNER)
