# Where only the truth of `and` and `or` counts, their operands may have any types.


class Stack:
    def __init__(self):
        self.items = []

    def __bool__(self):
        return len(self.items) > 0


def trimmed(n):
    digits = [n, 0, 0]
    while digits and digits[-1] == 0:
        digits.pop()
    return len(digits)


def mixed(n, x):
    xs = [k for k in range(n)]
    count = 0
    if xs and x:
        count += 1
    if xs or x > 2.5:
        count += 10
    if not (xs and n > 2):
        count += 100
    if not xs or xs[0] == 0 and x or n:
        count += 1000
    count += 10000 if xs and xs[-1] > 1 or x else 0
    return count


def filtered(n):
    stack = Stack()
    found = [k for k in range(n) if k and (stack or k % 2)]
    stack.items.append(1)
    more = [k for k in range(n) if stack and k > 1]
    best = None
    for k in found:
        if best is None or k > best:
            best = k
    if best is not None and best > 2 and stack:
        return len(found), len(more), best
    return len(found), len(more), 0


# run: trimmed(5)
# run: trimmed(0)
# run: mixed(0, 0.0)
# run: mixed(0, 3.0)
# run: mixed(2, 0.0)
# run: mixed(5, 1.5)
# run: filtered(6)
# run: filtered(1)
