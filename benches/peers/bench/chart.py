"""The chart of a run: for each kernel, how npc's wasm compares with three peers, on a logarithmic axis."""
import math

from bench import report

#: Peer, colour on white, colour on black, what the legend says.
PEERS = [
    ("clang", "#c2410c", "#fb923c", "clang's wasm, plain loops"),
    ("numpy", "#1d4ed8", "#60a5fa", "NumPy"),
    ("js", "#15803d", "#4ade80", "JavaScript loops"),
]
LEFT, RIGHT, TOP, ROW = 330, 830, 78, 24
LOW, HIGH = 1 / 64, 8
TICKS = [1 / 64, 1 / 16, 1 / 4, 1, 4]


def svg(rows):
    """The text of an SVG file."""
    shown = [row for row in rows if any(report.ratio(row, "wasm", peer) for peer, *_ in PEERS)]
    height = TOP + ROW * len(shown) + 40
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 {height}" width="860" height="{height}" role="img" '
        'font-family="system-ui, sans-serif" font-size="13">',
        "<title>Time of npc's wasm divided by the time of its peers</title>",
        style(),
        f'<rect class="page" width="860" height="{height}"/>',
        f'<text x="{LEFT}" y="24" class="strong">time of npc’s wasm / time of the peer: left of 1, npc is faster</text>',
        *legend(),
        *axis(height - 40),
    ]
    for k, row in enumerate(shown):
        parts += line(row, TOP + ROW * k + ROW / 2)
    return "\n".join([*parts, "</svg>", ""])


def style():
    def rules(shade):
        return "".join(f".{peer[0]}{{fill:{peer[1 + shade]};stroke:{peer[1 + shade]}}}" for peer in PEERS)

    return (
        "<style>.page{fill:#fff}text{fill:#1f2328}.strong{font-weight:600}.grid{stroke:#d0d7de}.one{stroke:#1f2328}"
        f"{rules(0)}@media(prefers-color-scheme:dark){{.page{{fill:#0d1117}}text{{fill:#e6edf3}}.grid{{stroke:#30363d}}.one{{stroke:#e6edf3}}{rules(1)}}}"
        "</style>"
    )


def legend():
    x = LEFT
    for peer, _, _, name in PEERS:
        yield mark(peer, x + 6, 44)
        yield f'<text x="{x + 18}" y="48">{name}</text>'
        x += 34 + 7.2 * len(name)


def axis(bottom):
    for tick in TICKS:
        x = place(tick)
        yield f'<line class="{"one" if tick == 1 else "grid"}" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP - 6}" y2="{bottom}"/>'
        label = f"{tick:g}" if tick >= 1 else f"1/{1 / tick:g}"
        yield f'<text x="{x:.1f}" y="{bottom + 20}" text-anchor="middle">{label}</text>'


def line(row, y):
    """A kernel: its name, and for each peer the median with the quartiles."""
    name = report.title(row).replace("`", "").replace("&", "&amp;").replace("<", "&lt;")
    yield f'<text x="{LEFT - 16}" y="{y + 4:.1f}" text-anchor="end" font-size="12">{shortened(name)}</text>'
    for peer, *_ in PEERS:
        value = report.ratio(row, "wasm", peer)
        if value:
            low, high = report.spread(report.ratios(row, "wasm", peer))
            yield f'<line class="{peer}" x1="{place(low):.1f}" x2="{place(high):.1f}" y1="{y:.1f}" y2="{y:.1f}" stroke-width="2" opacity="0.55"/>'
            yield mark(peer, place(value), y)


def shortened(name):
    return name if len(name) <= 48 else name[:47] + "…"


def mark(peer, x, y):
    """A shape for each peer, so that colours are not all there is."""
    if peer == "clang":
        return f'<circle class="{peer}" cx="{x:.1f}" cy="{y:.1f}" r="4.5"/>'
    if peer == "numpy":
        return f'<rect class="{peer}" x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8"/>'
    return f'<path class="{peer}" d="M{x:.1f} {y - 5:.1f}l5 9h-10z"/>'


def place(value):
    """Where a ratio stands; what is beyond the axis stands at its end."""
    value = min(max(value, LOW), HIGH)
    return LEFT + (RIGHT - LEFT) * math.log(value / LOW) / math.log(HIGH / LOW)
