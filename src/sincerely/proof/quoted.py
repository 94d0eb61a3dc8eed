"""Other people's words in a body: quoted and forwarded mail, and quotations between quotation marks."""

import re
from collections.abc import Sequence

from sincerely.terms import Span

LONGEST_ATTRIBUTION = 300
HEADER_LINES = 6

ATTRIBUTION = re.compile(
    r"(?:on|le|am|el|il|em|op|den|dnia|w dniu)\b.*\d.*"
    r"\b(?:wrote|a écrit|schrieb|escribió|ha scritto|escreveu|schreef|skrev|napisał(?:\(a\)|a)?)\b[^:]{0,80}:",
    re.IGNORECASE,
)
INTRODUCES = re.compile(
    r"wrote|a écrit|schrieb|escribió|ha scritto|escreveu|schreef|skrev|napisał|message|nachricht|mensaje|messaggio|bericht"
    r"|(?:from|de|von|da|van|fra|från|od)\s?:",
    re.IGNORECASE,
)
OPENING_WORD = re.compile(r"(?:on|le|am|el|il|em|op|den|dnia|w dniu)\b", re.IGNORECASE)
SEPARATOR = re.compile(
    r"[-_=—– ]*(?:(?:original|forwarded) message|begin forwarded message|ursprüngliche nachricht|message (?:d'origine|transféré)"
    r"|mensaje (?:original|reenviado)|messaggio originale|oorspronkelijk bericht)[-_=—–: ]*",
    re.IGNORECASE,
)
SENDER_HEADER = re.compile(r"\*?(?:from|de|von|da|van|fra|från|od)\s?:\*?\s+\S", re.IGNORECASE)
OTHER_HEADER = re.compile(
    r"\*?(?:sent|date|to|cc|subject|envoyé|à|objet|gesendet|datum|an|betreff|enviado|fecha|para|asunto|verzonden|aan|onderwerp"
    r"|inviato|oggetto)\s?:\*?",
    re.IGNORECASE,
)

# Each alternative forbids its own opening mark inside, so that unclosed marks cost no second look.
QUOTATION = re.compile(
    "|".join(
        (
            r"“(?:[^“”\n]|\n(?!\s*\n)){1,400}”",
            r"„(?:[^„“”\n]|\n(?!\s*\n)){1,400}[“”]",
            r"«(?:[^«»\n]|\n(?!\s*\n)){1,400}»",
            r"‹[^‹›\n]{1,400}›",
            r"「[^「」\n]{1,400}」",
            r"(?<![\w\"])\"(?:[^\"\n]|\n(?!\s*\n)){1,400}\"(?!\w)",
            r"(?<!\w)‘(?:[^‘’\n]|(?<=\w)’(?=\w)){1,400}’(?!\w)",
            r"(?<![\w'])'(?:[^'\n]|(?<=\w)'(?=\w)){1,400}'(?![\w'])",
        )
    )
)


def lines_of(text: str) -> list[Span]:
    """The lines of a text, blank ones too, each without its line end."""
    spans = []
    start = 0
    for line in text.splitlines(keepends=True):
        spans.append(Span(start, start + len(line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"))))
        start += len(line)
    return spans


def quoted_mail(text: str, lines: Sequence[Span]) -> tuple[Span, ...]:
    """Spans of quoted mail: `>` lines with the line that introduces them, and all that follows a forwarded or Outlook header."""
    spans: list[Span] = []
    introduced = INTRODUCES.search(text) is not None
    for number, line in enumerate(lines):
        words = text[line.start : min(line.end, line.start + LONGEST_ATTRIBUTION)].strip()
        if words.startswith(">"):
            spans.append(line)
        elif introduced and words and (opening := introduction(text, lines, number, words)):
            after = next((line for line in lines[opening:] if text[line.start : line.end].strip()), None)
            if after and text[after.start : after.end].lstrip().startswith(">"):
                spans.append(Span(line.start, lines[opening - 1].end))
            elif after:
                spans.append(Span(line.start, len(text)))
                break
    return tuple(spans)


def introduction(text: str, lines: Sequence[Span], number: int, words: str) -> int:
    """The number of the line after one that introduces quoted mail ("On … wrote:", "From: …"); 0 where none stands here."""
    if SEPARATOR.fullmatch(words):
        return number + 1
    if SENDER_HEADER.match(words):
        following = (text[line.start : line.end].strip() for line in lines[number + 1 : number + HEADER_LINES])
        return number + 1 if sum(1 for other in following if OTHER_HEADER.match(other)) >= 2 else 0
    if OPENING_WORD.match(words):
        for last in range(number + 1, min(number + 4, len(lines) + 1)):
            joined = " ".join(text[line.start : line.end] for line in lines[number:last]).strip()
            if len(joined) <= LONGEST_ATTRIBUTION and ATTRIBUTION.fullmatch(joined):
                return last
    return 0


def quotations(text: str) -> tuple[Span, ...]:
    """Words between quotation marks of any style, the marks with them; up to 400 characters, within one paragraph."""
    return tuple(Span(*match.span()) for match in QUOTATION.finditer(text))
