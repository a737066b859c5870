"""The examples in the docstrings of `stdlib/numpy/` and its modules, checked against real NumPy.

    python3 tests/stdlib_doctests.py [OUT.json]

Every public function there needs at least one example, with NumPy's own text as the expected answer. With OUT.json the
examples are also written as functions without parameters, `{"name", "line", "source", "expected"}`, for `stdlib.rs`,
which compiles and runs them. Exit code 1, with a list on standard error, when NumPy prints something else.
"""
import ast
import doctest
import json
import pathlib
import sys

import numpy as np

STDLIB = pathlib.Path(__file__).resolve().parent.parent / "stdlib"
FOLDERS = {"numpy": np, "numpy_linalg": np.linalg, "numpy_fft": np.fft}


def main(out=None):
    functions, problems = [], []
    for path in sorted(path for folder in FOLDERS for path in (STDLIB / folder).glob("*.py")):
        folder = path.parent.name
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                made = list(examples_of(node, f"{folder}/{path.name}:{node.lineno}: {node.name}", FOLDERS[folder], problems))
                functions += [{**example, "place": f"stdlib/{folder}/{path.name}:{node.lineno}"} for example in made]
    if out:
        pathlib.Path(out).write_text(json.dumps(functions))
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(functions)} examples")
    return 1 if problems else 0


def examples_of(node, place, module, problems):
    """Runs the examples of one docstring in order and yields those that print something."""
    parsed = doctest.DocTestParser().get_examples(ast.get_docstring(node) or "")
    if not any(example.want for example in parsed):
        problems.append(f"{place} has no example")
    if not hasattr(module, node.name):
        problems.append(f"{place} is not a function of NumPy")
    scope, before = {"np": np}, []
    for number, example in enumerate(parsed):
        if not example.want:
            exec(example.source, scope)
            before.append(example.source)
            continue
        value = eval(example.source, scope)
        if repr(value) != example.want.rstrip("\n"):
            problems.append(f"{place}: {example.source.strip()}\n  NumPy: {value!r}\n  here:  {example.want.rstrip()}")
        yield {"name": f"{node.name}_{number}", "source": function(before, example.source), "expected": repr(value)}


def function(before, expression):
    """A module whose `example` returns the value of the expression."""
    lines = "".join(before).splitlines() + [f"return {expression.strip()}"]
    return "import numpy as np\n\n\ndef example():\n" + "".join(f"    {line}\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
