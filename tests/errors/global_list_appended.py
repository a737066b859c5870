# Global list appended.
CACHE = []


def f(n: int):
    CACHE.append(n)  # error[unknown-attribute]: `[]` has no attribute `append`
    return len(CACHE)
