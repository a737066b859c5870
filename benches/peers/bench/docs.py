"""Writes `docs/performance.md` and its chart from one run."""
import platform
import re

from bench import chart, compile_time, figures, report, safety, sizes
from bench.build import HERE, ROOT, run, say
from bench.measure import PEERS

PAGE = """# Performance

Everything on this page comes from one run of `python3 benches/peers/run.py --docs`; [`benches/README.md`](../benches/README.md) says how to run it
and what each column is. In each of {rounds} rounds every peer ran once, in turn, on the same data, on one thread; a ratio is the median of
the rounds' ratios, in parentheses its quartiles. All answers were compared with NumPy's.

{machine}

![Time of npc's wasm divided by the time of clang's wasm, NumPy and JavaScript, for each kernel](images/performance.svg)

## What was to be reached

{figures}
## Times

Medians in milliseconds. `wasm` is npc's wasm in Node with arrays that stay in the module, `native` its native code, `clang` plain C loops and `simd` C with
intrinsics, both as wasm in Node, `hand` wasm written by hand, `js` JavaScript loops over typed arrays, `ts` numpy-ts.

{times}
## Ratios

{ratios}
{remarks}
## Compile time

Best of twenty, optimised, in a process that has compiled before: from Python source to wasm, in milliseconds.

{compile}
## Size

Bytes of a whole wasm module, with its description and the names of its functions.

{sizes}
## What checks cost

Time with bounds checks divided by time with `--unchecked`; then, for loops of Python's `int`, with overflow checks divided by `--int wrap`: first without
multiplication, then with.

{safety}"""

IMAGE = ROOT / "docs" / "images" / "performance.svg"


def write(run_of):
    """The page and the picture."""
    rows = run_of["rows"]
    costs = safety.costs(run_of["safety"])
    more = [
        ("bounds checks on / `--unchecked`, geometric mean", costs["bounds"], 1.05),
        ("overflow checks / `--int wrap`, without multiplication", costs["ints"], 1.4),
        ("… with multiplication", costs["ints-times"], 2),
        (f"ms to compile a function, worst ({run_of['compile'][0][0]})", run_of["compile"][0][1], compile_time.LIMIT),
        *((f"bytes of wasm: {name}", size, limit) for name, size, _, limit in run_of["sizes"]),
    ]
    page = PAGE.format(
        rounds=run_of["rounds"],
        machine=machine(),
        figures=figures.text(rows, more),
        times=report.times(rows, PEERS),
        ratios=report.quotients(rows, report.pairs(PEERS)),
        remarks=report.remarks(rows),
        compile=compile_time.text(run_of["compile"]),
        sizes=sizes.text(run_of["sizes"]),
        safety=safety.text(run_of["safety"]),
    )
    (ROOT / "docs" / "performance.md").write_text(page)
    IMAGE.write_text(chart.svg(rows))
    say("docs/performance.md, docs/images/performance.svg")


def machine():
    """Processor and versions."""
    pins = ", ".join(line.replace("==", " ") for line in (HERE / "requirements.txt").read_text().split())
    node = run(["node", "--version"]).strip().lstrip("v")
    return f"{processor()}, {platform.system()}, Node {node}, Python {platform.python_version()}, {pins}, numpy-ts {numpy_ts()}."


def processor():
    try:
        found = re.search(r"model name\s*: (.*)", open("/proc/cpuinfo").read())
    except OSError:
        found = None
    return found[1] if found else platform.machine()


def numpy_ts():
    return re.search(r'"numpy-ts": "([^"]+)"', (HERE / "package.json").read_text())[1]
