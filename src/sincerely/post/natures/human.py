"""What a person says of the application: a rejection, an offer, another date, a question, or something else."""

import re

from sincerely.post.mail import Mail
from sincerely.post.natures.nature import Kind, Nature
from sincerely.post.natures.phrases import phrases
from sincerely.post.replies import reply_words

CALENDAR = "text/calendar"
URL = re.compile(r"https?://\S+")
# Nobody decides anything after so many characters.
OPENING = 10_000
LONGEST_QUOTE = 120
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
# What is said with a condition is not decided: receipts say what would happen "if you are not selected".
IF = re.compile(
    r"\b(?:if|whether|should you|in case|unless|until|till|wenn|falls|sollte|si|ob|bis|jeśli|hvis)\b"
    r"|\b(?:not|n['’]t|no)\b[^.?!]{0,40}\b(?:yet|decision|decided)\b"
    r"|\b(?:noch nicht|pas encore|aún no|todavía no|non ancora|nog niet)\b",
    re.IGNORECASE,
)
# Nor is what goes on.
STILL = re.compile(r"\b(?:still|so far|noch|encore|todavía|ancora|nog)\b", re.IGNORECASE)
# "We are not able to offer you the position" is no offer.
NO = re.compile(
    r"\b(?:not|unable|cannot|unfortunately|sadly|regret\w*|no longer|leider|nicht|keine?n?|malheureusement|pas|lamentablemente"
    r"|no podemos|purtroppo|helaas|niet|geen|niestety|inte|ikke|não)\b|n['’]t\b",
    re.IGNORECASE,
)
DECISIONS = (Kind.REJECTION, Kind.OFFER)
MEANINGS = {
    Kind.REJECTION: "It reads like a rejection",
    Kind.OFFER: "It reads like an offer",
    Kind.NEW_DATE: "It speaks of a date",
    Kind.QUESTION: "It asks you something",
}
HINTS = {"rejection_hint": "It may be a rejection", "offer_hint": "It may be an offer"}


def human(mail: Mail) -> Nature:
    """What a person wrote; where two readings stand against each other, or only a hint for one, it is for the person to say."""
    words = " ".join(URL.sub(" ", reply_words(mail.text[:OPENING], mail.sender.name) or mail.text[:OPENING]).split())
    found = _found(mail, words)
    if Kind.REJECTION in found and (Kind.OFFER in found or Kind.NEW_DATE in found):
        readings = tuple(f"{MEANINGS[kind]}: “{said}”." for kind, said in found.items())
        return Nature(Kind.HUMAN, (*readings, "These do not go together: please read it."), sure=False)
    hint = _hint(words)
    for kind, said in found.items():
        decided = Kind.QUESTION not in found if kind in DECISIONS else kind is Kind.NEW_DATE or not hint
        return Nature(kind, (f"{MEANINGS[kind]}: “{said}”.", *([] if decided else [hint] if hint else [])), sure=decided)
    if hint:
        return Nature(Kind.HUMAN, (hint,), sure=False)
    return Nature(Kind.HUMAN, ("A person wrote it.",))


def _hint(words: str) -> str:
    """Why it may decide the matter, though no phrase says so for certain; empty where nothing hints at it."""
    say = phrases("human")
    if hint := say["correction_hint"].search(words):
        return f"It may take something back: “{hint[0]}”. Please read it."
    sentences = [sentence for sentence in SENTENCE_END.split(words) if not STILL.search(sentence)]
    for name, meaning in HINTS.items():
        if hint := say[name].search(" ".join(sentences)):
            return f"{meaning}: “{hint[0]}”. Please read it."
    for sentence in sentences:
        if say["regret"].search(sentence) and say["matter"].search(sentence) and not IF.search(sentence):
            return f"It may be a rejection: “{sentence[:LONGEST_QUOTE]}”. Please read it."
    return ""


def is_grave(mail: Mail) -> bool:
    """True where the mail decides the matter or holds an invite, whoever or whatever sent it."""
    invited = any(part.media_type == CALENDAR for part in mail.parts)
    return invited or human(mail).kind in DECISIONS


def _found(mail: Mail, words: str) -> dict[Kind, str]:
    """The readings that the words allow, the gravest first, each with what is said."""
    say = phrases("human")
    certain = " ".join(sentence for sentence in SENTENCE_END.split(words) if not IF.search(sentence))
    granted = " ".join(sentence for sentence in SENTENCE_END.split(certain) if not NO.search(sentence))
    said = {Kind.REJECTION: certain, Kind.OFFER: granted, Kind.NEW_DATE: words, Kind.QUESTION: words}
    found: dict[Kind, str] = {}
    for kind, name in (
        (Kind.REJECTION, "rejection"),
        (Kind.OFFER, "offer"),
        (Kind.NEW_DATE, "new_date"),
        (Kind.QUESTION, "question"),
    ):
        if match := say[name].search(said[kind]):
            found[kind] = match[0]
    if any(part.media_type == CALENDAR for part in mail.parts):
        found.setdefault(Kind.NEW_DATE, "an invite is enclosed")
    if "?" in words:
        found.setdefault(Kind.QUESTION, words[: words.index("?") + 1][-80:])
    return {kind: found[kind] for kind in MEANINGS if kind in found}
