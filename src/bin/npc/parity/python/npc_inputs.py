"""Generated arguments: seeded, and made of what breaks programs.

Case k of a function depends on the seed, the function's name and types, its domain and k, on nothing else. Arrays get sizes around
the blocks of NumPy's sums (8, 128, 8192), every layout that their type allows, special values, and sometimes one
memory; scalars are small numbers, the arrays' extents and what is just beyond them, extremes. A `# npc: domain`
comment narrows all that. Random numbers are raw bits of PCG64, whose stream NumPy does not change.
"""
import math
import random

import numpy as np

INTEGERS = ("int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64")
WEAK = {"int": "int64", "float": "float64", "complex": "complex128", "bool": "bool"}
PARTS = {"complex64": "float32", "complex128": "float64"}
TINY = (0, 1, 1, 2, 2, 3, 3, 4, 5, 7, 8, 9)
MEDIUM = (15, 16, 17, 31, 33, 63, 64, 65, 127, 128, 129, 130, 200, 257)
LARGE = (1000, 8191, 8192, 8193, 8200, 9001, 16390)
MANY = 300
TRIES = 40


class NoCase(Exception):
    """The domain has no such case."""


def generate(function, seed, number):
    """The arguments of a case by parameter, and labels for what may make it slow or large."""
    for attempt in range(TRIES):
        rng = random.Random(f"{seed} {function['name']} {function['types']} {number} {attempt}")
        try:
            case = _Case(function, rng)
            return case.arguments(), case.labels
        except NoCase as error:
            why = error
    raise why


