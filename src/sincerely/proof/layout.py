"""Where the parts of a letter lie: greeting, prose, closing phrase, signature, postscript, and what is quoted.

Known phrases help, but the form decides: a short first line that ends with a comma greets, and a short line that ends with a
comma above a name takes leave, in any language.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sincerely.proof import phrases
from sincerely.proof.letter import Letter
from sincerely.proof.names import Names
from sincerely.proof.quoted import lines_of, quotations, quoted_mail
from sincerely.proof.sentences import trim
from sincerely.terms import Span

LONGEST_LINE = 160
LAST_LINES = 14
WORDS_OF_GREETING = 9
WORDS_OF_UNKNOWN_GREETING = 6
WORDS_OF_CLOSING = 14
WORDS_OF_SIGNATURE_LINE = 8

# Closing phrase, signature, postscript.
Leave = tuple[Span | None, Span | None, Span | None]


@dataclass(frozen=True, slots=True)
class Layout:
    """Spans of the body. `prose` lies between greeting and closing; `postscript` stands below the signature.

    `mail` is quoted or forwarded mail, `quotations` are words between quotation marks.
    """

    greeting: Span | None
    prose: Span
    closing: Span | None
    signature: Span | None
    postscript: Span | None
    mail: tuple[Span, ...]
    quotations: tuple[Span, ...]

    @property
    def quoted(self) -> tuple[Span, ...]:
        """Everything in other people's words."""
        return tuple(sorted(self.mail + self.quotations))


def lay_out(letter: Letter) -> Layout:
    """Finds the parts of a letter's body. What is said aloud has no greeting or closing set apart."""
    body = letter.body
    lines = lines_of(body)
    mail = quoted_mail(body, lines)
    end = next((span.start for span in mail if span.end == len(body)), len(body))
    quoted_lines = {span.start for span in mail}
    own = [line for line in lines if line.start < end and line.start not in quoted_lines and body[line.start : line.end].strip()]
    greeting = closing = signature = postscript = None
    if own and not letter.channel.spoken:
        names = Names.of(letter.facts)
        greeting = greeting_of(body, own, names)
        rest = below(greeting, own)
        closing, signature, postscript = leave_of(body, rest, names)
    start = greeting.end if greeting else 0
    end = closing.start if closing else signature.start if signature else end
    return Layout(greeting, Span(start, max(start, end)), closing, signature, postscript, mail, quotations(body))


def below(greeting: Span | None, own: Sequence[Span]) -> list[Span]:
    """The lines after the greeting, what stands behind it on its own line included."""
    if greeting is None:
        return list(own)
    rest = [line for line in own if line.start > greeting.start]
    return [Span(greeting.end, own[0].end), *rest] if greeting.end < own[0].end else rest


def greeting_of(body: str, own: Sequence[Span], names: Names) -> Span | None:
    """The greeting up to the mark that ends it: a whole first line, or its first words where the text runs on."""
    line = body[own[0].start : min(own[0].end, own[0].start + LONGEST_LINE)]
    known = phrases.GREETING.match(line)
    end = end_of_greeting(line, known.end() if known else 0)
    said = line[:end].rstrip()
    count = len(said.split())
    if known and known["strong"]:
        capitals = phrases.CAPITALISED_RUN.match(line, known.end())
        end = end if 0 < count <= WORDS_OF_GREETING else capitals.end() if capitals else known.end()
    elif known:
        end = end if count <= WORDS_OF_UNKNOWN_GREETING and said.endswith((",", "!", ":")) else 0
    elif not greets_by_form(line, said, alone=len(own) <= 2, names=names):
        end = 0
    start = own[0].start + len(line) - len(line.lstrip())
    return Span(start, own[0].start + end) if end else None


def greets_by_form(line: str, said: str, alone: bool, names: Names) -> bool:
    """True for a few words and a comma that name a contact or a title, or have a line of their own above a text."""
    if len(said.split()) > WORDS_OF_UNKNOWN_GREETING or not said.endswith((",", ":")) or phrases.CLOSING.match(line):
        return False
    return names.greets(said) or bool(phrases.TITLED.match(said)) or (said == line.rstrip() and not alone)


