from bench.case import Case


def case(name, what, label):
    return Case(name, f"Python ints: {what}", lambda n: [n], lambda n: [], only=label, peers=("wasm", "native"))


CASES = [
    case("add_ints", "additions", "ints"),
    case("count_ints", "conditional counts", "ints"),
    case("bits_ints", "counting bits", "ints"),
    case("hash_ints", "polynomial hash", "ints-times"),
    case("collatz_ints", "Collatz", "ints-times"),
    case("dot_ints", "sum of products", "ints-times"),
]
