"""Python's dict and set: `entries` holds (hash, key, value) in the order of insertion, `table` their places by hash.

Open addressing with linear probing over a table of `mask + 1` places, at most two thirds of which are used (Knuth, The Art
of Computer Programming, vol. 3, 6.4). A place holds the number of an entry plus 1, or 0; an entry that has been deleted
has the hash -1.
"""
import npc

_DELETED = -1


@npc.compiled
def _find(self, key, code):
    """The number of the entry of a key, or -1."""
    if self.n == 0:
        return -1
    mask = self.mask
    at = code & mask
    while True:
        place = npc.cell(self.table, at)
        if place == 0:
            return -1
        stored, other, value = npc.cell(self.entries, place - 1)
        if stored == code and other == key:
            return place - 1
        at = (at + 1) & mask


@npc.compiled
def _rebuild(self, room):
    """Entries without gaps, in cells for `room` of them, and a new table."""
    places = 8
    while places * 2 < room * 3:
        places *= 2
    entries = npc.new_cells(self.entries, room)
    table = npc.new_cells(self.table, places)
    mask = places - 1
    count = 0
    for i in range(self.used):
        code, key, value = npc.cell(self.entries, i)
        if code != _DELETED:
            npc.put(entries, count, (code, key, value))
            count += 1
            at = code & mask
            while npc.cell(table, at) != 0:
                at = (at + 1) & mask
            npc.put(table, at, count)
    self.entries = entries
    self.table = table
    self.used = count
    self.room = room
    self.mask = mask


@npc.compiled
def _set(self, key, value):
    code = _hash(key)
    entry = _find(self, key, code)
    if entry >= 0:
        stored, old, before = npc.cell(self.entries, entry)
        npc.put(self.entries, entry, (code, old, value))
        return
    if self.used == self.room:
        _rebuild(self, self.n + (self.n >> 1) + 5)
    npc.put(self.entries, self.used, (code, key, value))
    self.used += 1
    self.n += 1
    at = code & self.mask
    while npc.cell(self.table, at) != 0:
        at = (at + 1) & self.mask
    npc.put(self.table, at, self.used)


@npc.compiled
def _get(self, key):
    entry = _find(self, key, _hash(key))
    if entry < 0:
        npc.key_error(key)
    code, stored, value = npc.cell(self.entries, entry)
    return value


@npc.compiled
def _contains(self, key):
    return _find(self, key, _hash(key)) >= 0


@npc.compiled
def get(self, key, default=None):
    """The value of a key, or a default.

    >>> {1: 2.0}.get(1, 0.0), {1: 2.0}.get(2, 0.0)
    (2.0, 0.0)
    """
    entry = _find(self, key, _hash(key))
    if entry < 0:
        return default
    code, stored, value = npc.cell(self.entries, entry)
    return value


@npc.compiled
def setdefault(self, key, default):
    """The value of a key, which is set first if it is not there."""
    entry = _find(self, key, _hash(key))
    if entry < 0:
        _set(self, key, default)
        return default
    code, stored, value = npc.cell(self.entries, entry)
    return value


@npc.compiled
def _take(self, entry):
    """Takes an entry away. The places behind it that would not be found any more are filled again."""
    mask = self.mask
    code, key, value = npc.cell(self.entries, entry)
    npc.clear(self.entries, entry, 1)
    npc.put_hash(self.entries, entry, _DELETED)
    at = code & mask
    while npc.cell(self.table, at) != entry + 1:
        at = (at + 1) & mask
    hole = at
    at = (at + 1) & mask
    while True:
        place = npc.cell(self.table, at)
        if place == 0:
            break
        wanted = npc.hash_at(self.entries, place - 1) & mask
        if ((at - wanted) & mask) >= ((at - hole) & mask):
            npc.put(self.table, hole, place)
            hole = at
        at = (at + 1) & mask
    npc.put(self.table, hole, 0)
    self.n -= 1


