"""What a reply wants: a time, papers, a further talk, an answer to a question, or nothing."""

import re
from dataclasses import dataclass

MOST_READ = 10_000
DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
DATE = rf"(?:,?\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?(?:\s+(?:of\s+)?{MONTH})?|,?\s+{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?)?"
HALF = r"(?:am|pm|a\.m\.|p\.m\.|o'clock)"
HOUR = rf"(?:,?\s+(?:at|from)\s+(?:\d{{1,2}}(?:[:.]\d\d)?(?:\s*{HALF})?|noon|midday))?"
PROPOSED = re.compile(
    rf"\b(?P<when>{DAY}{DATE}{HOUR}|\d{{1,2}}\s+{MONTH}{HOUR}|{MONTH}\s+\d{{1,2}}{HOUR})(?=[\s.,;!?)]|$)",
    re.IGNORECASE,
)
ASKS_FOR_TIME = re.compile(
    r"\b(?:could|can|would|are) you\b|\bhow about\b|\b(?:suits?|available|invite|come in|meet|speak|call you|talk)\b",
    re.IGNORECASE,
)
INVITES = re.compile(
    r"\b(?:second|next|further|final|another) (?:interview|round|stage|conversation|meeting)\b|\bcome (?:in|back)\b"
    r"|\binvite you\b|\b(?:like|love) to (?:meet|speak|talk)\b",
    re.IGNORECASE,
)
ASKS_FOR = re.compile(r"\b(?:send|forward|provide|share|email|e-mail|let (?:me|us) have|attach|need|see)\b", re.IGNORECASE)
PAPERS = {
    "references": "my references",
    "referees": "the details of my referees",
    "portfolio": "my portfolio",
    "transcript": "my transcript",
    "certificates": "my certificates",
    "work samples": "my work samples",
    "writing sample": "my writing sample",
    "cover letter": "my cover letter",
    "cv": "my CV",
    "resume": "my resume",
    "résumé": "my résumé",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reply wants: `kind` is time, papers, invitation, question or word; `words` name the time or the papers."""

    kind: str
    words: str = ""


def wish(reply: str) -> Wish:
    """The first clear wish of a reply; a reply that offers several times is an invitation, for the person must choose."""
    text = " ".join(reply[:MOST_READ].replace("’", "'").split())
    times = {match["when"].lower(): match["when"] for match in PROPOSED.finditer(text)}
    if len(times) == 1 and ASKS_FOR_TIME.search(text):
        return Wish("time", spelt(next(iter(times.values()))))
    papers = " and ".join([words for word, words in PAPERS.items() if re.search(rf"\b{word}\b", text, re.IGNORECASE)][:2])
    if papers and ASKS_FOR.search(text):
        return Wish("papers", papers)
    if INVITES.search(text):
        return Wish("invitation")
    return Wish("question" if "?" in text else "word")


def spelt(when: str) -> str:
    """A time with the capitals of its day and month."""
    return re.sub(rf"\b(?:{DAY}|{MONTH})\b", lambda match: match.group().capitalize(), when, flags=re.IGNORECASE).strip(" ,.")
