"""No thanks.

*What it looks for*: a thank-you note, or an answer to a rejection, that nowhere thanks the reader, in whatever words. Thanks in
advance, "thanks to a kiln" and "thanks for nothing" are none; a misspelt "thnak you" is.
*Why it matters*: thanks are what such a note is for.
*Remedy*: thank the reader for one thing that they did.
"""

import re
from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.language.names.closeness import edits
from sincerely.proof.language.names.lists import ordinary
from sincerely.proof.reading import Reading
from sincerely.proof.rule import EVERY_CHANNEL, Example, Rule
from sincerely.terms import Channel, Part, Severity, Stage

# Words of thanks in English, and in other tongues that a letter may borrow.
WORDS = (
    r"thank(?:s|ful(?:ly|ness)?|ing)?|thank-?you|thx|tha?nx|cheers|gratitude|gratefully|much obliged|indebted|in your debt|"
    r"i owe you|"
    r"ta (?:for|very|so|again|ever)|fair play to you|hats off|asante(?:ni)?|miigwech|mahalo|malo|fa'afetai|arigat[oō]u?|"
    r"shukran|shukriya|"
    r"dhanyavaad|danke|merci|tack|takk|tak|kiitos|dziękuję|spasibo|efcharisto|diolch|go raibh|salamat|terima kasih|cảm ơn|"
    r"gamsahamnida|"
    r"teşekkür\w*|hvala|köszönöm|mulțumesc|multumesc|obrigad[oa]|grazie|gracias|enkosi|siyabonga|ngiyabonga|medaase"
)
I_AM = (
    r"\b(?:i|we)(?:['’]m| am| are| was| were| remain| feel| do| really| truly| very much| so| greatly| also| much| deeply|"
    r" sincerely)* "
)
KIND = r"(?:kind|good|generous|gracious|thoughtful|decent|nice|lovely|sweet|brave|fair|patient)"
THANKED = re.compile(
    rf"\b(?:{WORDS})\b|\bta[,!]|{I_AM}(?:grateful|appreciate[d]?|obliged)\b|\bobliged to (?:you|your)\b|"
    r"\b(?:how|so|very|most|ever|away|deeply|truly|sincerely|remain|extremely|really|still) grateful\b|\bgrateful (?:for|to|"
    r"thanks)\b|"
    r"\b(?:much|greatly|very|really|deeply|truly|so|sincerely|warmly|was) appreciated\b|\bappreciat(?:ion (?:of|for)|ive of|"
    r"ing)\b|"
    r"\bappreciate (?:you|your|the|it|that|how|this|both|all|everything|every)\b|"
    rf"\b{KIND} of (?:you|your \w+|(?-i:[A-Z])\w+)(?: all| both)? (?:for|to|and)\b|\b(?:was|is|very|so|how|really|"
    rf"most) {KIND} of (?:you|the)\b|"
    rf"\b(?:you|everyone|everybody|your team) (?:were|was|have been|has been) (?:all |both |so |very |most |really |"
    rf"more than |incredibly )*"
    rf"{KIND}\b|\bgenerous with (?:your|their|his|her)\b|\bmore good than\b|\bi won['’]t forget it\b|"
    r"\bmean(?:s|t)? (?:a lot|so much|a great deal|the world) to me\b|\bmade my (?:day|week|month|year)\b|"
    r"\b(?:touched|moved|honou?red|humbled) (?:by|that you)\b|\bi (?:so |really )?valued? (?:our|your|the)\b",
    re.IGNORECASE,
)
# What looks like thanks and is none: a cause, a wish for later, a request, a quarrel, somebody else's thanks.
NO_THANKS = re.compile(
    r"\bthank(?:s|ing you| you| u)?(?: so much| very much)? in (?:advance|anticipation)\b|\badvance thanks\b|"
    r"\bthank(?:s| you) for (?:nothing|wasting|ignoring|ghosting|the waste)\b|"
    r"\bno,? thanks?\b|\bthank (?:heavens?|goodness|god|christ|the lord|fortune|my (?:lucky )?stars)\b|\bthankfully\b|"
    r"(?<!my )(?<!our )(?<!many )(?<!warm )\bthanks to (?!you\b|your\b|all\b|every|both\b|(?-i:[A-Z])|"
    r"the (?:team|panel|crew|staff|whole|committee|others|rest)\b)|"
    r"\b(?:nobody|no one|who|they|you may|you will|you['’]ll|will|(?:wo|would)n['’]t|not) thank\b|\bto thank (?:me|for)\b|"
    r"\bthank me\b|"
    r"\b(?:i['’]ll|i will) thank (?:you|the \w+) to\b|\bthe thank[s-]|\bthank-?you (?:page|note|card|letter|mail|email)s?\b|"
    r"\bmany thanks that\b|\b(?:be|been|being|was|were|i['’]d|had) thanked\b|\b(?:had|have) to thank\b|\bthanks (?:are|"
    r"is) due\b|"
    r"\bwith thanks, is\b|\bnever (?:gets|got) a thank|\bthe cheers\b|\b(?:an?|any|every|the) (?:grateful|appreciative|"
    r"indebted)\b|"
    r"\b(?:would|['’]d|should|will|['’]ll|could)(?: be| really| also| very much| greatly| deeply| truly| so| the first to be)*"
    r"(?: very| most| so| really| much| extremely)? (?:grateful|appreciate[d]?|obliged|thankful)\b|\bgrateful if\b|"
    r"\bappreciate it if\b",
    re.IGNORECASE,
)
# Pleasure shown to the reader: no thanks in so many words, but near enough for a hint.
WARM = re.compile(
    r"\byour (?:great |immense )?(?:generosity|kindness|hospitality)\b|"
    r"\b(?:privilege|honou?r|highlight|nicest|kindest|fairest)\b|"
    r"\bwon me over\b|"
    r"\bfelt (?:entirely |quite |very )?(?:at home|welcome|in good hands)\b|"
    r"\bmade me (?:laugh|smile|feel)\b|"
    r"\b(?:laughed|learn(?:ed|t)) so much\b|\bstraight (?:with me|from start)|\bi noticed\b|\byou (?:fought|"
    r"told me the truth|never once)\b",
    re.IGNORECASE,
)
# "Thanks," alone takes leave; "Many thanks," thanks. A text message has no room for both.
BARE_LEAVE = re.compile(r"\s*(?:thanks|thank you|cheers|ta)\s*[,.!]?\s*", re.IGNORECASE)
LETTERS = re.compile(r"[^\W\d_]{5,11}")
MISSPELT = ("thank", "thanks", "grateful", "appreciate", "appreciated", "gratitude", "obliged")
RULED = frozenset({Stage.THANK_YOU, Stage.AFTER_REJECTION})

