"""NumPy's side of `npc parity`: chooses the arguments, calls the Python function, and says what came of it.

    python3 npc_oracle.py < JOB.json

The job names the program, its functions with their types, and how many cases there are. On standard output comes one JSON
object a line: `{"hello": …}`, then a line for each case and one at the end of each function. A case holds the arguments in exactly the memory
that they have here, and the result or exception with the arguments after the call. What the program prints goes nowhere.
"""
import __future__
import ast
import contextlib
import copy
import doctest
import inspect
import io
import json
import math
import os
import pathlib
import resource
import signal
import sys
import time
import traceback
import warnings

# Where the processor can, NumPy's loops over complex arrays fuse multiplications with additions; its plain loops, and its
# scalars, round each.
os.environ.setdefault("NPY_DISABLE_CPU_FEATURES", "FMA3 AVX2 X86_V3 X86_V4 AVX512_ICL AVX512_SPR")
sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import numba  # noqa: E402, F401  the stand-in
import numpy as np  # noqa: E402

import npc_inputs  # noqa: E402
import npc_near  # noqa: E402
from npc_values import Memory, NoForm, encode  # noqa: E402

MEMORY = 6 << 30
MOST_BYTES = 32 << 20
STRIKES = 2


class TooSlow(BaseException):
    """Not an Exception: programs must not catch it."""


class Warnings:
    """Whether NumPy called a cast undefined."""

    cast = False

    def show(self, message, *_args, **_keywords):
        self.cast = self.cast or "encountered in cast" in str(message)


def main():
    job = json.loads(sys.stdin.readline())
    out = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.stdin = open(os.devnull)
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard), hard))
    signal.signal(signal.SIGALRM, stop)
    write(out, {"hello": {"numpy": np.__version__, "python": sys.version.split()[0]}})
    sys.path[1:1] = job["path"]
    try:
        program = Program(job)
    except Exception as error:
        write(out, {"error": f"{type(error).__name__}: {error}"})
        return
    for function in job["functions"]:
        if not callable(program.scope.get(function["python"])):
            write(out, {"error": f"there is no function `{function['python']}` after loading {job['file']}"})
            return
        for line in cases(program, function, job):
            write(out, {"function": function["index"], **line})


def write(out, line):
    out.write(json.dumps(line, separators=(",", ":")) + "\n")
    out.flush()


def stop(*_):
    raise TooSlow


@contextlib.contextmanager
def deadline(seconds):
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


# --- the program -------------------------------------------------------------------------------------------------


