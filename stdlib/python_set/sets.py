"""Python's set: a dict whose values are nothing."""
import npc


def add(self, x):
    """Adds an element.

    >>> s = {1}; s.add(2); s
    {1, 2}
    """
    npc.dict("_set", self, x, None)


@npc.compiled
def discard(self, x):
    """Takes an element away, if it is there."""
    if npc.dict("_contains", self, x):
        npc.dict("_delete", self, x)


def remove(self, x):
    """Takes an element away."""
    npc.dict("_delete", self, x)


def clear(self):
    """Takes all elements away."""
    npc.dict("clear", self)


@npc.compiled
def copy(self):
    """A new set with the same elements."""
    return npc.dict("copy", self)


@npc.compiled
def union(self, other):
    """The elements of both.

    >>> {1, 2} | {2, 3}
    {1, 2, 3}
    """
    result = copy(self)
    for x in other:
        add(result, x)
    return result


@npc.compiled
def update(self, other):
    """Adds the elements of another."""
    for x in other:
        add(self, x)


@npc.compiled
def intersection(self, other):
    """The elements that are in both."""
    result = npc.new_like(self)
    for x in self:
        if x in other:
            add(result, x)
    return result


@npc.compiled
def difference(self, other):
    """The elements that are not in the other one."""
    result = npc.new_like(self)
    for x in self:
        if x not in other:
            add(result, x)
    return result


@npc.compiled
def symmetric_difference(self, other):
    """The elements that are in one of the two."""
    result = difference(self, other)
    for x in other:
        if x not in self:
            add(result, x)
    return result


@npc.compiled
def issubset(self, other):
    """True if all elements are in the other one."""
    for x in self:
        if x not in other:
            return False
    return True


def issuperset(self, other):
    """True if all elements of the other one are in it."""
    return issubset(other, self)


@npc.compiled
def isdisjoint(self, other):
    """True if no element is in both."""
    for x in self:
        if x in other:
            return False
    return True
