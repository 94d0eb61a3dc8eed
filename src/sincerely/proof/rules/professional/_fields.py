"""Where template fields stand in a text, whatever program they come from."""

import re
from collections.abc import Iterator
from pathlib import Path

from sincerely.proof.reading import Reading
from sincerely.proof.wordlists import wordlist
from sincerely.terms import Span

HERE = Path(__file__).parent
MARKS = re.compile(
    r"[\[{<%$«*|_(]|@@|##|X{2}|XYZ|ABC|DD/|MM/|(?:first|last|sur|full|your|my|company|contact|recipient|manager|candidate) ?name"
    r"|\b(?:insert|add|enter|fill in|lorem|todo|tbd|tbc|fixme|xyz|abc|(?:your|position|role|job|company) (?:title|role|name))\b",
    re.IGNORECASE,
)
MERGED = re.compile(
    r"\{\{[^{}\n]{1,60}\}\}|\{%[^{}\n]{1,60}%\}|<%=?[^%<>\n]{1,60}%>|<<[^<>\n]{1,60}>>|\*\|[^|*\n]{1,40}\|\*"
    r"|\[\[[^\[\]\n]{1,60}\]\]|@@\w{2,40}@@|##\w{2,40}##"
)
SURE = re.compile(
    r"\$\{[\w .]{1,40}\}|%%[A-Za-z_ ]{2,40}%%|(?<![\w%])%[A-Za-z][A-Za-z_]{2,39}%(?!\w)|«\w{2,40}»"
    r"|<[A-Z][A-Z0-9]*(?:[ _'-][A-Z0-9]+){0,5}>|\$[A-Z][A-Z_]{2,39}\$|(?<![\w_])__[A-Z][A-Z_]{2,39}__(?![\w_])"
    r"|(?i:\blorem ipsum\b(?: dolor(?: sit amet)?)?)|\bINSERT(?: [A-Z']+){0,6} HERE\b|\b[Ii]nsert (?:\w+ ){1,4}here\b"
    r"|\b(?:INSERT|ADD|ENTER|FILL IN)(?: (?:YOUR|THE|AN?|RELEVANT))? (?:NAME|SKILLS?|COMPANY|ROLE|DATE|EXAMPLE|TOPIC|PROJECT"
    r"|TITLE|DETAILS?|REASON|EXPERIENCE|ACHIEVEMENT|TEAM|PRODUCT)\b"
    r"|\bTODO:|\bFIXME\b|\b(?:TBD|TBC)\b(?= ?[,.;:)\]]|$)"
    r"|\b(?:YOUR|MY|COMPANY|RECIPIENT|CONTACT|FIRST|LAST|HIRING MANAGER|INTERVIEWER|CANDIDATE) ?(?:NAME|TITLE|ROLE)\b"
    r"|\b(?:[Yy]our|YOUR) [Nn]ame [Hh]ere\b"
    r"|\b(?:XYZ|ABC) (?:Company|Corp|Corporation|Inc|Ltd)\b|\b(?:Company|Position|Role|Job) (?:XYZ|ABC|XX|Name)\b"
    r"|\bFirst ?[Nn]ame (?:Last|Sur) ?[Nn]ame\b"
)
CROSSES = re.compile(
    r"(?<![\w-])X{3,}(?:[ .-]X{3,})*(?![\w-])|(?<=\d-)X{3,}"
    r"|(?<!\w)XX(?= (?:years?|months?|people|percent)|%|/XX)|(?<![\w/])(?:DD/MM"
    r"|MM/DD)/YY(?:YY)?(?!\w)"
)
NUMERAL_BEFORE = re.compile(r"(?:bowl|volume|vol\.?|part|chapter|book|louis|olympiad|number|canto|psalm|size)\s*$", re.IGNORECASE)
BLANKS = re.compile(r"_{3,}")
BRACKETED = re.compile(
    r"\[(?P<square>[^\[\]\n]{1,80})\](?![(\[])|(?<!\{)\{(?![.#:])(?P<curly>[^{}\n]{1,60})\}(?!\})|<(?P<angle>[^<>\n@/]{2,60})>"
    r"|\((?P<round>[^()\n]{3,60})\)"
)
GREETED = re.compile(
    r"\A\s*(?:dear|hi|hello|good \w+)\s+(?:\(?(?P<field>(?:first|last|sur|full|contact|recipient)[ _]?name|name|null"
    r"|undefined|none|nan|n/a"
    r"|\[?object object\]?|\.{3,}|…)\)?)(?=\s*[,:!\n])",
    re.IGNORECASE,
)
ROUND_FIELD = re.compile(
    r"(?:(?:insert|your|recipient'?s?|contact'?s?|interviewer'?s?|company|employer'?s?) |name of )"
    r"(?!.*(?:,|\b(?:is|are|was|were|and|had|you|which)\b)).{2,50}",
    re.IGNORECASE,
)
EDITORIAL = re.compile(
    r"\s*(?:sic|\.{3}|…|\d+|emphasis.*|my emphasis|redacted|name (?:withheld|removed|redacted)|withheld|laughs?|applause"
    r"|citation needed|so to speak)\s*",
    re.IGNORECASE,
)
TALK_OF_CODE = re.compile(
    r"\b(?:literal|template engines?|templates?|templating|jinja|handlebars|mustache|liquid|markdown|escap\w+|syntax"
    r"|render\w*|expand\w*|pars\w+|variables?|tokens?"
    r"|tags?|expressions?|placeholders?|merge fields?|macro|snippet|regex|html|xml|vue|angular|helm|latex|element"
    r"|attribute|component)\b",
    re.IGNORECASE,
)
BLANK_NAMES = frozenset({"x", "xx", "xxx", "xyz", "abc", "tbd", "tbc", "todo", "?", "???", "blank", "fill in"})
LONGEST_FIELD = 8
TALK_RANGE = 160