class Program:
    """The functions of a file, and the calls that the file itself shows."""

    def __init__(self, job):
        self.file, self.limit = job["file"], job["limit"]
        tree = ast.parse(pathlib.Path(self.file).read_text(), self.file)
        self.scope = self.load(tree, set())
        self.names = {function["python"] for function in job["functions"]}
        self.examples = self.recorded(tree)

    def load(self, tree, calls, wrap=None):
        """Executes definitions, imports and constants; of other statements those that call one of `calls`."""
        scope = {"__name__": pathlib.Path(self.file).stem, "__file__": self.file, **npc_near.NAMES}
        with npc_near.Imports():
            for statement in tree.body:
                if not self.is_wanted(statement, calls):
                    continue
                with contextlib.suppress(Exception, SystemExit, TooSlow), deadline(self.limit):
                    self.execute(statement, scope)
                if wrap and isinstance(statement, ast.FunctionDef) and statement.name in calls and statement.name in scope:
                    scope[statement.name] = wrap(statement.name, scope[statement.name])
        return scope

    def is_wanted(self, statement, calls):
        if isinstance(statement, (ast.For, ast.While, ast.With, ast.If, ast.Expr)):
            return bool(calls & called(statement)) and not is_main(statement)
        return True

    def execute(self, statement, scope):
        if isinstance(statement, ast.ImportFrom) and statement.level:
            statement = self.absolute(statement)
        module = npc_near.rewritten(ast.Module([copy.deepcopy(statement)], []))
        flags = __future__.annotations.compiler_flag
        with contextlib.redirect_stdout(io.StringIO()), np.errstate(all="ignore"), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(module, self.file, "exec", flags=flags, dont_inherit=True), scope)

    def absolute(self, statement):
        """`from .utils import f` of a file that is in no package: the module is looked for where the dots say."""
        folder = str(pathlib.Path(self.file).parents[statement.level - 1])
        if folder not in sys.path:
            sys.path.insert(1, folder)
        if statement.module is None:
            return ast.copy_location(ast.Import(statement.names), statement)
        return ast.copy_location(ast.ImportFrom(statement.module, statement.names, 0), statement)

    def recorded(self, tree):
        """The calls at the module's level and in doctests: for each function a list of (origin, arguments)."""
        examples = {name: [] for name in self.names}
        depth = [0]

        def wrap(name, function):
            def recorder(*args, **keywords):
                if depth[0] == 0:
                    self.note(examples[name], self.origin, function, args, keywords)
                depth[0] += 1
                try:
                    return function(*args, **keywords)
                finally:
                    depth[0] -= 1

            return recorder

        self.origin = "an example call"
        scope = self.load(tree, self.names, wrap)
        for statement in ast.walk(tree):
            if isinstance(statement, (ast.FunctionDef, ast.Module)):
                self.run_doctest(statement, scope)
        return examples

    def run_doctest(self, statement, scope):
        text = ast.get_docstring(statement) or ""
        self.origin = "a doctest"
        with contextlib.suppress(ValueError):
            scope = dict(scope, np=np)
            for example in doctest.DocTestParser().get_examples(text):
                with contextlib.suppress(Exception, SystemExit, TooSlow), deadline(self.limit):
                    with contextlib.redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
                        exec(compile(example.source, "<doctest>", "single"), scope)

    def note(self, examples, origin, function, args, keywords):
        with contextlib.suppress(TypeError, ValueError):
            bound = inspect.signature(function).bind(*args, **keywords)
            bound.apply_defaults()
            examples.append((origin, copy.deepcopy(list(bound.arguments.values()))))


def called(statement):
    calls = (node.func for node in ast.walk(statement) if isinstance(node, ast.Call))
    return {func.id for func in calls if isinstance(func, ast.Name)}


def is_main(statement):
    return isinstance(statement, ast.If) and "__name__" in {node.id for node in ast.walk(statement.test) if isinstance(node, ast.Name)}


# --- cases -------------------------------------------------------------------------------------------------------


def cases(program, function, job):
    """The cases of a function: those that the file shows, then generated ones, or a single one."""
    source = Cases(program, function, job)
    retired, strikes = set(), {}
    start = time.monotonic()
    for number in source.numbers():
        case = {"case": number}
        try:
            origin, labels = source.origin(number)
            case["origin"] = origin
            if labels & retired:
                case["left_out"] = "slow", f"others with {sorted(labels & retired)[0]} took too long or too much memory in Python"
            else:
                case.update(run(program, function, source, number))
        except npc_inputs.NoCase as error:
            case["left_out"] = "domain", str(error)
        if case.get("left_out", [""])[0] in ("slow", "memory") and not labels & retired:
            for label in labels or {"all"}:
                strikes[label] = strikes.get(label, 0) + 1
                retired |= {label} if strikes[label] >= STRIKES and label != "all" else set()
            if strikes.get("all", 0) > STRIKES:
                yield case
                yield {"abandoned": f"{strikes['all']} cases took longer than {program.limit} s in Python", "seconds": time.monotonic() - start}
                return
        yield case
    yield {"done": True, "seconds": time.monotonic() - start}


