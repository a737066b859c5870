# Global list appended.
CACHE = []


def f(n: int):
    CACHE.append(n)  # error[unsupported]: changing a global, a class attribute or a default is not supported
    return len(CACHE)
