# Lists of strings: sorted, joined, counted, searched.


def sort_words(n):
    words = ["pear", "apple", "fig", "banana"][:n]
    words.sort()
    return words


def by_length(n):
    words = ["pear", "apple", "fig", "banana"]
    return sorted(words, key=lambda w: (len(w), w))[:n]


def find(word):
    words = ["a", "bc", "def"]
    if word in words:
        return words.index(word)
    return -1


def longest(n):
    best = ""
    for w in ["x", "yyy", "zz"]:
        if len(w) > len(best):
            best = w
    return best * n


# run: sort_words(4)
# run: sort_words(0)
# run: by_length(3)
# run: find("bc")
# run: find("x")
# run: longest(2)
