"""What has to be there before anything runs: packages, and every peer's compiled form of a kernel.

All of it goes into one cache folder and is made again only if what it is made from changed.
"""
import contextlib
import fcntl
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent.parent
ROOT = HERE.parent.parent
CLANG = ["cc", "--target=wasm32-wasi", "-mexec-model=reactor", "-O3", "-msimd128", "-s", "-Wl,--export=malloc", f"-I{HERE}", "-lm"]
#: Peers that come as packages.
PIP, NPM = {"numba", "clang", "simd"}, {"ts", "hand"}


class Builder:
    """Makes things in a cache folder."""

    def __init__(self, cache, peers):
        self.cache = pathlib.Path(cache)
        self.cache.mkdir(parents=True, exist_ok=True)
        self.node = self.place("node", "package.json")
        venv = self.place("python", "requirements.txt")
        self.python = venv / "bin" / "python"
        with self.alone():
            if PIP & set(peers) or not has_numpy():
                self.python_packages(venv)
            else:
                self.python = pathlib.Path(sys.executable)
            if NPM & set(peers):
                self.node_packages()

    def place(self, name, pins):
        """A folder of its own for each list of versions."""
        return self.cache / f"{name}-{digest((HERE / pins).read_bytes())}"

    def python_packages(self, folder):
        """The pinned packages, in a virtual environment."""
        if not (folder / "done").exists():
            say("installing Python packages into", folder)
            run([sys.executable, "-m", "venv", "--clear", folder])
            run([self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", HERE / "requirements.txt"])
            (folder / "done").touch()

    def node_packages(self):
        """The pinned packages of npm."""
        if not (self.node / "done").exists():
            say("installing npm packages into", self.node)
            self.node.mkdir(exist_ok=True)
            shutil.copy(HERE / "package.json", self.node)
            run(["npm", "install", "--silent", "--no-audit", "--no-fund"], cwd=self.node)
            (self.node / "done").touch()

    @contextlib.contextmanager
    def alone(self):
        """Keeps out another benchmark that uses the same cache."""
        with open(self.cache / "lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def npc(self, npc, kernel, options=()):
        """The folder with `NAME.wasm` and `libNAME.so` that this npc makes of a kernel."""
        source = HERE / "kernels" / kernel / f"{kernel}.py"
        state = pathlib.Path(npc).stat()
        key = digest(str(npc), state.st_mtime_ns, state.st_size, source.read_bytes(), *options)
        folder = self.cache / "npc" / f"{kernel}-{key}"
        if not (folder / "done").exists():
            folder.mkdir(parents=True, exist_ok=True)
            run([npc, source, "--quiet", "--bindings", "none", "-o", f"{folder}/", *options])
            run([npc, source, "--quiet", "-o", folder / f"lib{kernel}.so", *options])
            (folder / "done").touch()
        return folder

    def clang(self, kernel, source):
        """The wasm that clang makes of a C file of a kernel; None if the kernel has no such file."""
        path = HERE / "kernels" / kernel / source
        if not path.exists():
            return None
        headers = [header.read_bytes() for header in sorted(HERE.glob("*.h"))]
        key = digest(path.read_bytes(), *headers, (HERE / "requirements.txt").read_bytes(), *CLANG)
        target = self.cache / "clang" / f"{path.stem}-{key}.wasm"
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            say("clang:", path.name)
            environment = dict(os.environ, ZIG_GLOBAL_CACHE_DIR=str(self.cache / "zig"), ZIG_LOCAL_CACHE_DIR=str(self.cache / "zig"))
            run([self.python, "-m", "ziglang", *CLANG, "-o", f"{target}.part", path], env=environment)
            os.replace(f"{target}.part", target)
        return target


def run(command, **options):
    """Runs a command; ends with its output if it fails."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def has_numpy():
    """Whether this Python has the NumPy that is asked for."""
    try:
        import numpy
    except ImportError:
        return False
    return f"numpy=={numpy.__version__}" in (HERE / "requirements.txt").read_text().split()


def digest(*parts):
    joined = b"\0".join(part if isinstance(part, bytes) else str(part).encode() for part in parts)
    return hashlib.sha256(joined).hexdigest()[:16]


def say(*words):
    print(*words, file=sys.stderr, flush=True)