def fields(text: str, reading: Reading) -> Iterator[Span]:
    """Spans of the template fields in a text, each once, in order of their place."""
    greeted = GREETED.match(text)
    found = [Span(*greeted.span("field"))] if greeted else []
    found += marked_fields(text, reading) if MARKS.search(text) else []
    end = -1
    for span in sorted(found):
        if span.start >= end:
            yield span
            end = span.end


def marked_fields(text: str, reading: Reading) -> list[Span]:
    """The fields that stand between marks, or are known by their words."""
    merged = (match for match in MERGED.finditer(text) if not talked_about(text, match) or is_letter_field(match[0]))
    found = [Span(*match.span()) for match in merged]
    found += [Span(*match.span()) for match in SURE.finditer(text) if not is_on_record(match[0], reading)]
    found += [
        Span(*match.span())
        for match in CROSSES.finditer(text)
        if not NUMERAL_BEFORE.search(text, max(0, match.start() - 12), match.start())
    ]
    found += [Span(*match.span()) for match in BLANKS.finditer(text) if shares_line(text, match)]
    found += [Span(*match.span()) for match in BRACKETED.finditer(text) if is_field(match, text, reading)]
    return found


def is_field(match: re.Match[str], text: str, reading: Reading) -> bool:
    """True where brackets hold the name of a field, and are neither a quotation's, a link's nor a mark-up's."""
    kind = match.lastgroup or ""
    inside = match[kind]
    words = [word for word in re.split(r"[\s_/'’.-]+", inside) if word]
    if not words or len(words) > LONGEST_FIELD or EDITORIAL.fullmatch(inside) or is_on_record(inside, reading):
        return False
    if any(span.start < match.start() and match.end() <= span.end for span in reading.layout.quotations):
        return False
    if kind == "round":
        return bool(ROUND_FIELD.fullmatch(inside)) and holds_field_word(inside)
    if kind == "angle" and f"</{words[0]}>" in text:
        return False
    if inside.strip().lower() in BLANK_NAMES:
        return True
    return holds_field_word(inside) and not (talked_about(text, match) and kind in ("curly", "angle"))


def field_words(inside: str) -> frozenset[str]:
    """The words of a field's name: firstName, first_name and FIRST-NAME have the same."""
    return frozenset(word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", inside))


def is_letter_field(inside: str) -> bool:
    """True for a field that nothing but a letter has: its reader's name or company."""
    words = field_words(inside)
    return not words.isdisjoint({"contact", "recipient", "interviewer", "company", "employer"}) or {"first", "name"} <= words


def holds_field_word(inside: str) -> bool:
    """True where a word inside is one that templates name their fields with."""
    return not field_words(inside).isdisjoint(wordlist("_field_words", HERE))


def talked_about(text: str, match: re.Match[str]) -> bool:
    """True where the words around a field speak of templates or mark-up as a thing."""
    start = max(text.rfind("\n", 0, match.start()), match.start() - TALK_RANGE) + 1
    end = text.find("\n", match.end())
    end = min(end if end >= 0 else len(text), match.end() + TALK_RANGE)
    return bool(TALK_OF_CODE.search(text[start : match.start()]) or TALK_OF_CODE.search(text[match.end() : end]))


def shares_line(text: str, match: re.Match[str]) -> bool:
    """True for a blank to be filled in; a line of underscores alone is a rule."""
    before = text[max(0, match.start() - 200) : match.start()].rpartition("\n")[2]
    after = text[match.end() : match.end() + 200].partition("\n")[0]
    return bool(before.strip() or after.strip())


def is_on_record(words: str, reading: Reading) -> bool:
    """True where the record itself has these words, in company, role or known words."""
    facts = reading.facts
    plain = words.strip("<>[]{}()%$ ").casefold()
    return plain in (facts.company.casefold(), facts.role.casefold()) or plain in {word.casefold() for word in facts.known_words}
