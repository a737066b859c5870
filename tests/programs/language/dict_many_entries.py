# Thousands of entries: growth, deletion and reuse of places.


def churn(n):
    d = {}
    for i in range(n):
        d[i * 7919 % 10007] = i
        if i >= 100:
            k = (i - 100) * 7919 % 10007
            if k in d:
                del d[k]
    total = 0
    for k, v in d.items():
        total += k ^ v
    return len(d), total


def floats(n):
    d = {}
    for i in range(n):
        d[i / 8] = i
    hits = 0
    for i in range(n * 2):
        if i / 16 in d:
            hits += 1
    return hits, len(d)


def words(n):
    d = {}
    for i in range(n):
        key = "k" + str(i % 100)
        d[key] = d.get(key, 0) + i
    return len(d), d["k7"]


# run: churn(5000)
# run: floats(1000)
# run: words(1000)
