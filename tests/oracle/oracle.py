"""What NumPy answers to the run lines of test programs.

    python3 tests/oracle/oracle.py OUT.json FILE_OR_FOLDER…

Every program is loaded with numba replaced by a stand-in and with annotations not evaluated; each of its run lines
is evaluated by CPython and NumPy, and written to OUT.json with everything that the other targets need to do the same:
the arguments in exactly the memory that they have here (strides, offsets, shared buffers), the result or the exception,
and the arguments after the call. `README.md` beside this file describes the JSON, `../programs/README.md` the programs.

Exit code 1, with a list on standard error, when a program does something that it does not announce (`# raises:`).
"""
import __future__
import ast
import contextlib
import io
import json
import math
import os
import pathlib
import re
import sys
import types
import traceback
import warnings

# Where the processor can, NumPy's loops over complex arrays fuse multiplications with additions; its plain loops, and its
# scalars, round each.
os.environ.setdefault("NPY_DISABLE_CPU_FEATURES", "FMA3 AVX2 X86_V3 X86_V4 AVX512_ICL AVX512_SPR")

import numpy as np  # noqa: E402

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
# What `npc parity` has inside: the stand-in for numba, and the form of values.
SHARED = ROOT / "src" / "bin" / "npc" / "parity" / "python"
sys.path.insert(0, str(SHARED))

from npc_values import Memory, NoForm, encode, signature  # noqa: E402

LINE_DIRECTIVES = ("raises", "differs", "expect")
FILE_DIRECTIVES = ("ulp", "rtol")


class ProgramError(NoForm):
    """A program file that breaks the rules of `../programs/README.md`."""


def main(out, *paths):
    warnings.simplefilter("ignore")
    problems, files = [], []
    for path in expand(paths):
        try:
            files.append(evaluate_file(path, problems))
        except NoForm as error:
            problems.append(f"{path}: {error}")
    answer = {"format": 1, "numpy": np.__version__, "python": sys.version.split()[0], "files": files}
    pathlib.Path(out).write_text(json.dumps(answer, separators=(",", ":")) + "\n")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def expand(paths):
    for path in map(pathlib.Path, paths):
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


# --- one program -------------------------------------------------------------------------------------------------


def evaluate_file(path, problems):
    source = path.read_text()
    program = parse_program(source)
    typed = typed_functions(source)
    try:
        code = compile(source, str(path), "exec", flags=__future__.annotations.compiler_flag, dont_inherit=True)
        load(code, path)
    except Exception as error:
        raise ProgramError(f"does not load: {type(error).__name__}: {error}") from None
    cases = []
    for run in program["runs"]:
        try:
            case = evaluate_run(run, code, path)
            cases.append({**case, "typed": case["function"] in typed})
        except NoForm as error:
            problems.append(f"{path}:{run['line']}: {error}")
    return {"path": relative(path), "intent": program["intent"], **program["settings"], "cases": cases}


def relative(path):
    path = path.resolve()
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)


def parse_program(source):
    """The intent, the settings of the file and its run lines, each with the directives above it."""
    lines = source.splitlines()
    settings, runs, pending = {"ulp": 0, "rtol": None}, [], {}
    for number, line in enumerate(lines, 1):
        match = re.match(r"# (run|[a-z-]+): (.*)$", line)
        if not match:
            continue
        word, text = match.groups()
        if word == "run":
            runs.append({"line": number, "text": text.strip(), **pending})
            pending = {}
        elif word in LINE_DIRECTIVES:
            pending[word] = text.strip()
        elif word == "ulp":
            settings["ulp"] = int(text)
        elif word == "rtol":
            settings["rtol"] = float(text)
    if pending:
        raise ProgramError(f"no run line follows {pending}")
    if not runs:
        raise ProgramError("no run line")
    intent = re.match(r"(?:# .*\n)+", source)
    if not intent:
        raise ProgramError("the first line must be a comment that states the intent")
    text = " ".join(line[2:] for line in intent.group().splitlines())
    return {"intent": text, "settings": settings, "runs": runs}


