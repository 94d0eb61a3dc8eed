"""Other people in a text, told of as such: an old boss, the plumber, Mr Hass of the joinery next door."""

import re
from functools import cache

from sincerely.proof.language.names.folding import NAME_WORD, plain
from sincerely.proof.language.names.lists import HERE, TITLES, departments, is_in, ordinary
from sincerely.proof.language.names.roles import occupations
from sincerely.proof.wordlists import entries
from sincerely.terms import Span

LOOK_BACK = 80
LOOK_AHEAD = 80
RELATIONS = (
    "friend|colleague|co-worker|workmate|classmate|flatmate|housemate|neighbou?r|landlord|landlady|boss|mentor|referee|"
    "wife|husband|partner|fiancée?|sister|brother|mother|father|mum|mom|dad|son|daughter|cousin|uncle|aunt|niece|nephew|"
    "grandmother|grandfather|gran|godmother|godfather|(?:grand|step|foster)?(?:son|daughter|mother|father)|in-law|predecessor|GP|pupil|student|customer|client|patient|tenant|guest|teammate"
)
# "Your husband Ozols": the reader's family too is not the reader.
FAMILY = re.compile(
    r"\b[Yy]our (?:late )?(?:husband|wife|partner|son|daughter|father|mother|brother|sister|uncle|aunt|cousin|dog|cat)\s+\Z"
)
MORE_NAME = r"(?:[ -][A-Z][\w'’-]*){0,2}"
WHOSE = re.compile(r"(?<!your )\b(?i:my|our|his|her|their|an?|another|one|two|three|several|some)\s")
OWNED = re.compile(r"\w+\s+(?P<words>(?:[^\W\d_][\w-]*,?\s+){1,6}?)(?:[A-Z][\w'’.-]*\s+(?:and\s+)?){0,4}\Z")
SOME = re.compile(r"\ban? (?:certain )?(?:Mrs?|Ms|Miss|Dr)\.?\s+\Z")
UNDER = re.compile(
    r"\b(?:served|worked|trained|studied|sailed|flew|apprenticed|learnt|learned|qualified)(?: \w+)?"
    r" (?:under|for|with|beside|alongside)\s+(?:[A-Z][\w'’.-]*\s+){0,3}\Z"
)
OF_OURS = re.compile(rf"{MORE_NAME}, [a-z]+ (?:of|at|from) [^.,;!?\n]{{0,40}}?\b(?:my|our)\b")
JOINT = re.compile(r"\b(?:with|to|from|for|and|than|when|that|which|thank|thanked|about|told|met|your)\b")
TRADED = re.compile(rf"{MORE_NAME},? the (?P<noun>[a-z]\w+)")
APPOSED = re.compile(rf"{MORE_NAME}, (?:(?:my|our|his|her|their|another)\b|(?:an?|the) (?P<words>[a-z-]+(?: [a-z-]+){{0,3}}))")
TOLD = re.compile(
    rf"{MORE_NAME},? (?:who|whom|whose) (?:once |first |also |had |still |now |has )?"
    r"(?:taught|trained|raised|coached|supervised|mentored|employed|lives?|lived|married|used to|ran|runs|owned|owns|"
    r"works? (?:at|for)|worked|managed|brought me up|is (?:my|an?)|was (?:my|an?|our))\b"
)
# "Kestler's group in Ulm": what is somebody's, and where it is.
POSSESSED = re.compile(r"^['’]s\b(?: (?:group|lab|laboratory|team|school|studio|shop|firm|institute|class|crew)\b)?")
PLACES = "town|village|city|street|suburb|hamlet|parish|island|station"
BEING = re.compile(
    rf"{MORE_NAME}(?: and(?: [A-Z][\w'’.-]*){{1,3}})? (?:is|was|were)(?: also)? "
    r"(?:(?:my|our|his|her|the name|an? (?:friend|colleague)|another|where)\b|"
    rf"(?:the|a)(?: \w+)? (?:{PLACES})\b)"
)
WHENCE = re.compile(
    rf"{MORE_NAME},? (?P<link>from|of|at|in) (?P<where>(?:the|my|our|an?|another|next)\b[^.,;:!?\n]*|[A-Z][^.,;:!?\n]*)"
)
# Words that say "here": the tour, the interview, the team.
HERE_WORDS = re.compile(
    r"\b(?:you|yours?|team|panel|crew|staff|tour|interview\w*|round|meeting|visit|reception|desk|department|office|"
    r"beginning|start|end|first|last|day|morning|afternoon|hr|human|personnel|recruitment|hiring|here|"
    r"\w+day|january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)


@cache
def elsewhere() -> frozenset[str]:
    """Words for places where other people are met."""
    return frozenset(plain(word) for line in entries("elsewhere", HERE) for word in line.split())


@cache
def kin() -> frozenset[str]:
    """What families call their elders."""
    return frozenset(plain(word) for line in entries("kin", HERE) for word in line.split())


def is_third_person(text: str, name: Span, company: frozenset[str]) -> bool:
    """True where the words around a name say that its bearer is not of the employer, whose name's own words are `company`."""
    ahead = re.sub(r"^['’]s\b", "", text[name.end : name.end + LOOK_AHEAD])
    return is_somebody_else(text, name, company) or bool(TOLD.match(ahead) or BEING.match(ahead))


def is_somebody_else(text: str, name: Span, company: frozenset[str]) -> bool:
    """True where the text surely tells of another: "my old boss", "the plumber", "of the joinery next door"."""
    back = text[max(0, name.start - LOOK_BACK) : name.start]
    ahead = POSSESSED.sub("", text[name.end : name.end + LOOK_AHEAD])
    return is_owned(back) or is_apposed(ahead) or is_from_elsewhere(ahead, company)


def is_owned(back: str) -> bool:
    """True for "my old boss", "Uncle", "the electrician" and their like before a name."""
    if FAMILY.search(back):
        return True
    last = NAME_WORD.findall(back.rsplit("\n", 1)[-1])[-1:]
    if last and plain(last[0]) in kin() and not re.search(r"[.,;]\s*\Z", back):
        return True
    if UNDER.search(back) or SOME.search(back):
        return True
    found = [match["words"] for start in WHOSE.finditer(back) if (match := OWNED.match(back, start.start()))]
    return any(is_relation(word) for words in found[-1:] if not JOINT.search(words) for word in re.findall(r"[\w-]+", words))


def is_relation(word: str) -> bool:
    word = re.sub(r"^(?:ex|half|step|great|god|co)-|-in-law$", "", word)
    return (
        bool(re.fullmatch(rf"(?:{RELATIONS})s?", word))
        or not occupations().keys().isdisjoint({plain(word), plain(word).removesuffix("s")})
        or word in TITLES
    )


def is_apposed(ahead: str) -> bool:
    """True for "Frau Haag, my landlady" and "Martyn the plumber"."""
    if OF_OURS.match(ahead):
        return True
    match = TRADED.match(ahead)
    if match and is_relation(match["noun"]):
        return not HERE_WORDS.match(ahead[match.end() :].lstrip())
    match = APPOSED.match(ahead)
    if not match:
        return False
    return match["words"] is None or any(is_relation(word) for word in match["words"].split())


def is_from_elsewhere(ahead: str, company: frozenset[str]) -> bool:
    """True for "from the joinery next door", "of Dunmore Boats", "at the college"; not for the employer's own parts."""
    match = WHENCE.match(ahead)
    if not match:
        return False
    words = [plain(word) for word in NAME_WORD.findall(match["where"])]
    if HERE_WORDS.search(match["where"]) or not company.isdisjoint(words):
        return False
    firm = match["where"][0].isupper() and words[:1] and not is_in(words[0], ordinary(), departments())
    if not firm and any(word in departments() for word in words[:3]):
        return False
    capitals = [word[0].isupper() for word in match["where"].split()[:3]]
    if match["link"] in ("at", "in"):
        return any(word in elsewhere() for word in words[:4]) or (match["link"] == "at" and any(capitals))
    ours = match["where"].startswith(("my", "our", "another", "next")) or match["link"] == "from"
    return ours or any(capitals) or any(word in elsewhere() for word in words[:5])