@npc.compiled
def _delete(self, key):
    entry = _find(self, key, _hash(key))
    if entry < 0:
        npc.key_error(key)
    _take(self, entry)


def pop(self, key, *default):
    """Takes a key away and tells its value.

    >>> d = {1: 2}; d.pop(1), d.pop(1, 7), d
    (2, 7, {})
    """
    if len(default) == 0:
        return _pop(self, key)
    return _pop_or(self, key, default[0])


@npc.compiled
def _pop(self, key):
    entry = _find(self, key, _hash(key))
    if entry < 0:
        npc.key_error(key)
    code, stored, value = npc.cell(self.entries, entry)
    _take(self, entry)
    return value


@npc.compiled
def _pop_or(self, key, default):
    entry = _find(self, key, _hash(key))
    if entry < 0:
        return default
    code, stored, value = npc.cell(self.entries, entry)
    _take(self, entry)
    return value


@npc.compiled
def popitem(self):
    """Takes the newest entry away and tells it."""
    if self.n == 0:
        raise KeyError("popitem(): dictionary is empty")
    entry = self.used - 1
    while npc.hash_at(self.entries, entry) == _DELETED:
        entry -= 1
    code, key, value = npc.cell(self.entries, entry)
    _take(self, entry)
    self.used = entry
    return key, value


@npc.compiled
def clear(self):
    """Takes all entries away."""
    self.entries = npc.new_cells(self.entries, 0)
    self.table = npc.new_cells(self.table, 0)
    self.n = 0
    self.used = 0
    self.room = 0
    self.mask = 0


@npc.compiled
def copy(self):
    """A new dict with the same entries."""
    other = npc.new_like(self)
    _update(other, self)
    return other


@npc.compiled
def _update(self, other):
    for i in range(other.used):
        code, key, value = npc.cell(other.entries, i)
        if code != _DELETED:
            _set(self, key, value)


def update(self, other):
    """Takes over the entries of another dict."""
    _update(self, other)


@npc.compiled
def _union(self, other):
    result = copy(self)
    _update(result, other)
    return result


@npc.compiled
def _fill(self, pairs):
    for key, value in pairs:
        _set(self, key, value)


@npc.compiled
def _keys_list(self):
    result = npc.list_of_keys(self)
    for i in range(self.used):
        code, key, value = npc.cell(self.entries, i)
        if code != _DELETED:
            result.append(key)
    return result


@npc.compiled
def _values_list(self):
    result = npc.list_of_values(self)
    for i in range(self.used):
        code, key, value = npc.cell(self.entries, i)
        if code != _DELETED:
            result.append(value)
    return result


@npc.compiled
def _items_list(self):
    result = npc.list_of_items(self)
    for i in range(self.used):
        code, key, value = npc.cell(self.entries, i)
        if code != _DELETED:
            result.append((key, value))
    return result


@npc.compiled
def _equal(self, other):
    if self.n != other.n:
        return False
    for i in range(self.used):
        code, key, value = npc.cell(self.entries, i)
        if code != _DELETED:
            entry = _find(other, key, code)
            if entry < 0:
                return False
            other_code, other_key, other_value = npc.cell(other.entries, entry)
            if value != other_value:
                return False
    return True


def _hash(key):
    """A number that is the same for equal keys, and not negative. Nobody sees it but the table."""
    return _mixed(npc.hash_bits(key)) & 9223372036854775807


@npc.compiled
def _mixed(x):
    # The finaliser of MurmurHash3 (Austin Appleby): each bit of the number reaches each bit of the result.
    h = npc.strong(x)
    h = h ^ npc.shr_u(h, 33)
    h = h * npc.strong(-49064778989728563)
    h = h ^ npc.shr_u(h, 33)
    h = h * npc.strong(-4265267296055464877)
    h = h ^ npc.shr_u(h, 33)
    return int(h)
