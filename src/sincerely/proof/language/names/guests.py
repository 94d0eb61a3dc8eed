"""More places of the employer's name: where a visitor gives thanks, somebody admires, or one who was turned down replies."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from sincerely.proof.language.names.company import Token, tokens
from sincerely.proof.language.names.employers import CLAUSE, LOOK_BACK, NEXT_WORD, THE, Place, capitals
from sincerely.proof.language.names.lists import ordinary
from sincerely.proof.language.words.tables import is_name

GROUP = r"(?:team|people|staff|crew|everyone|everybody|colleagues|all|both|i met|i saw)"
SEATS = r"(?:positions?|roles?|jobs?|posts?|openings?|vacanc(?:y|ies)|opportunit(?:y|ies))"
DAY = r"(?:interview|meeting|visit|tour|conversation|call|chat|talk|day|morning|afternoon|discussion|shift|trial|lunch)s?"
HERE = THE + r"\Z"
# Here only the employer can be meant.
SURE = (
    re.compile(
        r"\b(?:meet(?:ing)?|met|see(?:ing)?|get(?:ting)? to know|talk(?:ing)? (?:to|with)|speak(?:ing)? (?:to|with)|everyone|"
        rf"everybody|you and|you|regards to|luck to)\b[^.,;!?\n]{{0,40}}?\b{GROUP}\s+(?P<link>at)" + HERE,
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:everyone|everybody|all|anyone)(?: that| whom?)? i (?:met|saw|spoke (?:to|with))\s+(?P<link>at)" + HERE, re.I
    ),
    re.compile(
        r"\b(?:consider\w*|in mind|apply(?:ing)?|open to|hear(?:ing)? (?:of|about))\b[^.;!?\n]{0,40}?"
        rf"\b{SEATS}\s+(?P<link>at|with)" + HERE,
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:admir\w+|impressed (?:by|with)|inspired by|drawn (?:in )?(?:by|to)|excited (?:by|about)|enthusiastic about)\s+"
        r"(?:what|how|the way|the work(?: that)?|everything(?: that)?|all(?: that)?)(?P<link>)" + HERE,
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:proud|glad|happy|honou?red|delighted|love|like) to (?:represent|champion)(?P<link>)" + HERE, re.IGNORECASE),
    re.compile(
        r"\b(?:(?:be|being|become|becoming) (?:a )?(?:part|member) of|culture (?:at|of)|life at|employed by|hired by|"
        r"(?:a company|an employer) like)(?P<link>)" + HERE,
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:contribut(?:e|ing)|an asset|the opportunity|my application|of experience)\s+(?P<link>to|with)" + HERE, re.I
    ),
)
# Here it may be a client, a book or a machine as well.
LIKELY = (
    re.compile(
        r"\b(?:learn(?:ing|ed|t)?|hear(?:ing|d)?|find(?:ing)? out|tell(?:ing)? me|told me)\s+"
        r"(?:so much |a lot |all |more |a little |a great deal |much )?(?:more )?about(?P<link>)" + HERE,
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:vision|ethos|reputation|standards|ambitions|goals|plans|growth|philosophy) of(?P<link>)" + HERE, re.IGNORECASE
    ),
    re.compile(r"\b(?:inviting|invited|welcoming|welcomed|having|had)\s+me\s+(?:\w+\s+){0,2}?(?P<link>to|at|into)" + HERE, re.I),
    re.compile(
        r"\b(?:thank\w*|enjoy\w*|grateful|pleasure|appreciat\w*|follow(?:ing)? up)\b[^.;!?\n]{0,60}?"
        rf"\b{DAY}(?: (?:on|last|this) \w+)?\s+(?P<link>at|with|to|of|round|around)" + HERE,
        re.IGNORECASE,
    ),
    re.compile(r"\bimpressed (?:by|with)(?P<link>)" + HERE, re.IGNORECASE),
    re.compile(r"\b(?:followed|admired)(?P<link>)" + HERE, re.IGNORECASE),
)
# What follows the name says whose it is: "Let me know if … needs", "Working for … would".
ASKED = re.compile(
    r"\b(?:let me know|tell me|hear|know)\s+(?:if|whether|when|how|what|as soon as|once)(?P<link>)" + HERE, re.IGNORECASE
)
DREAMT = re.compile(r"\b(?:working|joining|a job|a career|a future)(?P<link>(?:\s+(?:for|at|with))?)" + HERE, re.IGNORECASE)
AFTER = (
    (ASKED, frozenset({"needs", "need", "requires", "require", "would", "wants", "decides", "has"})),
    (DREAMT, frozenset({"would", "will"})),
)
# The words that the patterns above end with.
ENDS = frozenset(
    [
        *(
            "at",
            "with",
            "to",
            "by",
            "about",
            "of",
            "into",
            "round",
            "around",
            "for",
            "like",
            "how",
            "what",
            "way",
            "work",
            "that",
        ),
        *("everything", "all", "represent", "champion", "followed", "admired", "if", "whether", "when", "as", "once", "working"),
        *("joining", "job", "career", "future"),
    ]
)
PREDICATES = frozenset(
    [
        *("is", "was", "sounds", "feels", "seems", "looks", "would", "has", "have", "chose", "chosen", "decided", "gone", "went"),
        *("picked", "selected", "filled"),
    ]
)
# The name comes first; then it is praised, and may be called a firm.
PRAISED = re.compile(
    r"(?<=\w)\s+(?:is|sounds|feels|seems|looks|would be|was)\s+(?:clearly |exactly |really |truly |just |also )*"
    r"(?:like )?(?:such )?(?:exactly |just )?(?:(?:the|an?|my) (?:\w+ )?(?:right|kind|sort|type|place|home|team|fit|match|"
    r"company|employer|firm|workplace)\b|where i (?:want|would|hope|belong|could|see)\b|where i['’]d\b)",
    re.IGNORECASE,
)
A_FIRM = re.compile(r"[^.;!?\n]{0,30}?\b(?:company|employer|firm|workplace|place to work)\b", re.IGNORECASE)
CHOSE = re.compile(r"(?<=\w)\s+(?:has |have )?(?:chose|chosen|decided|gone with|went with|picked|selected|filled)\b")
TURNED_DOWN = re.compile(
    r"\b(?:sorry|sad|disappointed|understand|learn|hear|read|accept|respect)\b[^.;!?\n]*that (?:the )?\Z", re.IGNORECASE
)
# What happened elsewhere, and to others.
ELSEWHERE = re.compile(
    r"\b(?:former(?:ly)?|previous(?:ly)?|current(?:ly)?|ago|years|used to|worked|taught|led|trained|managed|studied|clients?|"
    r"customers?|suppliers?|competitors?|rivals?|your (?:partner|friend|neighbou?r)s?|(?:i|we) did)\b",
    re.IGNORECASE,
)
MINE = re.compile(
    r"\bmy (?!pleasure|interest|visit|application|interview|day|tour)(?:\w+ ){1,2}(?:at|with|from|of|for|in) (?:the )?\Z",
    re.IGNORECASE,
)
# Where people meet whose employer is another.
VENUES = frozenset(["bar", "bistro", "cafe", "coffee", "hotel", "hotels", "inn", "tavern", "restaurant", "library", "kitchen"])
APPOSED = re.compile(r",\s+(?:your|the|an?|who|which|one of|whom|and your)\b")
LONGEST_RUN = 60


def more_places(text: str, words: list[Token], right: Collection[int]) -> Iterator[Place]:
    """Places of the employer's name beside those that ask for it; `right`: the places in `words` where it stands rightly."""
    for number, word in enumerate(words):
        if not word.text[0].isupper() or (number in right and not is_begun(words, number, right)):
            continue
        if number and ends_a_phrase(words, number - 1):
            yield from asked_for(text, word.span.start)
        if number + 1 < len(words) and words[number + 1].text in PREDICATES:
            yield from spoken_of(text, word.span.end)


