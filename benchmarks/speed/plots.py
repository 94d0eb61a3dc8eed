"""A plot of lines on two logarithmic scales, as SVG that reads in light and in dark."""

from math import log10

WIDE, HIGH, LEFT, BOTTOM, TOP, RIGHT = 760, 420, 70, 50, 20, 250
# Told apart by their dashes too, not by colour alone.
LOOKS = (("#2f4a7d", ""), ("#b4552d", "7 4"), ("#3d7a5a", "2 4"), ("#7a4a8c", "10 3 2 3"), ("#8a6d1f", "1 3"))
STYLE = "text{font:13px system-ui,sans-serif;fill:#6b645c}line{stroke:#a8a096;stroke-width:.6}path{fill:none;stroke-width:2.2}"


def plot(title: str, across: str, up: str, lines: dict[str, dict[int, float]]) -> str:
    """`lines`: by name, what was measured (y) at each size (x), all above zero."""
    xs = [log10(x) for line in lines.values() for x in line]
    ys = [log10(max(y, 0.01)) for line in lines.values() for y in line.values()]
    low, high = int(min(ys) // 1), int(-(-max(ys) // 1))
    first, last = int(min(xs)), int(-(-max(xs) // 1))

    def place(x: float, y: float) -> tuple[float, float]:
        across = LEFT + (log10(x) - first) / (last - first) * (WIDE - LEFT - RIGHT)
        return across, HIGH - BOTTOM - (log10(max(y, 0.01)) - low) / (high - low) * (HIGH - BOTTOM - TOP)

    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" role="img">'
    pieces = [f"{head}<title>{title}</title><style>{STYLE}</style>"]
    for power in range(low, high + 1):
        y = place(10**first, 10.0**power)[1]
        pieces.append(f'<line x1="{LEFT}" x2="{WIDE - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
        pieces.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:,g}</text>')
    for power in range(first, last + 1):
        x = place(10**power, 10.0**low)[0]
        pieces.append(f'<text x="{x:.1f}" y="{HIGH - BOTTOM + 20}" text-anchor="middle">{10**power:,}</text>')
    pieces.append(f'<text x="{(LEFT + WIDE - RIGHT) / 2:.0f}" y="{HIGH - 8}" text-anchor="middle">{across}</text>')
    pieces.append(f'<text x="14" y="{HIGH / 2:.0f}" transform="rotate(-90 14 {HIGH / 2:.0f})" text-anchor="middle">{up}</text>')
    for number, (name, line) in enumerate(lines.items()):
        colour, dashes = LOOKS[number % len(LOOKS)]
        points = [place(x, y) for x, y in sorted(line.items())]
        path = "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        pieces.append(f'<path d="{path}" stroke="{colour}" stroke-dasharray="{dashes}"/>')
        y = TOP + 14 + 22 * number
        start = WIDE - RIGHT + 14
        pieces.append(f'<path d="M{start} {y - 4} H{start + 30}" stroke="{colour}" stroke-dasharray="{dashes}"/>')
        pieces.append(f'<text x="{start + 38}" y="{y}">{name}</text>')
    return "".join(pieces) + "</svg>\n"
