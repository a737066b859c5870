# join and split of lists of strings.


def words(text):
    return [w.upper() for w in text.split()]


def joined(xs):
    return ", ".join(xs)


def csv(line):
    return [float(x) for x in line.split(",")]


def snake(text):
    return "_".join([w.lower() for w in text.split(" ")])


# run: words("the quick  brown fox")
# run: joined(["a", "b", "c"])
# run: joined(["x"])
# run: csv("1.5,2,3e2")
# run: snake("Hello Big World")
