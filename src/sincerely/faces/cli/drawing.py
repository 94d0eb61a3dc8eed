"""A timeline as a picture (SVG): readable in grey, by screen readers, in light and dark."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from sincerely.cadence.timeline import Entry, Kind
from sincerely.cadence.wording import when
from sincerely.cadence.workdays import Place

ROW = 30
REASON = 20
LEFT = 190
WIDTH = 920
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
text{fill:currentColor}.dim{opacity:.7;font-size:12px}.bold{font-weight:600}
.past{fill:#5b6472}.sent{fill:#2f7d4f}.came{fill:#7a4ea3}.open{fill:none;stroke:#1f6f8b;stroke-width:2}
.late{fill:#b3372f}
.now{stroke:#1f6f8b;stroke-width:1.5;stroke-dasharray:4 4}.closed{fill:#c9cdd4}.line{stroke:#c9cdd4;stroke-width:2}
@media(prefers-color-scheme:dark){svg{color:#e8eaee;background:#1b1e25}.past{fill:#a3abb8}.sent{fill:#6fc492}.came{fill:#bf9be0}
.open,.now{stroke:#6fc0dc}.late{fill:#f0857d}.closed,.line{fill:#3a3f4a;stroke:#3a3f4a}}
"""


def draw(entries: Sequence[Entry], where: Place) -> str:
    """The SVG of a timeline, from the top down, with a title and a sentence for each entry."""
    parts: list[str] = []
    y = 40
    for entry in entries:
        parts += [drawn(entry, where, y)]
        y += ROW + REASON * len(entry.reasons)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y + 10}" role="img" aria-label="Timeline">'
        f"<title>Timeline, times in {escape(where.zone.key)}</title><style>{STYLE}</style>"
        f'<path d="M{LEFT} 24V{y - 16}" class="line"/>'
    )
    return head + "\n".join(parts) + "</svg>\n"


def drawn(entry: Entry, where: Place, y: int) -> str:
    """One entry: its moment, its shape, its words and its reasons."""
    shape = SHAPES[entry.kind].format(x=LEFT, y=y, left=LEFT - 7, top=y - 8)
    words = entry.words
    if entry.kind in (Kind.PLANNED, Kind.LATE) and entry.until:
        words += f" (due {when(where, entry.until)})"
    strong = "bold" if entry.kind in (Kind.NOW, Kind.LATE, Kind.INTERVIEW) else ""
    lines = [
        f'<text x="{LEFT - 20}" y="{y + 5}" text-anchor="end" class="dim">{escape(when(where, entry.at))}</text>',
        shape,
        f'<text x="{LEFT + 20}" y="{y + 5}" class="{strong}">{escape(words)}</text>',
    ]
    for number, reason in enumerate(entry.reasons, start=1):
        lines.append(f'<text x="{LEFT + 20}" y="{y + 5 + REASON * number}" class="dim">{escape(reason)}</text>')
    return "<g>" + "".join(lines) + "</g>"