def end_of_greeting(line: str, start: int) -> int:
    """Where the greeting's clause ends, the mark included: "Hi Tom, thanks for" → "Hi Tom,"; "Good morning, Mr Lee,"."""
    for match in phrases.GREETING_MARK.finditer(line, start):
        bare = phrases.NO_ADDRESSEE.fullmatch(line[start : match.start()])
        if not (bare and phrases.TITLED.match(line[match.end() :])):
            return match.end()
    return len(line.rstrip()) if len(line) < LONGEST_LINE else 0


def leave_of(body: str, lines: Sequence[Span], names: Names) -> Leave:
    """Closing phrase, signature and postscript, looked for from the end upwards; a line that ends with a comma goes first."""
    last = list(lines[-LAST_LINES:])
    texts = [body[line.start : line.end].strip() if line.end - line.start <= LONGEST_LINE else "" for line in last]
    whole = len(last) == len(lines)
    leaving = [number for number in range(len(last)) if takes_leave(texts, number, names, alone=whole and number == 0)]
    if leaving:
        marked = [number for number in leaving if texts[number].endswith(",")]
        number = (marked or leaving)[-1]
        return run_in_leave(body, last, number, names) or parted(body, last[number], last[number + 1 :])
    for number in range(len(last) - 1, -1, -1):
        if is_signature(texts[number + 1 :]) and (leave := run_in_leave(body, last, number, names)):
            return leave
    for number in range(1, len(last)):
        if names.signs(texts[number]) and is_signature(texts[number:]):
            return parted(body, None, last[number:])
    return None, None, None


def run_in_leave(body: str, last: Sequence[Span], number: int, names: Names) -> Leave | None:
    """Closing phrase and name on one line, at its end; None where this line does not end so."""
    line = last[number]
    start = max(line.start, line.end - LONGEST_LINE)
    split = phrases.run_in(body[start : line.end], names)
    if split is None:
        return None
    closing = Span(start + split.closing, start + split.name) if split.closing < split.name else None
    return parted(body, closing, [trim(body, Span(start + split.name, line.end)), *last[number + 1 :]])


def takes_leave(texts: Sequence[str], number: int, names: Names, alone: bool) -> bool:
    """True where this line is a closing phrase: a known one, or by its form with a name below it."""
    line = texts[number]
    count = len(line.split())
    if not 0 < count <= WORDS_OF_CLOSING or names.signs(line):
        return False
    under = texts[number + 1] if number + 1 < len(texts) else ""
    if line.endswith(","):
        return bool(phrases.CLOSING.match(line)) or (bool(under) and names.may_sign(under))
    if alone:
        return False
    if phrases.CLOSING.match(line):
        spoken = line.endswith((".", "!")) and not names.signs(under)
        return count <= (phrases.WORDS_OF_RUN_IN if spoken else WORDS_OF_SIGNATURE_LINE)
    return names.signs(under) and count <= phrases.WORDS_OF_NAME and line[-1].isalpha()


def is_signature(texts: Sequence[str]) -> bool:
    return all(text and len(text.split()) <= WORDS_OF_SIGNATURE_LINE for text in texts)


def parted(body: str, closing: Span | None, lines: Sequence[Span]) -> Leave:
    """The lines under the closing phrase, parted into the signature and what is written below it."""
    for number, line in enumerate(lines):
        words = body[line.start : line.end].strip()
        told = len(words.split()) > WORDS_OF_SIGNATURE_LINE and phrases.SENTENCE.search(words)
        if phrases.POSTSCRIPT.match(words) or told:
            signature = Span(lines[0].start, lines[number - 1].end) if number else None
            return closing, signature, Span(line.start, lines[-1].end)
    return closing, Span(lines[0].start, lines[-1].end) if lines else None, None
