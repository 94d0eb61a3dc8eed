"""Where a text names the employer that the letter is for: another one there is a slip of the wrong letter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.proof.language.names.company import SMALL_WORDS, Token, tokens
from sincerely.terms import Span

WISH = re.compile(
    r"\b(?:would|could|can|will|['’]d|['’]ll|want|wish|hope|hoping|love|like|look(?:ing)? forward|keen|eager|excited|delighted|"
    r"happy|glad|proud|chance|opportunity|interest\w*|enthusias\w+|prospect|dream|ready|privilege|thrilled|pleased|"
    r"honou?red|(?:always|long|really) (?:wanted|wished|hoped|dream(?:ed|t)))\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:previous(?:ly)?|former(?:ly)?|current(?:ly)?|present(?:ly)?|"
    r"last(?! (?:time|note|word|line|message|letter|follow-up|week|month|night|[a-z]{3,6}day)\b)|"
    r"old|ago|years?|months?|since|before|after|when|"
    r"while|"
    r"was|were|did|worked|had|held|used to|left|leaving|learn(?:ed|t)|taught|as (?:i|we) did|just as|the way|another|"
    r"like the one|elsewhere|a similar|instead of|rather than|than(?! ever)|competitor|rival|friends?|"
    r"offer(?:ed)? (?:from|by)|turned down|withdrew)\b",
    re.IGNORECASE,
)
# "It was good to meet the team at …" tells of this interview, not of work that is over.
PLEASED = re.compile(
    r"\b(?:it|that|what|this) (?:was|has been)(?: such| so| very| really| truly)?(?: an?)?(?: real| true| great)? "
    r"(?:good|great|lovely|nice|wonderful|pleasure|delight|joy|privilege|honou?r|treat|kind|inspiring|fascinating|interesting)\b|"
    r"\bi (?:was|were)(?: so| very| really| truly)? (?:glad|happy|delighted|pleased|impressed|thrilled|struck|excited)\b",
    re.IGNORECASE,
)
# An offer or another process, told of on purpose.
OFFERED = re.compile(r"\b(?:offer(?:ed|s)?|other process|also interview\w*|shortlist\w*|accepted)\b", re.IGNORECASE)
THE = r"(?:\s+(?:the|your|our))?\s+"
# What comes before the employer's name; with a wish in the same clause, or a thing that only this letter can be about.
WISHED = re.compile(
    r"\b(?:work(?:ing)?|start(?:ing)?|serv(?:e|ing)|teach(?:ing)?|train(?:ing)?|build(?:ing)?|grow(?:ing)?|career|future|"
    r"place|home|sign(?:ing)? (?:on|up)|(?:same|a|trial) (?:day|shift|week|care)|thrive|flourish|progress|difference|impact|"
    r"contribution|do(?:ing)? the same|com(?:e|ing)(?: on board)?|mov(?:e|ing)|an asset|of use|of value|"
    r"a (?:good|strong|great) fit|belong)(?: here| again| on \w+| in \w+| next \w+)?(?<!my work)"
    r"\s+(?P<link>at|for|with|to)" + THE,
    re.IGNORECASE,
)
# "I would love to patrol at …": whatever the trade does; what one does elsewhere, or tells of elsewhere, is left out.
TO_DO = re.compile(
    r"\b(?:love|like|want|hope|wish|keen|eager|thrilled|glad|happy|proud|delighted|pleased|honou?red|excited|chance|opportunity|"
    r"privilege)\s+to\s+"
    r"(?!(?:meet|see|visit|stay|arrive|park|call|look|present|speak|talk|attend|eat|dine|lunch|stop|wait|shop|find|hear|watch|study|"
    r"show|give|tell|discuss|bring|introduce|explain|describe|send|provide|finish|complete|continue|leave|hand|keep|be|have|"
    r"discover|know|say|note|catch|take|get|go|ask|learn|read|graduate|compete|exhibit|sit|race|enrol|enroll|volunteer)\b)"
    r"\w+(?:\s+(?-i:[a-z]\w*)){0,2}?\s+(?P<link>at)" + THE,
    re.IGNORECASE,
)
TO_MEET = re.compile(
    r"\b(?:would|['’]d|could|can|will|['’]ll)\b.*\bto (?:meet|see|find|call|call on|visit)(?: with)?\s+\Z", re.IGNORECASE
)
AHEAD = re.compile(
    r"\b(?:an?|the)(?: \w+)? (?:career|future|life|start|job|place)\s+(?P<link>at|with)"
    + THE
    + r"|\bhear(?:ing)?(?: back| soon)? (?P<from>from)"
    + THE,
    re.IGNORECASE,
)
GIVEN = re.compile(
    r"\b(?:contribut\w+|bring|offer|add)\b(?:(?! (?:that|which|what|as|how) (?:i|we) )[^.!?;\n]){0,60}?\s+(?P<link>to)" + THE,
    re.IGNORECASE,
)
JOINED = re.compile(r"\b(?:join(?:ing)?)(?: (?:the|your) (?:team|crew|staff) (?:at|of))?(?P<link>)" + THE, re.IGNORECASE)
WHOSE = re.compile(
    r"\b(?P<whose>\w+['’]s|my|his|her|their|our|an?|any|old|last|first|other|such)\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE
)
SEATED = re.compile(
    r"\b(?P<seat>position|role|job|post|vacancy|opening|opportunity|internship|apprenticeship|traineeship|placement|interview|"
    r"application|candidacy|(?:your|the whole) (?:team|colleagues|crew|staff|people)|"
    r"you(?: all| both)?(?=\s+at\b))"
    r"\s+(?P<link>at|with|for|to|in)" + THE,
    re.IGNORECASE,
)
DOING = re.compile(
    r"\b(?:you|your (?:team|people|staff|crew)|(?:everything|all|what|the work|things?) you)(?: all| both)? "
    r"(?:do|make|build|run|are \w+ing|have built|offer|work on|treat \w+|look after \w+|teach|"
    r"grow)(?:\s\w+){0,3}?\s+(?P<link>at)" + THE,
    re.IGNORECASE,
)
SIDED = re.compile(
    r"\b(?:interest(?:ed)? in|enthusias\w+ (?:for|about)|excited (?:about|by)|passionate about|drawn to|"
    r"mission of|values of|considered (?:for|by)|thoughts? of|"
    r"admire|believe in|impressed by|"
    r"(?:impressed|struck|drew|draws|attracted|excites|appeals to) me(?: so much| most| the most)? (?:about|to)|"
    r"inspired by|help(?:ing)?|support(?:ing)?)(?P<link>)" + THE,
    re.IGNORECASE,
)
# "I have taken the post at Glastonbury": another's, told of on purpose.
TAKEN = re.compile(
    r"\b(?:have|['’]ve) (?:\w+ )?(?:taken|accepted|got|found|started|begun|won|secured|agreed to)(?: up)?\s[^.;!?]{0,30}\Z",
    re.IGNORECASE,
)
# "An interview with Ada Roy" is with a person; "a role with Thornbury Glass" is with an employer.
WITH_AN_EMPLOYER = frozenset(
    {"position", "role", "job", "post", "vacancy", "opening", "internship", "apprenticeship", "placement"}
)
OWN_SEATS = frozenset({"interview", "application", "candidacy"})
CLAUSE = re.compile(r"[.;!?\n]\s")
# "I have dyed cloth since college, and hope to …": what the wish is about begins after the "and".
NEW_CLAUSE = re.compile(
    r"\b(?:and|but|so)\s+(?=(?:now |still |also )?(?:i(?:['’]d)?\s+)?"
    r"(?:would|hope|want|wish|look forward|am (?:keen|eager|excited|sure)|['’]d)\b)",
    re.IGNORECASE,
)
NEXT_WORD = re.compile(r"\s+(\w+)")
LOOK_BACK = 160
LONGEST_OWNER = 40
LONGEST_NAME = 6
SAINTS = frozenset({"st", "saint"})


@dataclass(frozen=True, slots=True)
class Place:
    """A run of capitals where the employer's name belongs. `sure`: nothing else than an employer fits there.

    `link`: the small word before it; `after`: the word behind it. `possessive`: it ends in 's.
    """

    run: tuple[Token, ...]
    link: str
    sure: bool
    after: str

    @property
    def span(self) -> Span:
        last = self.run[-1]
        return Span(self.run[0].span.start, last.span.end - (2 if self.possessive else 0))

    @property
    def possessive(self) -> bool:
        return self.run[-1].text[-2:].lower() in ("'s", "’s")


def places(text: str) -> Iterator[Place]:
    """Every place in a text where the words before it ask for the employer's name."""
    for pattern in (WISHED, TO_DO, AHEAD, GIVEN, JOINED, SEATED, DOING, SIDED):
        for match in pattern.finditer(text):
            if not applies(pattern, match, text):
                continue
            run = capitals(text, match.end())
            if run:
                after = NEXT_WORD.match(text, run[-1].span.end)
                link, seat = (
                    (match["link"] or match.groupdict().get("from") or "").lower(),
                    match.groupdict().get("seat", "").lower(),
                )
                yield Place(
                    run,
                    "for" if link == "with" and seat in WITH_AN_EMPLOYER and len(run) > 1 else link,
                    pattern is not SIDED and seat[:4].strip() != "you",
                    after[1].lower() if after else "",
                )


