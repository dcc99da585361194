"""Draws curves over a logarithmic axis as SVG: no plotting library for four lines."""

from collections.abc import Mapping, Sequence
from html import escape
from math import log10

WIDTH, HEIGHT, MARGIN = 640, 360, 60
COLOURS = ("#1b6ca8", "#7fb3d5", "#b03a2e", "#e6a19a")
LEGEND_STEP = 18


def draw_curves(curves: Mapping[str, Sequence[tuple[float, float]]], across: str, up: str) -> str:
    """Draw named curves; the y axis begins at zero."""
    points = [point for curve in curves.values() for point in curve]
    left, right = (log10(choose(x for x, _ in points)) for choose in (min, max))
    top = max(y for _, y in points) * 1.1
    scale_x = (WIDTH - 2 * MARGIN) / ((right - left) or 1)
    scale_y = (HEIGHT - 2 * MARGIN) / top

    def place(x: float, y: float) -> str:
        return f"{MARGIN + (log10(x) - left) * scale_x:.1f},{HEIGHT - MARGIN - y * scale_y:.1f}"

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        f'<path d="M{MARGIN},{MARGIN} V{HEIGHT - MARGIN} H{WIDTH - MARGIN}" fill="none" stroke="black"/>',
        f'<text x="{WIDTH / 2}" y="{HEIGHT - 15}" text-anchor="middle">{escape(across)}</text>',
        f'<text x="{MARGIN}" y="{MARGIN - 12}">{escape(up)}</text>',
        f'<text x="{MARGIN - 6}" y="{HEIGHT - MARGIN}" text-anchor="end">0</text>',
        f'<text x="{MARGIN - 6}" y="{MARGIN + 10}" text-anchor="end">{top:.0f}</text>',
    ]
    for x in sorted({x for x, _ in points}):
        at = place(x, 0).split(",")[0]
        parts.append(f'<text x="{at}" y="{HEIGHT - MARGIN + 16}" text-anchor="middle">{x:,.0f}</text>')
    for number, (name, curve) in enumerate(curves.items()):
        colour = COLOURS[number % len(COLOURS)]
        line = " ".join(place(x, y) for x, y in curve)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        y = HEIGHT - MARGIN - LEGEND_STEP * (len(curves) - number)
        parts.append(f'<text x="{MARGIN + LEGEND_STEP}" y="{y}" fill="{colour}">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>", ""])