class Cases:
    def __init__(self, program, function, job):
        self.function, self.job = function, job
        self.examples = [] if job.get("args") else list(fitting(function, program.examples[function["python"]]))

    def numbers(self):
        if self.job.get("args"):
            return [0]
        only = self.job.get("case")
        return range(len(self.examples) + self.job["cases"]) if only is None else [only]

    def origin(self, number):
        if self.job.get("args"):
            return self.job["args"], set()
        if number < len(self.examples):
            return self.examples[number][0], set()
        return "generated", npc_inputs.generate(self.function, self.job["seed"], number)[1]

    def arguments(self, number):
        """Fresh arguments: the function may write them."""
        if self.job.get("args"):
            return from_file(self.function, self.job["args"])
        if number < len(self.examples):
            return copy.deepcopy(self.examples[number][1])
        return npc_inputs.generate(self.function, self.job["seed"], number)[0]


def fitting(function, examples):
    for origin, args in examples:
        with contextlib.suppress(TypeError, ValueError, OverflowError):
            yield origin, [converted(arg, param["type"]) for arg, param in zip(args, function["params"], strict=True)]


def from_file(function, path):
    """Arguments by name, or `arr_0`, `arr_1`… in order; `p.0` is the first member of a tuple `p`."""
    with np.load(path) as saved:
        stored = dict(saved)

    def find(name, at, type_):
        if isinstance(type_, list):
            return tuple(find(f"{name}.{k}", None, member) for k, member in enumerate(type_))
        for key in (name, f"arr_{at}"):
            if key in stored:
                array = stored[key]
                return array if isinstance(type_, dict) else array[()]
        raise SystemExit(f"{path} holds no `{name}`; it holds {', '.join(stored) or 'nothing'}")

    args = []
    for at, param in enumerate(function["params"]):
        if param.get("optional") and param["name"] not in stored and f"arr_{at}" not in stored:
            break
        try:
            args.append(converted(find(param["name"], at, param["type"]), param["type"]))
        except (TypeError, ValueError, OverflowError) as error:
            raise SystemExit(f"{path}: `{param['name']}`: {error}") from None
    return args


def converted(value, type_):
    """The value as the declared type has it; a TypeError where it does not fit."""
    if isinstance(type_, list):
        if not isinstance(value, (tuple, list)) or len(value) != len(type_):
            raise TypeError("not such a tuple")
        return tuple(map(converted, value, type_))
    if isinstance(type_, dict):
        array = value if isinstance(value, np.ndarray) else np.array(value, type_["dtype"])
        if array.dtype != type_["dtype"] or array.ndim != type_["rank"]:
            raise TypeError(f"expected {type_['dtype']} of {type_['rank']} dimensions, got {array.dtype} of {array.ndim}")
        if type_["layout"] != "A":
            array = np.array(array, order=type_["layout"])
        return array
    if type_ == "None":
        if value is not None:
            raise TypeError("not None")
        return None
    kinds = {"int": (int, np.integer), "float": (int, float, np.number), "complex": (int, float, complex, np.number), "bool": (bool, np.bool_)}
    if type_ in kinds:
        if not isinstance(value, kinds[type_]) or isinstance(value, bool) != (type_ == "bool") and not isinstance(value, np.bool_):
            raise TypeError(f"not {type_}")
        return {"int": int, "float": float, "complex": complex, "bool": bool}[type_](value)
    if not np.can_cast(np.min_scalar_type(value), type_, "same_kind") and not isinstance(value, (int, float, complex)):
        raise TypeError(f"not {type_}")
    return np.dtype(type_).type(value)


# --- one case ----------------------------------------------------------------------------------------------------


def run(program, function, source, number):
    args = source.arguments(number)
    memory = Memory(args)
    case = {"buffers": memory.encoded(), "args": [memory.argument(arg) for arg in args]}
    watch = npc_near.WATCH
    watch.start(None)
    start = time.monotonic()
    outcome, cast = call(program, function, args)
    seconds = time.monotonic() - start
    if "left_out" in outcome:
        return outcome
    value = outcome.pop("value", None)
    case.update(outcome, seconds=round(seconds, 6), cast=cast, functions=watch.functions, products=watch.products)
    case["after"] = [memory.after(arg) for arg in args]
    if (watch.functions or watch.products) and seconds < program.limit / npc_near.VARIANTS:
        case["allow"] = allowances(program, function, source, number, {**outcome, "value": value}, args)
        watch.functions, watch.products = case["functions"], case["products"]
    return case


