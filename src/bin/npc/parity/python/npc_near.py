"""Which results need not be equal bit by bit, and how far apart they may be.

npc has mathematical functions of its own, within 2 units in the last place of the true value, and its own order in
matrix products. What a program makes of such a result can be further off: a difference of two sines loses digits. So
the oracle watches the program: names such as `np.exp` and `math.sin`, the operators `**` and `@` and the method `dot` go
through this file. A call that used none of them must be reproduced bit by bit. One that did is repeated with the results of
these functions moved by up to two units; npc may be as far from NumPy as a few times what that changes.
"""
import ast
import cmath
import math
import operator
import sys
import types

import numpy as np

FUNCTIONS = (
    "exp exp2 expm1 log log2 log10 log1p sin cos tan arcsin arccos arctan sinh cosh tanh arcsinh arccosh arctanh asin acos atan "
    "asinh acosh atanh cbrt arctan2 atan2 hypot power pow float_power logaddexp logaddexp2 sinc i0 erf erfc gamma lgamma "
    "geomspace logspace dist"
).split()
# Of complex numbers these are made of others.
OF_COMPLEX = "abs absolute angle sign sqrt phase polar rect var std".split()
PRODUCTS = "dot matmul inner vdot tensordot einsum convolve correlate outer_product".split()
UNITS = 2
# Variants that move all elements of a result alike; further ones move each at random.
PATTERNS = 4
VARIANTS = 6


class Watch:
    """What has been used since `start`, and whether results are moved."""

    def __init__(self):
        self.start(None)

    def start(self, variant, seed=0):
        """Results stay as they are for variant None, move up or down by a pattern of the first ones, or at random."""
        self.functions = self.products = False
        self.variant, self.calls = variant, 0
        self.rng = None if variant is None else np.random.default_rng([seed, variant])

    def steps(self, shape):
        """By how many units the next result moves. Of two calls in a row, half of the patterns move one up and one down, so that
        what cancels in one shows in another."""
        self.calls += 1
        if self.variant >= PATTERNS:
            return self.rng.integers(-UNITS, UNITS + 1, shape)
        return UNITS if (self.calls & self.variant).bit_count() % 2 == 0 else -UNITS

    def function(self, result):
        """A result of a mathematical function."""
        if not has_floats(result):
            return result
        self.functions = True
        return result if self.rng is None else moved(result, self.steps(np.shape(result)))

    def product(self, result, scale):
        """A result of a product of matrices; `scale` is the product of the magnitudes."""
        if not has_floats(result):
            return result
        self.products = True
        if self.rng is None:
            return result
        noise = self.rng.uniform(-4, 4, np.shape(result)) * np.finfo(np.asarray(result).dtype).eps
        with np.errstate(all="ignore"):
            return as_before(np.where(np.isfinite(result), result + noise * scale(), result), result)


WATCH = Watch()


def has_floats(value):
    return isinstance(value, (float, complex)) or getattr(value, "dtype", np.dtype(bool)).kind in "fc"


def moved(value, steps):
    """Every number moved by so many units in the last place; integers, such as cos(0), are exact and stay."""
    array = np.asarray(value)
    if np.iscomplexobj(array):
        parts = array.copy()
        parts.real, parts.imag = moved(array.real, steps), moved(array.imag, steps)
        return as_before(parts, value)
    with np.errstate(all="ignore"):
        step = np.spacing(array) * steps
        return as_before(np.where(np.isfinite(array) & (array != np.rint(array)), array + step, array), value)


def as_before(array, value):
    if isinstance(value, (float, complex)) and not isinstance(value, np.generic):
        return type(value)(array)
    array = array.astype(np.asarray(value).dtype)
    return array if isinstance(value, np.ndarray) else array[()]


def watched(call):
    def function(*args, **keywords):
        result = call(*args, **keywords)
        out = keywords.get("out")
        if isinstance(out, np.ndarray):
            out[...] = WATCH.function(result)
            return out
        return WATCH.function(result)

    return function


