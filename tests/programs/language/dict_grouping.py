# Dicts of lists and of dicts: grouping, counting, inverting.


def group(n):
    groups = {}
    for i in range(n):
        key = i % 3
        if key not in groups:
            groups[key] = []
        groups[key].append(i)
    return groups


def nested(n):
    table = {}
    for i in range(n):
        for j in range(i):
            row = table.setdefault(i, {})
            row[j] = i * j
    total = 0
    for i, row in table.items():
        for j, v in row.items():
            total += v
    return total, len(table)


def invert(n):
    d = {i: (i * 7) % n for i in range(n)}
    return {v: k for k, v in d.items()}


def histogram(text):
    counts = {}
    for c in text:
        counts[c] = counts.get(c, 0) + 1
    return counts


# run: group(10)
# run: group(0)
# run: nested(5)
# run: invert(5)
# run: histogram("mississippi")
# run: histogram("")