def call(program, function, args):
    target = program.scope[function["python"]]
    names, positional = [param["name"] for param in function["params"]], by_position(target)
    seen = Warnings()
    try:
        with deadline(program.limit), warnings.catch_warnings(), np.errstate(all="ignore", invalid="warn"):
            warnings.simplefilter("always")
            warnings.showwarning = seen.show
            with contextlib.redirect_stdout(io.StringIO()):
                result = target(*args[:positional], **dict(zip(names[positional:], args[positional:])))
        if size_of(result) > MOST_BYTES:
            return {"left_out": ["memory", f"the result takes more than {MOST_BYTES >> 20} MB"]}, False
        return {"result": encode(result), "value": result}, seen.cast
    except TooSlow:
        return {"left_out": ["slow", f"takes longer than {program.limit} s in Python"]}, False
    except MemoryError:
        return {"left_out": ["memory", "takes more memory in Python than there is"]}, False
    except NoForm as error:
        return {"left_out": ["form", str(error)]}, False
    except Exception as error:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == program.file]
        if not frames:
            return {"left_out": ["call", f"the call itself is wrong: {type(error).__name__}: {error}"]}, False
        bases = [cls.__name__ for cls in type(error).__mro__ if cls not in (object, BaseException)]
        place = {"line": frames[-1].lineno, "function": frames[-1].name}
        return {"exception": {"type": type(error).__name__, "bases": bases, "message": str(error), **place}}, seen.cast


def size_of(value):
    if isinstance(value, (tuple, list)):
        return sum(map(size_of, value))
    return getattr(value, "nbytes", 0)


def by_position(target):
    """How many parameters may be given by position."""
    try:
        kinds = [param.kind for param in inspect.signature(target).parameters.values()]
    except (TypeError, ValueError):
        # What `vectorize` makes has no signature, and no keywords.
        return sys.maxsize
    return len([kind for kind in kinds if kind != inspect.Parameter.KEYWORD_ONLY])


# --- how far apart results may be --------------------------------------------------------------------------------


def allowances(program, function, source, number, outcome, args):
    """What moving the mathematical functions' results changes; None where it changes more than numbers."""
    base = leaves((outcome.get("value"), args))
    spread = [np.zeros(np.shape(leaf)) if is_float(leaf) else None for leaf in base]
    for variant in range(npc_near.VARIANTS):
        again = source.arguments(number)
        npc_near.WATCH.start(variant, number)
        moved, _ = call(program, function, again)
        if ("exception" in moved) != ("exception" in outcome) or "left_out" in moved:
            return None
        others = leaves((moved.get("value"), again))
        if len(others) != len(base) or not all(map(is_alike, base, others)):
            return None
        for at, (a, b) in enumerate(zip(base, others)):
            if spread[at] is not None:
                spread[at] = np.maximum(spread[at], distance(a, b))
    return [None if leaf is None else encode(np.asarray(leaf)) for leaf in spread]


def leaves(value):
    if isinstance(value, (tuple, list)):
        return [leaf for item in value for leaf in leaves(item)]
    return [] if value is None or isinstance(value, str) else [value]


def is_float(value):
    return npc_near.has_floats(value)


def is_alike(a, b):
    """Of one shape, and equal where no floats are."""
    return type(a) is type(b) and np.shape(a) == np.shape(b) and (is_float(a) or np.array_equal(a, b))


def distance(a, b):
    with np.errstate(all="ignore"):
        if np.iscomplexobj(a):
            return np.maximum(distance(np.real(a), np.real(b)), distance(np.imag(a), np.imag(b)))
        a, b = np.asarray(a, np.float64), np.asarray(b, np.float64)
        apart = np.abs(a - b)
        return np.where(a == b, 0.0, np.where(np.isnan(a) & np.isnan(b), 0.0, np.where(np.isnan(apart), math.inf, apart)))


if __name__ == "__main__":
    main()