def watched_of_complex(call):
    """Real arguments are nothing to watch."""
    moves = watched(call)

    def function(*args, **keywords):
        return (moves if any(map(np.iscomplexobj, args)) else call)(*args, **keywords)

    return function


def watched_product(call):
    def product(*args, **keywords):
        result = call(*args, **keywords)
        magnitudes = [np.abs(arg) if isinstance(arg, (np.ndarray, np.generic, int, float, complex)) else arg for arg in args]
        return WATCH.product(result, lambda: call(*magnitudes, **{key: value for key, value in keywords.items() if key != "out"}))

    return product


def power(base, exponent):
    """NumPy computes squares, roots and reciprocals of arrays directly; of scalars only the simplest powers are exact."""
    result = base**exponent
    if np.iscomplexobj(result):
        return WATCH.function(result)
    exact = (0, 1, 2, 0.5, -1) if isinstance(base, np.ndarray) else (0, 1)
    if isinstance(exponent, (int, float, np.generic)) and exponent in exact:
        return result
    return WATCH.function(result)


def noted(exponent):
    """The exponent of `a[i] **= exponent`."""
    WATCH.functions = True
    return exponent


def product(a, b):
    result = operator.matmul(a, b)
    return WATCH.product(result, lambda: np.abs(a) @ np.abs(b))


def method_dot(owner, *args, **keywords):
    result = owner.dot(*args, **keywords)
    if not isinstance(owner, np.ndarray) or not args:
        return result
    return WATCH.product(result, lambda: np.abs(owner).dot(np.abs(args[0])))


class Rewriter(ast.NodeTransformer):
    """`**`, `@` and `.dot(…)` become calls of this file."""

    OPERATORS = {ast.Pow: "__npc_power", ast.MatMult: "__npc_product"}

    def visit_BinOp(self, node):
        self.generic_visit(node)
        name = self.OPERATORS.get(type(node.op))
        return self.call(name, [node.left, node.right], node) if name else node

    def visit_AugAssign(self, node):
        self.generic_visit(node)
        if isinstance(node.op, ast.Pow):
            node.value = self.call("__npc_noted", [node.value], node.value)
        return node

    def visit_Call(self, node):
        self.generic_visit(node)
        if not (isinstance(node.func, ast.Attribute) and node.func.attr == "dot") or isinstance(node.func.value, ast.Name) and node.func.value.id in ("np", "numpy"):
            return node
        call = self.call("__npc_dot", [node.func.value, *node.args], node)
        call.keywords = node.keywords
        return call

    def call(self, name, args, at):
        return ast.copy_location(ast.Call(ast.copy_location(ast.Name(name, ast.Load()), at), args, []), at)


def rewritten(tree):
    return ast.fix_missing_locations(Rewriter().visit(tree))


def magnitude(value):
    result = abs(value)
    return WATCH.function(result) if np.iscomplexobj(value) else result


NAMES = {"abs": magnitude, "__npc_power": power, "__npc_product": product, "__npc_noted": noted, "__npc_dot": method_dot}


def stand_in(module):
    """A module like this one whose mathematical functions are watched."""
    twin = types.ModuleType(module.__name__)
    twin.__dict__.update(module.__dict__)
    twin.__getattr__ = lambda name: getattr(module, name)
    for name in FUNCTIONS:
        if hasattr(module, name):
            setattr(twin, name, watched(getattr(module, name)))
    for name in OF_COMPLEX:
        if hasattr(module, name):
            setattr(twin, name, watched_of_complex(getattr(module, name)))
    for name in PRODUCTS:
        if hasattr(module, name):
            setattr(twin, name, watched_product(getattr(module, name)))
    return twin


class Imports:
    """While a program is loaded, `import numpy` and `import math` give the watched modules."""

    def __enter__(self):
        self.before = {name: sys.modules.get(name) for name in ("numpy", "math", "cmath")}
        sys.modules.update(numpy=stand_in(np), math=stand_in(math), cmath=stand_in(cmath))

    def __exit__(self, *_):
        sys.modules.update({name: module for name, module in self.before.items() if module is not None})