class _Case:
    def __init__(self, function, rng):
        self.params, self.rng = function["params"], rng
        domain = function.get("domain") or {}
        self.shapes, self.bounds = domain.get("shapes", {}), domain.get("bounds", {})
        self.sets, self.words = domain.get("sets", {}), domain.get("words", {})
        self.known, self.arrays, self.labels = {}, {}, set()
        self.types = {param["name"]: param["type"] for param in self.params}
        self.size = rng.choices(["tiny", "medium", "large"], [66, 31, 3])[0]
        self.relation = rng.choices(["same", "chain", "free"], [72, 13, 15])[0]
        ranks = [kind["rank"] for kind in map(self.kind, self.types.values()) for kind in kind if isinstance(kind, dict)]
        self.common = self.shape(max(ranks, default=0), self.size)
        self.links = [self.extent("tiny" if self.size == "tiny" else "balanced") for _ in range(len(self.params) + max(ranks, default=0) + 1)]

    def kind(self, type_):
        """The members of a type, tuples taken apart."""
        return [kind for member in type_ for kind in self.kind(member)] if isinstance(type_, list) else [type_]

    def arguments(self):
        waiting = list(self.types)
        values = {}
        while waiting:
            ready = [name for name in waiting if self.is_ready(name)]
            # Arrays first: scalars are chosen to suit them.
            ready.sort(key=lambda name: not isinstance(self.types[name], dict))
            if not ready:
                raise NoCase(f"the domain of {', '.join(waiting)} is circular")
            values[ready[0]] = self.value(ready[0], self.types[ready[0]])
            waiting.remove(ready[0])
        return self.left_out([values[name] for name in self.types])

    def left_out(self, values):
        """Now and then trailing arguments that have a default are left out."""
        optional = 0
        while optional < len(self.params) and self.params[-1 - optional].get("optional"):
            optional += 1
        if optional and self.rng.random() < 0.15:
            return values[: len(values) - self.rng.randint(1, optional)]
        return values

    # --- what depends on what

    def is_ready(self, name):
        needs = [n for low, high in self.limits(name) for n in (low, high) if n]
        needs += self.shapes.get(name, [])
        return all(self.is_known(term, name) for term in needs)

    def limits(self, name):
        return [(bound.get("low"), bound.get("high")) for bound in self.bounds.get(name, [])]

    def is_known(self, term, name):
        base = term.get("base")
        if base is None or base == name:
            return True
        if term.get("axis") is not None:
            return base in self.arrays
        return base in self.known or base not in self.types

    def evaluate(self, term):
        base, plus = term.get("base"), number_of(term.get("plus", 0))
        if base is None:
            return plus
        if term.get("axis") is not None:
            shape = self.arrays[base].shape
            if term["axis"] >= len(shape):
                raise NoCase(f"{base} has no axis {term['axis']}")
            return shape[term["axis"]] + plus
        if base not in self.known:
            # A name that only shapes use.
            self.known[base] = self.extent(self.size)
        return self.known[base] + plus

    def range_of(self, name):
        """The limits of a value, both inclusive or None; floats are stepped over what is excluded."""
        low = high = None
        for bound in self.bounds.get(name, []):
            if bound.get("low"):
                at = self.evaluate(bound["low"])
                at = after(at, +1, self.is_float(name)) if bound.get("low_open") else at
                low = at if low is None else max(low, at)
            if bound.get("high"):
                at = self.evaluate(bound["high"])
                at = after(at, -1, self.is_float(name)) if bound.get("high_open") else at
                high = at if high is None else min(high, at)
        if low is not None and high is not None and low > high:
            raise NoCase(f"nothing lies between {low} and {high} for {name}")
        return low, high

    def is_float(self, name):
        kinds = self.kind(self.types[name])
        return any((kind["dtype"] if isinstance(kind, dict) else WEAK.get(kind, kind)).startswith("float") for kind in kinds)

    # --- values

    def value(self, name, type_):
        if type_ == "None":
            return None
        if type_ == "str":
            return self.text()
        if isinstance(type_, list):
            return tuple(self.value(name, member) for member in type_)
        if isinstance(type_, dict):
            array = self.array(name, type_)
            self.arrays[name] = array
            return array
        value = self.scalar(name, type_)
        self.known[name] = value.item() if isinstance(value, np.generic) else value
        return value

    def text(self):
        """Words, white space, numbers, and characters of one to four bytes."""
        if self.rng.random() < 0.2:
            return str(self.rng.choice([0, -7, 12345, 0.1, -2.5e-10, "inf", " 8 ", "1_000"]))
        letters = self.rng.choice(["ab", "abcXYZ 019.,-_", "aäß日😀 ", "\t\n 'x\"\\\x00"])
        return "".join(self.rng.choice(letters) for _ in range(self.rng.choice([0, 1, 2, 5, 9, 30])))

    def scalar(self, name, type_):
        dtype = WEAK.get(type_, type_)
        if name in self.sets:
            value = number_of(self.rng.choice(self.sets[name]))
        elif dtype == "bool":
            value = self.rng.random() < 0.5
        elif dtype in INTEGERS:
            value = self.integer(name, dtype)
        elif dtype in PARTS:
            value = complex(self.complexes(name, dtype, 1)[0])
        else:
            value = float(self.floats(name, dtype, 1)[0])
        if type_ in WEAK:
            return {"int": int, "float": float, "complex": complex, "bool": bool}[type_](value)
        return np.dtype(dtype).type(value)

    def integer(self, name, dtype):
        low, high = self.range_of(name)
        least, most = np.iinfo(dtype).min, np.iinfo(dtype).max
        least, most = least if low is None else max(least, math.ceil(low)), most if high is None else min(most, math.floor(high))
        if least > most:
            raise NoCase(f"no {dtype} lies in the domain of {name}")
        wish = self.any_integer(name, dtype)
        if not least <= wish <= most:
            wish = least + self.rng.choice([0, 1, 2]) if self.rng.random() < 0.3 else self.rng.randint(least, min(most, least + self.rng.choice([10, 100, 2**62])))
            wish = min(wish, most)
        if low is None or high is None:
            if abs(wish) > MANY:
                self.labels.add(f"|{name}| > {MANY}")
        if "nonzero" in self.words.get(name, []) and wish == 0:
            raise NoCase(f"no {name} other than 0")
        return wish

    def any_integer(self, name, dtype):
        extents = [n for array in self.arrays.values() for n in array.shape]
        draw = self.rng.random()
        if any(term.get("base") == name and term.get("axis") is None for shape in self.shapes.values() for term in shape):
            return self.extent(self.size)
        if extents and draw < 0.3:
            n = self.rng.choice(extents)
            return self.rng.choice([n - 1, n - 1, n, n + 1, -n, -n - 1, n // 2, -1, 0])
        if draw < 0.86:
            return self.rng.choice([0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 12, -1, -1, -2, -3, -7])
        if draw < 0.94:
            return self.rng.randint(-40, MANY)
        info = np.iinfo(dtype)
        if draw < 0.97:
            return self.rng.randint(int(info.min), int(info.max))
        return self.rng.choice([info.max, info.max - 1, info.min, info.min + 1, 2**31, -(2**31), 2**53 + 1, 2**32])

    # --- arrays

    def extent(self, size):
        if size == "tiny":
            return self.rng.choice(TINY)
        if size == "balanced":
            return self.rng.choice((1, 2, 3, 5, 8, 9, 15, 16, 17))
        return self.rng.choice(MEDIUM if size == "medium" else LARGE)

    def shape(self, rank, size):
        if size == "tiny" or rank == 0:
            return [self.extent("tiny") for _ in range(rank)]
        if rank == 2 and self.rng.random() < 0.4:
            return list(self.rng.choice([(17, 16), (3, 130), (40, 33), (129, 2), (9, 31)] if size == "medium" else [(91, 91), (64, 129), (33, 260)]))
        shape = [self.rng.choice((1, 2, 3)) for _ in range(rank)]
        shape[self.rng.randrange(rank)] = self.extent(size)
        return shape

    def shape_of(self, name, rank):
        if name in self.shapes:
            shape = [self.evaluate(term) for term in self.shapes[name]]
            if any(n < 0 or n != int(n) for n in shape):
                raise NoCase(f"the shape of {name} is {tuple(shape)}")
            if math.prod(shape) > 2_000_000:
                raise NoCase(f"the shape of {name} is too large: {tuple(shape)}")
            return [int(n) for n in shape]
        if self.relation == "chain":
            at = len(self.arrays)
            return [self.links[at + axis] for axis in range(rank)]
        if self.relation == "free":
            return self.shape(rank, "tiny")
        shape = self.common[len(self.common) - rank :]
        return [1 if self.rng.random() < 0.06 else n for n in shape]

    def array(self, name, type_):
        dtype, rank, layout = type_["dtype"], type_["rank"], type_["layout"]
        shared = self.shared(name, type_)
        if shared is not None:
            return shared
        shape = self.shape_of(name, rank)
        if math.prod(shape) > MANY:
            self.labels.add(f"arrays of more than {MANY} elements")
        values = self.elements(name, dtype, math.prod(shape)).reshape(shape)
        if "sorted" in self.words.get(name, []):
            values = np.sort(values, axis=-1)
        return self.placed(values, layout, self.written(name))

    def written(self, name):
        return any(param["name"] == name and param.get("written") for param in self.params)

    def shared(self, name, type_):
        """Another argument, or a part of its memory."""
        if name in self.shapes or name in self.bounds or name in self.words or name in self.sets or self.rng.random() > 0.08:
            return None
        others = [self.arrays[other] for other in self.arrays if self.types[other] == type_ and other not in self.shapes]
        others = [other for other in others if 0 not in other.strides or not self.written(name)]
        if not others:
            return None
        other = self.rng.choice(others)
        if type_["layout"] != "A" or other.ndim == 0 or self.rng.random() < 0.5:
            return other
        return self.rng.choice([other[::-1], other[1:], other[:-1], other.T])

    def elements(self, name, dtype, count):
        if name in self.sets:
            choices = [number_of(item) for item in self.sets[name]]
            return np.array([self.rng.choice(choices) for _ in range(count)], dtype)
        if dtype == "bool":
            return self.bits(count) % 8 < self.rng.choice([0, 1, 4, 7, 8])
        if dtype in INTEGERS:
            return self.integers(name, dtype, count)
        return self.complexes(name, dtype, count) if dtype in PARTS else self.floats(name, dtype, count)

    def complexes(self, name, dtype, count):
        """What a domain says holds for both parts; often one of them is 0."""
        values = np.zeros(count, dtype)
        values.real = self.floats(name, PARTS[dtype], count)
        if self.rng.random() > 0.1:
            values.imag = self.floats(name, PARTS[dtype], count)
        return values

    def bits(self, count):
        raw = np.random.PCG64(self.rng.getrandbits(64)).random_raw(max(count, 1))
        return np.atleast_1d(np.asarray(raw, np.uint64))[:count]

    def units(self, count):
        """Floats of [0, 1)."""
        return (self.bits(count) >> np.uint64(11)).astype(np.float64) * 2.0**-53

    def integers(self, name, dtype, count):
        low, high = self.range_of(name)
        info = np.iinfo(dtype)
        least = info.min if low is None else max(info.min, math.ceil(low))
        most = info.max if high is None else min(info.max, math.floor(high))
        if least > most:
            raise NoCase(f"no {dtype} lies in the domain of {name}")
        profile = self.rng.choices(["small", "full", "extremes", "constant", "ties"], [40, 25, 15, 10, 10])[0]
        span = most - least + 1
        if profile in ("small", "ties") and span > 17:
            base = min(max(least, -8), most - 16)
            values = self.bits(count) % np.uint64(17 if profile == "small" else 3)
        elif profile == "constant":
            base, values = self.rng.randint(least, min(most, max(least, 20))), np.zeros(count, np.uint64)
        else:
            base, values = least, self.bits(count) % np.uint64(span) if span < 2**64 else self.bits(count)
        with np.errstate(all="ignore"):
            values = (values + np.uint64(base % 2**64)).astype(dtype)
        if profile == "extremes" and count:
            values[self.units(count) < 0.2] = self.rng.choice([least, most])
            values[self.units(count) < 0.1] = self.rng.choice([least, most])
        if "nonzero" in self.words.get(name, []):
            values[values == 0] = 1 if most >= 1 else least
        return values

    def floats(self, name, dtype, count):
        low, high = self.range_of(name)
        if low is not None or high is not None:
            return self.between(name, low, high, dtype, count)
        words = self.words.get(name, [])
        values = self.any_floats(dtype, count, "finite" not in words)
        with np.errstate(all="ignore"):
            values = values.astype(dtype)
        if "finite" in words:
            values[~np.isfinite(values)] = 1
        if "nonzero" in words:
            values[values == 0] = 1
        return values

    def any_floats(self, dtype, count, specials):
        names = ["small", "unit", "decimal", "wild", "constant", "ties", "sprinkled", "special", "bits"]
        weights = [16, 26, 15, 9, 5, 7, 14, 5, 3]
        profile = self.rng.choices(names[: None if specials else 6], weights[: None if specials else 6])[0]
        units = self.units(count)
        if profile == "small":
            return np.floor(units * 17) - 8
        if profile == "decimal":
            return np.round(units * 200 - 100, 2)
        if profile == "wild":
            return (2 * units - 1) * 2.0 ** np.floor(self.units(count) * 120 - 60)
        if profile == "constant":
            return np.full(count, self.rng.choice([0.0, 1.0, -1.0, 0.1, 3.5]))
        if profile == "ties":
            return np.floor(units * 3)
        if profile == "bits":
            return self.bits(count).view(np.float64) if dtype == "float64" else self.bits(count).astype(np.uint32).view(np.float32)
        values = 2 * units - 1
        if profile in ("sprinkled", "special"):
            special = np.array(specials_of(dtype))
            chosen = special[(self.bits(count) % np.uint64(len(special))).astype(np.int64)]
            values = np.where(self.units(count) < (0.1 if profile == "sprinkled" else 1), chosen, values)
        return values

    def between(self, name, low, high, dtype, count):
        units = self.units(count)
        if low is None or high is None or math.isinf(low) or math.isinf(high):
            start, sign = (low, 1) if low is not None and not math.isinf(low) else (high, -1)
            scale = self.rng.choice([1.0, 10.0, 1000.0, 2.0**20])
            values = start + sign * units * scale
        else:
            values = low + units * (high - low)
            if self.rng.random() < 0.3 and high - low > 4:
                values = np.round(values)
        ends = [end for end in (low, high) if end is not None and not math.isinf(end)]
        values[self.units(count) < 0.03] = self.rng.choice(ends) if ends else 0.0
        lowest, highest = -math.inf if low is None else low, math.inf if high is None else high
        with np.errstate(all="ignore"):
            values = np.clip(values, lowest, highest).astype(dtype)
        # Rounding to float32 may have left the domain; the comparison must not round the limits in turn.
        exact, up, down = values.astype(np.float64), np.dtype(dtype).type(math.inf), np.dtype(dtype).type(-math.inf)
        values = np.where(exact < lowest, np.nextafter(values, up), np.where(exact > highest, np.nextafter(values, down), values))
        if "nonzero" in self.words.get(name, []):
            values[values == 0] = highest if highest != 0 and not math.isinf(highest) else lowest
        return values

    # --- layouts

    def placed(self, values, layout, written):
        ways = ["plain", "offset"]
        if layout == "A" and values.ndim:
            ways += ["step", "step", "negative", "steps"] + ["fortran", "turned"] * (values.ndim > 1)
            ways += ["repeated"] * (not written and values.size > 0)
        way = self.rng.choice(["plain"] * 4 + ways)
        if layout == "F":
            return np.asfortranarray(values) if way == "plain" else within(values.T, [1] * values.ndim, 3).T
        if way == "plain":
            return np.array(values, order="C")
        if way == "offset":
            return within(values, [1] * values.ndim, 3)
        if way == "fortran":
            return np.array(values, order="F")
        if way == "turned":
            axes = list(range(values.ndim))
            self.rng.shuffle(axes)
            return np.array(values.transpose(axes), order="C").transpose(np.argsort(axes))
        if way == "repeated":
            axis = self.rng.randrange(values.ndim)
            return np.broadcast_to(np.array(values.take([0], axis)), values.shape)
        steps = [1] * values.ndim
        for axis in range(values.ndim) if way == "steps" else [self.rng.randrange(values.ndim)]:
            steps[axis] = self.rng.choice([-1, -2] if way == "negative" else [2, 3, -1])
        return within(values, steps, self.rng.choice([0, 2]))


def within(values, steps, gap):
    """A view with these steps of a larger array that holds other things around the values."""
    extents = [n * abs(step) + gap for n, step in zip(values.shape, steps)]
    if steps[1:] == [1] * (values.ndim - 1) and steps[:1] in ([], [1]):
        # Contiguous: the gap may only be in front.
        flat = np.full(values.size + 2 * gap, 7).astype(values.dtype)
        view = flat[gap : gap + values.size].reshape(values.shape)
    else:
        base = np.full(extents, 7).astype(values.dtype)
        slices = tuple(slice(None, n * abs(step), abs(step)) for n, step in zip(values.shape, steps))
        view = base[slices][(*(slice(None, None, 1 if step > 0 else -1) for step in steps), ...)]
    view[...] = values
    return view


def specials_of(dtype):
    info = np.finfo(dtype)
    tiny, small, big = float(info.smallest_subnormal), float(info.smallest_normal), float(info.max)
    return [math.nan, math.inf, -math.inf, 0.0, -0.0, tiny, -tiny, 3 * tiny, small, big, -big, 1.0, -1.0, 0.5, -2.5, float(info.eps)]


def after(value, direction, is_float):
    return math.nextafter(value, direction * math.inf) if is_float else (math.floor(value) + 1 if direction > 0 else math.ceil(value) - 1)


def number_of(item):
    """JSON has no infinities: they come as text."""
    return float(item) if isinstance(item, str) else item
