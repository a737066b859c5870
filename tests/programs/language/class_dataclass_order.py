# Dataclasses in lists: sorted by key, compared, copied field by field, nested.
from dataclasses import dataclass


@dataclass
class Item:
    weight: int
    value: float


@dataclass
class Choice:
    item: Item
    taken: bool = False


def greedy(limit):
    items = [Item(5, 10.0), Item(3, 9.0), Item(4, 4.0), Item(2, 5.0)]
    items.sort(key=lambda it: it.value / it.weight, reverse=True)
    total = 0.0
    for it in items:
        if it.weight <= limit:
            limit -= it.weight
            total += it.value
    return total, limit


def choices(n):
    all = [Choice(Item(i, i * 2.0)) for i in range(n)]
    for c in all:
        if c.item.weight % 2:
            c.taken = True
    return sum([c.item.value for c in all if c.taken]), all[0] == Choice(Item(0, 0.0)), all[1] == Choice(Item(1, 2.0))


# run: greedy(8)
# run: greedy(0)
# run: choices(6)
