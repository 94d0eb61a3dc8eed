"""A timeline as a picture (SVG): readable in grey, by screen readers, in light and dark."""

from collections.abc import Iterable, Sequence
from textwrap import wrap
from unicodedata import east_asian_width
from xml.sax.saxutils import escape as in_xml

from sincerely.cadence.timeline import Entry, Kind, moment
from sincerely.cadence.workdays import Place
from sincerely.faces.cli.paper import printable

TOP = 84
ROW = 30
LINE = 20
LEFT = 190
WIDTH = 920
# Letters that fit on a line right of the signs, in the larger and the smaller type, and above all; wide letters take two.
FITTING, FITTING_SMALL, FITTING_TITLE = 80, 98, 70
# A shape for each kind, so that colour is never needed to tell them apart.
SHAPES = {
    Kind.HAPPENED: '<circle cx="{x}" cy="{y}" r="3" class="past"/>',
    Kind.INTERVIEW: '<path d="M{x} {y}m0-8l8 8l-8 8l-8-8z" class="past"/>',
    Kind.SENT: '<circle cx="{x}" cy="{y}" r="7" class="sent"/>',
    Kind.RECEIVED: '<path d="M{x} {y}m-8 0l12-8v16z" class="came"/>',
    Kind.NOW: '<path d="M{x} {y}m60 0h640" class="now"/>',
    Kind.PROMISED: '<path d="M{x} {y}m0-8l8 8l-8 8l-8-8z" class="open"/>',
    Kind.CLOSED: '<rect x="{left}" y="{top}" width="14" height="16" class="closed"/>',
    Kind.PLANNED: '<circle cx="{x}" cy="{y}" r="7" class="open"/>',
    Kind.LATE: '<path d="M{x} {y}m0-9l9 16h-18z" class="late"/>',
}
STYLE = """
svg{font:14px system-ui,sans-serif;color:#1f2430;background:#fff}
text{fill:currentColor}.dim{opacity:.7;font-size:12px}.bold{font-weight:600}.title{font-size:18px;font-weight:600}
.past{fill:#5b6472}.sent{fill:#2f7d4f}.came{fill:#7a4ea3}.open{fill:none;stroke:#1f6f8b;stroke-width:2}
.late{fill:#b3372f}
.now{stroke:#1f6f8b;stroke-width:1.5;stroke-dasharray:4 4}.closed{fill:#c9cdd4}.line{stroke:#c9cdd4;stroke-width:2}
@media(prefers-color-scheme:dark){svg{color:#e8eaee;background:#1b1e25}.past{fill:#a3abb8}.sent{fill:#6fc492}.came{fill:#bf9be0}
.open,.now{stroke:#6fc0dc}.late{fill:#f0857d}.closed,.line{fill:#3a3f4a;stroke:#3a3f4a}}
"""


def draw(entries: Sequence[Entry], where: Place, employer: str, clocks: str) -> str:
    """The SVG of a timeline, from the top down. Its title and its description say in words all that it shows."""
    parts: list[str] = []
    y = TOP + LINE * (len(fitted(employer, FITTING_TITLE)) - 1)
    top = y
    for entry in entries:
        drawing, height = drawn(entry, where, y)
        parts.append(drawing)
        y += height
    told = " ".join(f"{moment(where, entry.at, entries)}: {words(entry, where)}." for entry in entries)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y + 10}" role="img" aria-labelledby="title told">'
        f'<title id="title">Timeline: {escape(employer)}, times in {escape(clocks)}</title>'
        f'<desc id="told">{escape(told)}</desc><style>{STYLE}</style>'
        f"{lines(fitted(employer, FITTING_TITLE), 20, 34, 'title')}"
        f'<text x="20" y="{top - 28}" class="dim">times in {escape(clocks)}</text>'
        f'<path d="M{LEFT} {top - 16}V{y - 16}" class="line"/>'
    )
    return head + "\n".join(parts) + "</svg>\n"


def words(entry: Entry, where: Place) -> str:
    """What an entry says beside its moment."""
    if entry.kind in (Kind.PLANNED, Kind.LATE) and entry.until:
        return f"{entry.words} (due {moment(where, entry.until)})"
    return entry.words


def drawn(entry: Entry, where: Place, y: int) -> tuple[str, int]:
    """One entry, its moment, shape, words and reasons; and how high it stands."""
    shape = SHAPES[entry.kind].format(x=LEFT, y=y, left=LEFT - 7, top=y - 8)
    strong = "bold" if entry.kind in (Kind.NOW, Kind.LATE, Kind.INTERVIEW) else ""
    said = fitted(words(entry, where), FITTING)
    reasons = [line for reason in entry.reasons for line in fitted(reason, FITTING_SMALL)]
    below = y + 5 + LINE * len(said)
    drawing = (
        f'<g><text x="{LEFT - 20}" y="{y + 5}" text-anchor="end" class="dim">{escape(moment(where, entry.at))}</text>{shape}'
        f"{lines(said, LEFT + 20, y + 5, strong)}{lines(reasons, LEFT + 20, below, 'dim')}</g>"
    )
    return drawing, ROW + LINE * (len(said) - 1 + len(reasons))


def fitted(text: str, letters: int) -> list[str]:
    """A text in lines of so many letters."""
    wide = sum(east_asian_width(letter) in "WF" for letter in text)
    return wrap(text, letters // 2 if wide else letters) or [""]


def lines(texts: Iterable[str], x: int, y: int, style: str) -> str:
    """Lines of text, one below the other."""
    return "".join(
        f'<text x="{x}" y="{y + LINE * number}" class="{style}">{escape(text)}</text>' for number, text in enumerate(texts)
    )


def escape(text: str) -> str:
    """Text as XML can hold it."""
    return in_xml(printable(text))
