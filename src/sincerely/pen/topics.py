"""What was talked about: the person's notes, in whatever style, as things that a sentence can name."""

import re
from dataclasses import dataclass

from sincerely.pen.phrases import WH, noun_phrase
from sincerely.pen.words import DEEDS, LEXICON, VAGUE

MOST_NOTES = 20_000
MOST_FRAGMENTS = 200
CUTS = re.compile(r"[;\n\r|•·]+|\s[-–—*/]\s|(?<=[\w)])[.!?]+(?=\s|$)|^\s*[-–—*+]\s+|^\s*\d{1,2}[.)]\s+", re.MULTILINE)
HOURS = re.compile(r"\b([ap])\.m\.?(?!\w)")
LABEL = re.compile(
    r"^\s*(?:topics?|notes?|discussed|re|talked about|subjects?|themes?|q|a|highlights?|also|plus|and|then)\s*[:\-–]\s*", re.I
)
SPEAKER = r"(?:(?:i|we|they|she|he|you|both|all)\s+(?:all\s+|both\s+|also\s+|then\s+|really\s+|mostly\s+|mainly\s+)*)?"
AMPLY = r"(?:\s+(?:me|us|a lot|lots|at length|a bit|briefly|mostly|mainly|much|more|too|round|around))*"
TOLD = re.compile(
    rf"^{SPEAKER}(?:talked|spoke|chatted|talk|asked|told|heard|learned|learnt|learning|talking|chat|speaking){AMPLY}\s+about\s+(?P<x>.+)$"
    rf"|^{SPEAKER}(?:discussed|mentioned|explained|described|covered|discussing|toured|visited){AMPLY}\s+(?P<y>.+)$"
    rf"|^{SPEAKER}(?:showed|shown)\s+(?:me|us)(?:\s+(?:round|around|over))?\s+(?P<z>.+)$"
    r"|^(?:i|we)\s+(?:really\s+)?(?:saw|liked|loved|enjoyed|tried)\s+(?P<w>.+)$"
    rf"|^{SPEAKER}(?:went|talked|walked)\s+(?:me\s+|us\s+)?(?:through|over)\s+(?P<v>.+)$"
    r"|^(?:questions?|conversation|talk|chat|discussion)\s+(?:about|on)\s+(?P<u>.+)$",
    re.I,
)
DOING = re.compile(r"^(?:they|the team|we)\s+(?:also\s+|all\s+)?(?P<verb>use|run|work with)\s+(?P<x>.+)$", re.I)
BUILDING = re.compile(
    r"^(?:they\s+(?:are|'re|’re)\s+(?:building|opening|planning|launching|rolling out|introducing"
    r"|setting up|starting|developing|redesigning)"
    r"|they\s+(?:have|'ve got|have got|plan|run)|there\s+(?:is|are)|there's)\s+(?P<x>.+)$",
    re.I,
)
MOVING = re.compile(r"^they\s*(?:are|'re|’re)\s+moving\s+(?P<x>(?:to|into|from)\s+.+)$", re.I)
PRIVATE = re.compile(rf"\b(?:{'|'.join(LEXICON['private'])})\b|[£$€]|\d\s?k\b|@|https?:|www\.|\bTODO\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Topic:
    """Something talked about, or done: `phrase` can stand after "about", or after "enjoyed" where it was a `deed`."""

    phrase: str
    deed: bool = False

    @property
    def thing(self) -> bool:
        """True for what has a name of its own, false for "how you train new staff"."""
        return self.phrase.split()[0] not in WH


def topics(notes: str) -> tuple[Topic, ...]:
    """The usable topics of the notes, in their order, the most particular first; private and sour remarks are left out."""
    found: dict[str, Topic] = {}
    for fragment in fragments(notes[:MOST_NOTES]):
        phrase = phrase_of(fragment)
        if phrase and not vague(phrase):
            found.setdefault(phrase.lower(), Topic(phrase, is_deed(phrase)))
    return tuple(sorted(found.values(), key=lambda topic: len(topic.phrase.removeprefix("the ").split()) == 1))


def fragments(notes: str) -> list[str]:
    """The notes cut at stops, semicolons, bullets and lines, and at commas where each part is short."""
    plain = HOURS.sub(r"\1m", notes.replace("’", "'"))
    pieces = [LABEL.sub("", piece).strip() for piece in CUTS.split(plain) if not PRIVATE.search(piece)]
    cut = []
    for piece in pieces:
        parts = [re.sub(r"^(?:and|but|also|plus|then)\s+", "", part.strip(), flags=re.I) for part in re.split(r",(?!\d)", piece)]
        cut.extend(parts if all(len(part.split()) <= 6 for part in parts) else [piece])
    return [piece for piece in cut if piece][:MOST_FRAGMENTS]


def phrase_of(fragment: str) -> str | None:
    """The noun phrase that a fragment holds, or that its sentence speaks about."""
    text = re.sub(r"\s+", " ", fragment).strip()
    if told := TOLD.match(text):
        said = next(group for group in told.groups() if group)
        return (
            None
            if re.match(r"(?:my|me|that|if|whether|to)\b", said, re.I)
            else noun_phrase(said) or noun_phrase(said.split(" and ")[0])
        )
    if doing := DOING.match(text):
        phrase = noun_phrase(doing["x"])
        return phrase and f"how you {doing['verb'].lower()} {doing['x'].rstrip(' .!')}"
    if moving := MOVING.match(text):
        return noun_phrase(f"move {moving['x']}")
    if building := BUILDING.match(text):
        return noun_phrase(building["x"])
    return noun_phrase(text)


def vague(phrase: str) -> bool:
    """True for what every interview has: "the team", "questions"."""
    words = re.sub(r"^(?:the|your)\s+", "", phrase.lower()).split()
    return words[0] in ("experience", "stamina") or all(word in VAGUE for word in words)


def is_deed(phrase: str) -> bool:
    """True for something done rather than said: a test, a tour, a trial shift."""
    words = re.split(r"\s(?:of|in|on|at|for|with|from|by|to)\s", phrase.lower())[0].split()
    return words[0] not in WH and (words[-1] in DEEDS or "trial" in words[:2])
