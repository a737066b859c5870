# Strings in lists, dicts and sets, and as their keys.


def words(n):
    names = ["zero", "one", "two"]
    counts = {}
    for i in range(n):
        name = names[i % 3]
        counts[name] = counts.get(name, 0) + i
    return counts, names[-1], len(names)


def missing(key):
    d = {"a": 1, "bc": 2}
    return d[key]


def unique(text):
    seen = set()
    for c in text:
        seen.add(c)
    return sorted(seen), "l" in seen


def taken(names):
    names.append("last")
    names.sort()
    return names, {n: len(n) for n in names}


# run: words(7)
# run: words(0)
# run: missing("bc")
# raises: KeyError
# run: missing("x")
# run: unique("hello")
# run: taken(["beta", "alpha", "ä"])