def is_past(clause: str) -> bool:
    """True where a clause tells of work that is over or elsewhere."""
    return bool(PAST.search(PLEASED.sub(" ", clause)))


def applies(pattern: re.Pattern[str], match: re.Match[str], text: str) -> bool:
    """True where the clause speaks of this job and not of one that is over."""
    back = CLAUSE.split(text[max(0, match.start() - LOOK_BACK) : match.start()])[-1]
    if is_past(NEW_CLAUSE.split(back)[-1]):
        return False
    if pattern is SEATED:
        if (match["seat"].lower().startswith("you") and TO_MEET.search(back)) or TAKEN.search(back):
            return False
        whose = WHOSE.search(text, max(0, match.start() - LONGEST_OWNER), match.start())
        return whose is None or (whose["whose"].lower() == "my" and match["seat"].lower() in OWN_SEATS)
    return pattern not in (WISHED, GIVEN) or bool(WISH.search(back) or WISH.match(match[0]))


def capitals(text: str, start: int) -> tuple[Token, ...]:
    """The words with capitals from `start`, small words between them included; a possessive ends the run."""
    run: list[Token] = []
    place = start
    for token in tokens(text, start, start + LOOK_BACK):
        if text[place if run else start : token.span.start].strip(" " if run else ""):
            break
        if not token.capital and token.key not in SMALL_WORDS:
            break
        run.append(token)
        place = token.span.end
        if (token.key != token.base and run[0].key not in SAINTS) or len(run) == LONGEST_NAME:
            break
    while run and not run[-1].text[0].isupper() and not run[-1].text[0].isdigit():
        run.pop()
    return tuple(run) if run and run[0].capital else ()
