"""Ratios of the times of one run, and the text that shows them."""
import math
import statistics

#: What is compared with what.
PAIRS = [
    ("wasm", "clang"), ("wasm", "simd"), ("wasm", "hand"), ("wasm", "numpy"), ("wasm", "js"), ("wasm", "ts"), ("native", "numba"),
    ("native", "numpy"), ("native", "wasm"),
    ("wasm", "wasm:old"), ("native", "native:old"),
]


def pairs(peers):
    return [pair for pair in PAIRS if pair[0] in peers and pair[1] in peers]


def ratios(row, peer, base):
    """The quotients of each round in which both ran."""
    over, under = row["times"].get(peer), row["times"].get(base)
    if not over or not under:
        return []
    return [a / b for a, b in zip(over, under) if a and b]


def middle(values):
    return statistics.median(values) if values else None


def spread(values):
    """The quartiles: half of the rounds lie between them."""
    if len(values) < 4:
        return min(values), max(values)
    low, _, high = statistics.quantiles(values, n=4)
    return low, high


def ratio(row, peer, base):
    """Median of the rounds' quotients; None where one of the two is missing or its answer wrong."""
    if peer in row["wrong"] or base in row["wrong"]:
        return None
    return middle(ratios(row, peer, base))


def mean(values):
    """The geometric mean."""
    values = [value for value in values if value]
    return math.exp(sum(map(math.log, values)) / len(values)) if values else None


def milliseconds(row, peer):
    times = [time for time in row["times"].get(peer, []) if time]
    return statistics.median(times) / 1e6 if times else None


def digits(value):
    """Three digits, whatever the size."""
    if value is None:
        return "–"
    if isinstance(value, int):
        return str(value)
    return f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"


def table(head, rows):
    """A Markdown table; the first column is text, the others are numbers."""
    lines = ["| " + " | ".join(head) + " |", "|---" + "|---:" * (len(head) - 1) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def title(row):
    return f"{row['label']} {row['what']}".strip()


def times(rows, peers):
    """Medians in ms."""
    def cell(row, peer):
        mark = " (wrong)" if peer in row["wrong"] else ""
        return digits(milliseconds(row, peer)) + mark

    return table(["ms", *peers], [[title(row), *(cell(row, peer) for peer in peers)] for row in rows])


def quotients(rows, pairs):
    """Medians of ratios, each with its quartiles."""
    def cell(row, peer, base):
        value = ratio(row, peer, base)
        if value is None:
            return "–"
        low, high = spread(ratios(row, peer, base))
        return f"{value:.2f} ({low:.2f}–{high:.2f})"

    body = [[title(row), *(cell(row, *pair) for pair in pairs)] for row in rows]
    body.append(["geometric mean", *(two(mean([ratio(row, *pair) for row in rows])) for pair in pairs)])
    return table(["ratio", *(f"{peer} / {base}" for peer, base in pairs)], body)


def two(value):
    return "–" if value is None else f"{value:.2f}"


def remarks(rows):
    """Wrong answers, missing peers, other forms of programs."""
    lines = []
    for row in rows:
        lines += [f"- {row['case']}: the answer of {peer} is wrong: {text}" for peer, text in row["wrong"].items()]
        lines += [f"- {row['case']}: {peer} cannot do it: {text}" for peer, text in row["absent"].items()]
        lines += [f"- {row['case']}: {peer} runs another form of the program ({text})" for peer, text in row["forms"].items()]
    return "\n".join(lines) + "\n" if lines else ""