def typed_functions(source):
    """The functions whose signature stands in the file: by an annotated parameter or by a decorator with a signature."""
    functions = [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
    return {f.name for f in functions if any(p.annotation for p in [*f.args.posonlyargs, *f.args.args, *f.args.kwonlyargs]) or any(isinstance(d, ast.Call) and d.args for d in f.decorator_list)}


def load(code, path):
    """A fresh module: nothing that one run line changes is seen by the next."""
    module = types.ModuleType(path.stem)
    scope = module.__dict__
    scope.update({"__file__": str(path), "np": np, "math": math})
    # Dataclasses look their module up by its name.
    sys.modules[path.stem] = module
    try:
        exec(code, scope)
    finally:
        del sys.modules[path.stem]
    return scope


# --- one run line ------------------------------------------------------------------------------------------------


def evaluate_run(run, code, path):
    scope = load(code, path)
    call = parse_call(run["text"], scope)
    name = call.func.id
    function = scope.get(name)
    if not callable(function):
        raise ProgramError(f"there is no function `{name}`")
    args = [evaluate(node, scope) for node in call.args]
    kwargs = {word.arg: evaluate(word.value, scope) for word in call.keywords}
    memory = Memory([*args, *kwargs.values()])
    case = {
        "line": run["line"],
        "text": run["text"],
        "function": name,
        "sig": signature(name, function, args, kwargs),
        "buffers": memory.encoded(),
        "args": [memory.argument(arg) for arg in args],
        "kwargs": {word: memory.argument(arg) for word, arg in kwargs.items()},
    }
    case.update(call_function(function, args, kwargs, path))
    case["args_after"] = [memory.after(arg) for arg in args]
    case["kwargs_after"] = {word: memory.after(arg) for word, arg in kwargs.items()}
    case["buffers_after"] = memory.changed()
    settle(case, run, scope)
    return case


def parse_call(text, scope):
    """Executes the set-up statements of a run line and gives its last one, the call."""
    *setup, last = ast.parse(text).body
    if not (isinstance(last, ast.Expr) and isinstance(last.value, ast.Call) and isinstance(last.value.func, ast.Name)):
        raise ProgramError("a run line ends with a call `function(arguments)`")
    exec(compile(ast.Module(setup, []), "<run line>", "exec"), scope)
    return last.value


def evaluate(node, scope):
    return eval(compile(ast.Expression(node), "<run line>", "eval"), scope)


def call_function(function, args, kwargs, path):
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        outcome = run_function(function, args, kwargs, path)
    return {**outcome, "printed": printed.getvalue()} if printed.getvalue() else outcome


def run_function(function, args, kwargs, path):
    try:
        with np.errstate(all="ignore"):
            return {"result": encode(function(*args, **kwargs))}
    except NoForm:
        raise
    except Exception as error:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == str(path)]
        if not frames:
            raise ProgramError(f"the call itself is wrong: {type(error).__name__}: {error}") from None
        bases = [cls.__name__ for cls in type(error).__mro__ if cls not in (object, BaseException)]
        places = [{"line": frame.lineno, "function": frame.name} for frame in frames[-20:]]
        return {"exception": {"type": type(error).__name__, "bases": bases, "message": str(error), **places[-1], "traceback": places}}


def settle(case, run, scope):
    """Compares what happened with what the program announces; `differs` replaces CPython's answer by npc's."""
    raised = case.get("exception")
    if "differs" in run:
        if ("raises" in run) == ("expect" in run):
            raise ProgramError("`differs` needs either `raises` or `expect`")
        case["differs"] = run["differs"]
        case["cpython"] = {key: case.pop(key) for key in ("result", "exception") if key in case}
        if "raises" in run:
            case["exception"] = announced(run["raises"])
            case["args_after"] = case["kwargs_after"] = case["buffers_after"] = None
        else:
            case["result"] = encode(eval(run["expect"], scope))
    elif "raises" in run:
        if raised is None:
            raise ProgramError(f"announces {run['raises']}, but CPython returns {describe(case['result'])}")
        kind, _, message = run["raises"].partition(": ")
        if kind != raised["type"] and kind not in raised["bases"]:
            raise ProgramError(f"announces {run['raises']}, but CPython raises {raised['type']}: {raised['message']}")
        if message and message != raised["message"].strip():
            raise ProgramError(f"announces {run['raises']}, but CPython's message is {raised['message']!r}")
    elif raised:
        raise ProgramError(f"raises {raised['type']}: {raised['message']} (line {raised['line']})")
    if "expect" in run and "differs" not in run and encode(eval(run["expect"], scope)) != case["result"]:
        raise ProgramError(f"expects {run['expect']}, but CPython returns {describe(case['result'])}")


def announced(text):
    kind, _, message = text.partition(": ")
    return {"type": kind, "bases": [kind], "message": message or None, "line": None, "function": None, "traceback": None}


def describe(value):
    return value.get("value", json.dumps(value)[:80])


if __name__ == "__main__":
    if len(sys.argv) < 3:
        print(__doc__.split("\n\n")[1].strip(), file=sys.stderr)
        raise SystemExit(2)
    raise SystemExit(main(*sys.argv[1:]))
