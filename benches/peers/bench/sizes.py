"""How many bytes of wasm a module with one function has, all told, and how many gzip leaves."""
import gzip
import pathlib

from bench import report
from bench.build import HERE, ROOT, run

#: What, source, function, limit.
WANTED = [
    ("np_sum", ROOT / "examples" / "article.py", "np_sum", 1500),
    ("K2", HERE / "kernels/triad/triad.py", "triad", 1800),
    ("K6", HERE / "kernels/jacobi/jacobi.py", "jacobi", 3500),
    ("K7", HERE / "kernels/mandelbrot/mandelbrot.py", "mandelbrot", 1500),
    ("matmul", HERE / "kernels/matmul/matmul.py", "matmul_f64", 6000),
]


def measure(builder, npc, options):
    """Name, bytes, bytes of gzip, limit."""
    found = []
    folder = (builder.cache / "sizes").resolve()
    npc = pathlib.Path(npc).resolve()
    folder.mkdir(exist_ok=True)
    for name, source, function, limit in WANTED:
        path = folder / f"{name}.wasm"
        # From the source's own folder: the module names the file as it was given, and where it lies is no matter.
        run([npc, source.name, "--quiet", "--export", function, "--emit", f"wasm={path}", "--bindings", "none", "-o", f"{folder}/", *options], cwd=source.parent)
        content = path.read_bytes()
        found.append((name, len(content), len(gzip.compress(content, 9, mtime=0)), limit))
    return found


def text(found):
    body = [[name, str(size), str(small), str(limit), "yes" if size <= limit else "no"] for name, size, small, limit in found]
    return report.table(["module of one function", "bytes", "gzip", "limit", "within"], body)
