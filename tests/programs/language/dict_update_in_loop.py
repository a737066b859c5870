# Dicts that change while something else is gone over; keys taken from a copy.


def prune(n):
    d = {i: i * i for i in range(n)}
    for k in list(d):
        if k % 2:
            del d[k]
    return d


def merge(a, b):
    out = dict(a)
    for k, v in b.items():
        out[k] = out.get(k, 0) + v
    return out, a


def frontier(n):
    distance = {0: 0}
    queue = [0]
    for v in queue:
        for w in (v * 2 + 1, v * 2 + 2):
            if w < n and w not in distance:
                distance[w] = distance[v] + 1
                queue.append(w)
    return distance


# run: prune(6)
# run: merge({1: 1, 2: 2}, {2: 10, 3: 3})
# run: frontier(7)
