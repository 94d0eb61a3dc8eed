"""HTML mails as plain text, in one pass over the characters whatever the markup looks like.

The standard library's parser takes quadratic time on hostile markup and may crash; nothing here is ever shown as HTML.
"""

import html
import re

# Elements whose words nobody sees.
HIDDEN = frozenset({"script", "style", "head", "title", "template", "svg", "math", "xml"})
# Elements that begin a line of their own; those of the first group are set off by an empty line.
PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "table", "pre"})
BLOCKS = PARAGRAPHS | {
    "div",
    "tr",
    "li",
    "section",
    "article",
    "header",
    "footer",
    "address",
    "center",
    "dt",
    "dd",
    "form",
    "body",
}
OPENING = re.compile(r"<(?:!--|[!?]|(/?[a-zA-Z][a-zA-Z0-9:]*))")
SPACES = re.compile(r"\s+")
# Deeper quotation marks tell a reader nothing more.
MOST_QUOTES = 5
RULE = "_" * 32
# The longest newsletters have a few thousand; what stands after so many is left away.
MOST_TAGS = 50_000


def plain_text(markup: str) -> str:
    """The words of an HTML text as they would be read, one block a line, quotations behind `> `."""
    page, lower = _Page(), markup.lower()
    endless: set[str] = set()
    position = tags = 0
    while tags < MOST_TAGS and (opening := OPENING.search(markup, position)):
        tags += 1
        page.words(markup[position : opening.start()])
        name = (opening[1] or "").lower()
        closing = "-->" if opening[0] == "<!--" else f"</{name}" if name in HIDDEN else ">"
        end = -1 if closing in endless else lower.find(closing, opening.end())
        if end < 0:
            # It never ends: looked for once, and its start alone is passed over from then on.
            endless.add(closing)
            position = opening.end()
        else:
            page.tag(name)
            position = end if name in HIDDEN else end + len(closing)
    if tags < MOST_TAGS:
        page.words(markup[position:])
    return page.text()


class _Page:
    """Lines as they grow."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line: list[str] = []
        self.quotes = 0

    def words(self, markup: str) -> None:
        if markup:
            self.line.append(SPACES.sub(" ", markup.replace("\r", " ")))

    def tag(self, name: str) -> None:
        bare = name.removeprefix("/")
        if bare in ("br", "hr"):
            self.end_line(always=bare == "br")
            if bare == "hr":
                self.lines.append(self.margin + RULE)
        elif bare in ("td", "th"):
            self.line.append(" ")
        elif bare in BLOCKS:
            self.end_line()
            if bare in PARAGRAPHS and self.lines and self.lines[-1].strip("> "):
                self.lines.append(self.margin.rstrip())
            if bare == "blockquote":
                self.quotes = max(self.quotes + (1 if name == bare else -1), 0)
            if name == "li":
                self.line.append("- ")

    @property
    def margin(self) -> str:
        return "> " * min(self.quotes, MOST_QUOTES)

    def end_line(self, always: bool = False) -> None:
        if not self.line and not always:
            return
        words = SPACES.sub(" ", html.unescape("".join(self.line))).strip()
        if words or always:
            self.lines.append((self.margin + words).rstrip())
        self.line = []

    def text(self) -> str:
        self.end_line()
        return re.sub(r"\n{3,}", "\n\n", "\n".join(self.lines)).strip("\n")
