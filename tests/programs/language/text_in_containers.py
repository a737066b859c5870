# Strings as elements, keys and fields.
from dataclasses import dataclass


@dataclass
class Person:
    name: str
    age: int

    def label(self):
        return f"{self.name} ({self.age})"


def people(n):
    p = Person("Ada", n)
    p.name += "!"
    return p.label(), p.name, repr(p), f"{p}"


def counts(text):
    found = {}
    for word in text.split():
        found[word] = found.get(word, 0) + 1
    out = ""
    for word in found:
        out += f"{word}={found[word]} "
    return out, len(found), "a" in found, "zz" in found


def looked_up(key):
    prices = {"apple": 1.5, "pear": 2.25}
    return prices[key]


def inverse(n):
    names = {}
    for i in range(n):
        names[i] = "n" * i
    return names[n - 1], str(names)


def sorted_words(text):
    words = text.split()
    words.sort()
    return " ".join(words), " ".join(sorted(text.split(), reverse=True)), max(words), min(words)


def unique(text):
    seen = set()
    for c in text:
        seen.add(c)
    return len(seen), "a" in seen


def removed(key):
    names = ["a", "b", "c"]
    names.append("d")
    names.remove(key)
    return ",".join(names), names.index("c"), names == ["a", "c", "d"]


def shown(n):
    return str([1, 2]), f"{[n, 3]}", str({"a": n, "b": 2}), str([[1.5], [n / 2]]), str(["x", "it's"])


# run: people(36)
# run: counts("a b a c a b")
# run: counts("")
# run: looked_up("pear")
# raises: KeyError: 'plum'
# run: looked_up("plum")
# run: inverse(4)
# run: sorted_words("b äa a B aa")
# run: unique("banana")
# run: removed("b")
# run: shown(7)
