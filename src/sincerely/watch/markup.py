"""The words of an HTML text, one block a line; read as a stream of tags, so that no depth of nesting costs more."""

import html
import re

from lxml import etree

MOST_MARKUP = 1_000_000
TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")
ESCAPED = re.compile(r"&(?:amp;)*lt;/?[a-zA-Z][^<>]{0,200}?&(?:amp;)*gt;")
HIDDEN = frozenset({"script", "style", "head", "title", "template", "svg", "math", "noscript"})
APART = frozenset({"blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "table", "ul"})
SMALLER = {"dd", "div", "dl", "dt", "footer", "form", "header", "hr", "li", "pre", "section", "tbody", "td", "th", "tr"}
BLOCKS = APART | SMALLER | {"address", "article", "br"}
# What stands between words until all is read: a line's end, a paragraph's, and <br>.
LINE, PARAGRAPH, BREAK = "\x01", "\x02", "\x03"
BETWEEN = re.compile(r"[ \x01-\x03]+")


def plain(text: str) -> str:
    """The words of HTML, also of HTML that came escaped once or twice; a text without markup keeps its lines."""
    text = text[:MOST_MARKUP].replace("\r\n", "\n").replace("\r", "\n")
    for _ in range(2):
        if ESCAPED.search(text) and not TAG.search(text):
            text = html.unescape(text)
    if not TAG.search(text):
        return tidy(html.unescape(text))
    parser = etree.HTMLParser(target=Words(), encoding="utf-8", huge_tree=False)
    try:
        return str(etree.fromstring(text.encode("utf-8", "replace"), parser))
    except (etree.LxmlError, ValueError, AssertionError):
        return tidy(html.unescape(TAG.sub(" ", text)))


def tidy(text: str) -> str:
    """Spaces and empty lines, one at a time."""
    shown = "\n".join(re.sub(r"[^\S\n]+", " ", row).strip() for row in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", shown).strip()


class Words:
    """Gathers the words between tags."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.hidden = 0

    def start(self, tag: str, attributes: object) -> None:
        self.hidden += tag in HIDDEN
        self.parts.append(BREAK if tag == "br" else PARAGRAPH if tag in APART else LINE if tag in BLOCKS else "")
        if tag == "li":
            self.parts.append("- ")

    def end(self, tag: str) -> None:
        self.hidden -= tag in HIDDEN
        self.parts.append(PARAGRAPH if tag in APART else LINE if tag in BLOCKS and tag != "br" else "")

    def data(self, words: str) -> None:
        if not self.hidden:
            self.parts.append(re.sub(r"[\s\x01-\x03]+", " ", words))

    def comment(self, words: str) -> None:
        """Comments are for nobody."""

    def pi(self, target: str, words: str | None = None) -> None:
        """Nor are instructions to machines."""

    def close(self) -> str:
        return BETWEEN.sub(between, "".join(self.parts)).strip()


def between(run: re.Match[str]) -> str:
    """What stands between two words: a space, a line's end, or an empty line."""
    if PARAGRAPH in run[0] or run[0].count(BREAK) > 1:
        return "\n\n"
    return "\n" if LINE in run[0] or BREAK in run[0] else " "
