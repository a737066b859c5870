# Attributes of classes and defaults are made once in Python, so they cannot be changed here.


class Settings:
    table = {1: 2}

    def put(self, k):
        self.table[k] = 1  # error[unsupported]: changing a global, a class attribute or a default … pass it as an argument


def settings(k: int):
    Settings().put(k)
    return k


def collect(x, found=[]):
    found.append(x)  # error[unsupported]: changing a global, a class attribute or a default
    return len(found)


def collected(x: int):
    return collect(x)
