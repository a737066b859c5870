# Instances made, replaced and dropped in loops; none stays alive.


class Box:
    def __init__(self, n):
        self.values = [i for i in range(n)]

    def total(self):
        return sum(self.values)


def many(n):
    best = Box(0)
    for i in range(n):
        box = Box(i)
        if box.total() > best.total():
            best = box
    return best.total(), len(best.values)


def kept(n):
    boxes = []
    for i in range(n):
        boxes.append(Box(i))
        if len(boxes) > 3:
            boxes.pop(0)
    return [b.total() for b in boxes]


def early(n):
    for i in range(n):
        box = Box(i)
        if box.total() > 20:
            return box.total()
    return -1


# run: many(10)
# run: kept(7)
# run: early(50)
# run: early(3)
