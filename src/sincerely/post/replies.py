"""What a person wrote anew in a mail: without what they answer, their signature and their company's small print."""

import re

from sincerely.post.natures.phrases import phrases

# Attributions run over at most so many lines, and header blocks over so many.
ATTRIBUTION_LINES = 4
LONGEST_ATTRIBUTION = 300
HEADER_LINES = 8
LONGEST_LINE = 600
LONGEST_NAME = 60
# More lines than this after a closing phrase are no signature.
SIGNATURE_LINES = 12
# More than this nobody writes in a reply.
MOST_LINES = 2_000


def reply_words(text: str, sender: str = "") -> str:
    """The reply alone; empty where there is nothing of one's own. Answers between quoted lines are kept. Linear in the size.

    `sender`: the sender's name, which as a line of its own begins a signature.
    """
    lines = [line.rstrip()[:LONGEST_LINE] for line in text.replace("\r\n", "\n").split("\n")[:MOST_LINES]]
    own = _without_quotes(lines)
    return "\n".join(_without_signature(own, sender)).strip("\n")


def _without_quotes(lines: list[str]) -> list[str]:
    """Drops quoted lines with what introduces them, and all that follows a header block or an attribution with no mark."""
    own: list[str] = []
    at = 0
    while at < len(lines):
        length = _attribution(lines, at)
        if _is_separator(lines[at]) or (length and not _marked(lines, at + length)):
            break
        if headers := _headers(lines, at):
            # Headers above everything else are the mail's own, put into its text.
            if any(own):
                break
            at += headers
            continue
        if length:
            at += length
            continue
        if not lines[at].lstrip().startswith(">"):
            own.append(lines[at])
        at += 1
    return own


def _is_separator(line: str) -> bool:
    """True of a line that says that another mail follows."""
    return bool(phrases("reply")["separator"].search(line.strip()))


def _headers(lines: list[str], at: int) -> int:
    """How many lines of headers stand here; 0 where they are no headers of a mail."""
    say = phrases("reply")
    if not say["from"].search(lines[at]):
        return 0
    block = lines[at + 1 : at + HEADER_LINES]
    found = [number for number, line in enumerate(block, 2) if say["header"].search(line)]
    return found[-1] if len(found) >= 2 else 0


def _attribution(lines: list[str], at: int) -> int:
    """How many lines an "On … wrote:" takes that begins here; 0 where none does, or where a better one begins a line below."""
    say = phrases("reply")
    first = _bare(lines[at])
    several = say["opening_word"].search(first) or say["opening"].search(first)
    length = _introduction(lines[at : at + (ATTRIBUTION_LINES if several else 1)])
    below = range(at + 1, at + length)
    better = any(say["opening_word"].search(_bare(lines[start])) and _introduction(lines[start : at + length]) for start in below)
    return 0 if better else length


def _introduction(lines: list[str]) -> int:
    """How many of these lines, from the first on, introduce a quotation together; 0 where none do."""
    words = ""
    for length, line in enumerate(map(_bare, lines), 1):
        if not line:
            return 0
        words = f"{words} {line}".strip()
        if _introduces(words):
            return length
    return 0


def _bare(line: str) -> str:
    return line.strip("> ")


def _introduces(words: str) -> bool:
    """True of a line like "On 3 May 2026 at 10:04, Ann <ann@example.org> wrote:"."""
    if len(words) > LONGEST_ATTRIBUTION:
        return False
    ends = words.rstrip(": ，：")
    has_colon = words.rstrip()[-1:] in (":", "：")
    verb = any(match.end() >= len(ends) - 1 for match in phrases("reply")["wrote"].finditer(ends))
    dated = sum(char.isdigit() for char in words) >= 3
    addressed = "@" in words and "<" in words
    begins = words[:1].isupper() or words[:1].isdigit() or not words[:1].isascii()
    return begins and ((verb and (dated or addressed) and (has_colon or addressed)) or (has_colon and dated and addressed))


def _marked(lines: list[str], at: int) -> bool:
    """True where what follows an attribution is quoted with a mark."""
    following = next((line for line in lines[at : at + 4] if line.strip()), "")
    return following.lstrip().startswith(">")


def _without_signature(lines: list[str], sender: str) -> list[str]:
    """Cuts at the first line that ends what is said."""
    said = False
    left = sum(bool(line.strip()) for line in lines)
    for at, line in enumerate(lines):
        if bare := line.strip():
            left -= 1
            if said and _ends(bare, left, sender):
                return lines[:at]
            said = True
    return lines


def _ends(line: str, left: int, sender: str) -> bool:
    """True of a line with which a signature begins; `left` lines with words follow it."""
    say = phrases("reply")
    if say["mobile"].search(line) or say["small_print"].search(line) or line.startswith("--"):
        return True
    signs = say["signature"].search(line) or say["closing"].search(line) or _is_name(line, sender)
    return bool(signs) and left <= SIGNATURE_LINES


def _is_name(line: str, sender: str) -> bool:
    """True of a line that is the sender's name, with no more than a title or initials besides."""
    name = set(re.findall(r"[^\W\d_]{2,}", sender.casefold()))
    words = set(re.findall(r"[^\W\d_]{2,}", line.casefold()))
    return len(name) >= 2 and name <= words and len(words) <= len(name) + 2 and len(line) <= LONGEST_NAME