RULE = Rule(
    severity=Severity.WARNING,
    title="No thanks",
    why="Thanks are what such a note is for: without them it reads as a claim.",
    flags=(
        Example(
            "Dear Ms Roy,\n\nI have your letter of 3 May and note the decision.\n\nYours sincerely,\nTunde",
            stage=Stage.AFTER_REJECTION,
        ),
        Example("Dear Ms Roy,\n\nThanks to a late bus I was wet on Tuesday. I can start on Monday.\n\nTunde"),
        Example("Dear Ms Roy,\n\nPlease send me your decision. Thanking you in advance.\n\nTunde"),
    ),
    passes=(
        Example("Dear Ms Roy,\n\nThnak you for the tour of the glasshouse.\n\nTunde"),
        Example("Dear Ms Roy,\n\nIt was kind of you to show me the glasshouse.\n\nTunde"),
        Example("Dear Ms Roy,\n\nYour time on Tuesday was much appreciated.\n\nTunde"),
        Example("Dear Ms Roy,\n\nIs there any news?\n\nTunde", stage=Stage.CHECK_IN),
    ),
    channels=EVERY_CHANNEL,
    stages=RULED,
)


def does(text: str) -> bool:
    """True where some words thank whoever reads them."""
    said = respelt(text)
    return bool(THANKED.search(NO_THANKS.sub(lambda match: " " * len(match[0]), said)))


def respelt(text: str) -> str:
    """The text with words of thanks that are one edit away from right put right."""
    return LETTERS.sub(lambda match: right(match[0]), text)


def right(word: str) -> str:
    low = word.lower()
    if low in ordinary() or low[0] not in "tagoh":
        return word
    return next((meant for meant in MISSPELT if edits(low, meant) <= 1), word)


def look(reading: Reading) -> Iterator[Mark]:
    layout = reading.layout
    places = [reading.letter.subject, reading.own[layout.greeting.end if layout.greeting else 0 : layout.prose.end]]
    if layout.closing and (reading.channel == Channel.TEXT or not BARE_LEAVE.fullmatch(reading.quote(layout.closing))):
        places.append(reading.quote(layout.closing))
    if layout.postscript:
        places.append(reading.own[layout.postscript.start : layout.postscript.end])
    if not any(does(place) for place in places):
        warm = any(WARM.search(place) for place in places)
        whom = "for the interview" if reading.stage == Stage.THANK_YOU else "for letting you know"
        yield Mark(
            Part.BODY,
            None,
            "Nothing here thanks the reader in so many words." if warm else "Nothing here thanks the reader.",
            Remedy(f"Thank them {whom}, and for one thing they did."),
            severity=Severity.HINT if warm else None,
        )
