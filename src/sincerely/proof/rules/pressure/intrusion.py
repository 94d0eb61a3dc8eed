"""An intrusion.

*What it looks for*: a personal phone, home, family or private profile that the contact did not bring up or give;
turning up unannounced.
*Why it matters*: it tells the reader that they have been watched.
*Remedy*: keep to what they told you and to the address they gave.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.tone.marks import Manner, marks, pattern
from sincerely.terms import Severity, Stage

PRIVATE = r"(?:home|house|flat|private|personal|mobile|cell)"

RULE = Rule(
    severity=Severity.HOLD,
    title="An intrusion into the reader's private life",
    why="Repeated contact at home, or watching someone, is stalking by law (Protection from Harassment Act 1997, s. 2A); "
    "once is enough to frighten.",
    flags=(
        Example(body="I tracked down your home address and left a copy in the letterbox.", quote="your home address"),
        Example(body="I will drop by your office unannounced on Tuesday.", stage=Stage.CHECK_IN, quote="unannounced"),
        Example(
            body="I waited outside your house this morning, but you had left.", stage=Stage.CHECK_IN, quote="outside your house"
        ),
        Example(body="I found your Facebook, and your daughters look just like you.", quote="your Facebook"),
        Example(body="I left a card on your porch on Sunday.", quote="left a card on your porch"),
        Example(body="I rang you at home last night.", quote="rang you at home"),
    ),
    passes=(
        Example(body="Thank you for giving me your mobile number in case the train is late; I will use it for that only."),
        Example(body="I found your company's page on home insurance clear and friendly."),
        Example(body="I could come by on Tuesday at ten, as you suggested.", stage=Stage.CHECK_IN),
        Example(body="I rang you at home, as you had asked me to on Friday."),
        Example(body="The wisteria on your porch drawings took two days to shade."),
    ),
)

MANNER = Manner(
    rule="pressure/intrusion",
    says="This reaches into the reader's private life.",
    reads_as="an intrusion",
    remedy=Remedy("Leave it out, and use only the address and number that they gave you for this."),
    certain=(
        pattern(
            r"\b(?:found|looked up|tracked down|dug up|got hold of|googled|discovered|came across) (?:your (?:wife|husband"
            r"|partner|mother)'s |your )" + PRIVATE + r" (?:phone |telephone )?(?:number|address|line)\b",
            r"\b(?:found|looked (?:at|through|up)|scrolled through|saw|went through|googled) (?:\w+ ){0,3}your (?:private "
            r"|personal )?(?:facebook|instagram|tiktok|strava|holiday photos|wedding photos|family photos)\b",
            r"\b(?:outside|came (?:by|to|past|round to)|drove (?:by|past)|walked past|stood (?:at|outside)|turn up at"
            r"|come (?:to|round to)) your (?:house|home|flat|front door)\b",
            r"\b(?:left|leave|leaving|put|waiting|waited|stood|standing)\b[^.!?\n]{0,30}\b(?:on|at) your (?:doorstep"
            r"|porch|front step|doormat|windscreen|windshield|garden gate)\b",
            r"\b(?:tried|rang|called|phoned|visited|telephoned|caught) you at home\b(?!,? (?:as|because|since) you)",
            r"\b(?:drop by|stop by|come by|turn up|show up|pop in|swing by|be (?:there|in your lobby"
            r"|at your desk))\b[^.!?\n]{0,40}\b(?:unannounced|without an appointment|whether you like it or not|uninvited)\b",
        ),
    ),
    spared=(
        pattern(
            r"^(?!.*\b(?:wife|husband|kids|children|daughter|son|street|house|home address)\b)"
            r".*\byour (?:company|firm|school|team)'s\b"
        ),
    ),
    telling=(
        pattern(
            r"\byour (?:"
            + PRIVATE
            + r" (?:number|address|phone|line)|(?:wife|husband|kids|children|daughter|son|mother|family|street|house"
            r"|neighbours?))\b",
            r"\b(?:your|the) (?:facebook|instagram|strava|tiktok)\b",
            r"\b(?:drop|stop|come|swing|pop) (?:by|in|round)\b",
            r"\b(?:turn|show) up\b",
            r"\b(?:lobby|reception|car park|parking lot)\b",
        ),
    ),
)


def look(reading: Reading) -> Iterator[Mark]:
    return marks(reading, MANNER)