def is_begun(words: list[Token], number: int, right: Collection[int]) -> bool:
    """True where a word of the employer's name is followed by a capital that is none: Willow Brook for Willow Creek."""
    following = words[number + 1] if number + 1 < len(words) else None
    return following is not None and number + 1 not in right and following.text[0].isupper()


def ends_a_phrase(words: list[Token], number: int) -> bool:
    """True where a word, or the one before "the", may be the last before the employer's name: it is quick to ask this first."""
    return words[number].key in ENDS or (
        words[number].key in ("the", "your", "our") and number > 0 and words[number - 1].key in ENDS
    )


def asked_for(text: str, start: int) -> Iterator[Place]:
    """The place that begins at `start`, if the words before ask for the employer."""
    first = max(0, start - LOOK_BACK)
    for patterns, sure in ((SURE, True), (LIKELY, False)):
        for pattern in patterns:
            if match := pattern.search(text, first, start):
                yield from a_place(text, capitals(text, start), match, sure)
    for pattern, following in AFTER:
        if match := pattern.search(text, first, start):
            yield from (place for place in a_place(text, capitals(text, start), match, True) if place.after in following)


def spoken_of(text: str, end: int) -> Iterator[Place]:
    """The place that stops at `end`, if it is praised, or turned somebody down."""
    if PRAISED.match(text, end):
        yield from a_place(text, capitals_before(text, end), None, bool(A_FIRM.match(text, end)))
    elif CHOSE.match(text, end):
        run = capitals_before(text, end)
        if run and TURNED_DOWN.search(text, max(0, run[0].span.start - LOOK_BACK), run[0].span.start):
            yield from a_place(text, run, None, len(run) > 1)


def a_place(text: str, run: tuple[Token, ...], match: re.Match[str] | None, sure: bool) -> Iterator[Place]:
    """The run of capitals as a place, unless its clause tells of somewhere else.

    One word alone may be anybody's name, but for one "at" which people meet or which is called a firm; so may known names,
    but for those with a common word behind them ("Redwood Cloud").
    """
    if not run or is_elsewhere(text, run) or APPOSED.match(text, run[-1].span.end):
        return
    link = (match["link"] if match else "").strip().lower()
    if link == "at" and not sure and not VENUES.isdisjoint(token.base for token in run):
        return
    alone = len(run) == 1
    if alone and match and link != "at":
        return
    after = NEXT_WORD.match(text, run[-1].span.end)
    firm = not alone and (link == "at" or run[-1].base in ordinary())
    sure = sure and (firm or not any(is_name(token.base) for token in run))
    yield Place(run, "for" if sure and len(run) > 1 else link, sure, after[1].lower() if after else "")


def is_elsewhere(text: str, run: Sequence[Token]) -> bool:
    """True where the words before, in the same clause, tell of other work or other firms."""
    told = CLAUSE.split(text[max(0, run[0].span.start - LOOK_BACK) : run[0].span.start])[-1]
    return bool(ELSEWHERE.search(told) or MINE.search(told))


def capitals_before(text: str, end: int) -> tuple[Token, ...]:
    """The run of words with capitals that ends at `end`."""
    words = tokens(text, max(0, end - LONGEST_RUN), end)
    if not words or words[-1].span.end != end:
        return ()
    first = len(words) - 1
    for number, (one, other) in reversed(list(enumerate(pairwise(words)))):
        if one.span.end + 1 != other.span.start or not (one.capital or one.text == "&"):
            break
        first = number
    if words[first].key == "the":
        first += 1
    return tuple(words[first:]) if first < len(words) and words[first].capital else ()
