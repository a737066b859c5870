"""Checks that the kernels in stdlib/math stay inside the kernel subset.

One walk over the syntax tree with a small type inference (float64, float32,
int64, uint64, int32, bool).  `check(folder)` returns a list of complaints and
the set of npc primitives used; run as a script it prints both.
"""

import ast
import os
import sys

F, G, I, B = "float64", "float32", "int64", "bool"
DTYPES = {F, G, I, B, "uint64", "int32"}
NPC = {
    "bits": ([F], I), "from_bits": ([I], F), "int64": ([F], I), "float32": ([F], G),
    "sqrt": ([F], F), "abs": ([F], F), "floor": ([F], F), "rint": ([F], F),
    "copysign": ([F, F], F), "umulh": ([I, I], I), "shr_u": ([I, I], I), "lt_u": ([I, I], B),
}
FLOAT_OPS = (ast.Add, ast.Sub, ast.Mult, ast.Div)
INT_OPS = (ast.Add, ast.Sub, ast.Mult, ast.LShift, ast.RShift, ast.BitAnd, ast.BitOr, ast.BitXor)


class Bad(Exception):
    pass


def fail(node, text):
    raise Bad("line %d: %s" % (getattr(node, "lineno", 0), text))


def literal(node):
    """Type and value of an int or float literal with optional minus, else None."""
    minus = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub)
    c = node.operand if minus else node
    if not isinstance(c, ast.Constant) or type(c.value) not in (int, float):
        return None
    value = -c.value if minus else c.value
    if type(value) is int:
        if not -(1 << 63) <= value < 1 << 63:
            fail(node, "literal outside int64")
        return I, value
    if value - value != 0.0:
        fail(node, "literal is not finite")
    return F, value


class Function:
    def __init__(self, node, signatures, constants, used):
        self.node, self.signatures, self.constants, self.used = node, signatures, constants, used
        self.types = {}

    def run(self):
        params, self.ret = self.signatures[self.node.name]
        defined = set()
        for arg, kind in zip(self.node.args.args, params):
            self.types[arg.arg] = kind
            defined.add(arg.arg)
        body = self.node.body
        doc = ast.get_docstring(self.node, clean=False)
        if doc is None:
            fail(self.node, "no docstring")
        if "\n" in doc:
            fail(self.node, "docstring has more than one line")
        if self.block(body[1:], defined) is not None:
            fail(self.node, "a path ends without return")

    def block(self, body, defined):
        """Names defined after the block, or None when it never falls through."""
        for s in body:
            if defined is None:
                fail(s, "unreachable")
            defined = self.statement(s, defined)
        return defined

    def assign(self, node, name, kind, defined):
        if name in self.constants or name in self.signatures:
            fail(node, "local %s hides a module name" % name)
        if self.types.setdefault(name, kind) != kind:
            fail(node, "local %s is %s and %s" % (name, self.types[name], kind))
        return defined | {name}

    def statement(self, s, defined):
        if isinstance(s, ast.Assign):
            if len(s.targets) != 1 or not isinstance(s.targets[0], ast.Name):
                fail(s, "assignment target")
            return self.assign(s, s.targets[0].id, self.expr(s.value, defined), defined)
        if isinstance(s, ast.Return):
            if s.value is None or self.expr(s.value, defined) != self.ret:
                fail(s, "return type")
            return None
        if isinstance(s, ast.If):
            self.expect(s.test, B, defined)
            a, b = self.block(s.body, defined), self.block(s.orelse, defined)
            return b if a is None else a if b is None else a & b
        if isinstance(s, ast.While) and not s.orelse:
            self.expect(s.test, B, defined)
            self.block(s.body, defined)
            return defined
        if isinstance(s, ast.For) and not s.orelse and isinstance(s.target, ast.Name):
            c = s.iter
            if not (isinstance(c, ast.Call) and isinstance(c.func, ast.Name) and c.func.id == "range"
                    and 1 <= len(c.args) <= 3 and not c.keywords):
                fail(s, "for over something else than range")
            for a in c.args:
                self.expect(a, I, defined)
            self.block(s.body, self.assign(s, s.target.id, I, defined))
            return defined
        fail(s, type(s).__name__)

    def expect(self, e, kind, defined):
        got = self.expr(e, defined)
        if got != kind:
            fail(e, "%s where %s is wanted" % (got, kind))

    def expr(self, e, defined):
        lit = literal(e)
        if lit:
            return lit[0]
        if isinstance(e, ast.Name):
            if e.id in self.types:
                if e.id not in defined:
                    fail(e, "%s may be undefined" % e.id)
                return self.types[e.id]
            if e.id in self.constants and not isinstance(self.constants[e.id], list):
                return self.constants[e.id]
            fail(e, "unknown name %s" % e.id)
        if isinstance(e, ast.BinOp):
            a, b = self.expr(e.left, defined), self.expr(e.right, defined)
            if a != b:
                fail(e, "%s mixed with %s" % (a, b))
            if not isinstance(e.op, FLOAT_OPS if a == F else INT_OPS if a == I else ()):
                fail(e, "operator %s on %s" % (type(e.op).__name__, a))
            return a
        if isinstance(e, ast.UnaryOp):
            a = self.expr(e.operand, defined)
            if (type(e.op), a) not in ((ast.USub, F), (ast.USub, I), (ast.Invert, I), (ast.Not, B)):
                fail(e, "operator %s on %s" % (type(e.op).__name__, a))
            return a
        if isinstance(e, ast.Compare):
            if len(e.ops) != 1:
                fail(e, "chained comparison")
            a, b = self.expr(e.left, defined), self.expr(e.comparators[0], defined)
            ok = (ast.Eq, ast.NotEq) if a == B else (ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE)
            if a != b or not isinstance(e.ops[0], ok):
                fail(e, "comparison of %s and %s" % (a, b))
            return B
        if isinstance(e, ast.BoolOp):
            for v in e.values:
                self.expect(v, B, defined)
            return B
        if isinstance(e, ast.IfExp):
            self.expect(e.test, B, defined)
            a, b = self.expr(e.body, defined), self.expr(e.orelse, defined)
            if a != b:
                fail(e, "conditional of %s and %s" % (a, b))
            return a
        if isinstance(e, ast.Subscript) and isinstance(e.value, ast.Name):
            t, i = self.constants.get(e.value.id), literal(e.slice)
            if not isinstance(t, list) or not i or i[0] != I or not 0 <= i[1] < len(t):
                fail(e, "subscript")
            return t[i[1]]
        if isinstance(e, ast.Call) and not e.keywords:
            args = [self.expr(a, defined) for a in e.args]
            f = e.func
            if isinstance(f, ast.Attribute) and isinstance(f.value, ast.Name) and f.value.id == "npc":
                self.used.add(f.attr)
                if f.attr == "float64":
                    if args not in ([I], [G]):
                        fail(e, "npc.float64 of %s" % args)
                    return F
                if f.attr not in NPC:
                    fail(e, "unknown primitive npc.%s" % f.attr)
                want, ret = NPC[f.attr]
            elif isinstance(f, ast.Name) and f.id in self.signatures:
                want, ret = self.signatures[f.id]
                if f.id == self.node.name:
                    fail(e, "recursion")
            else:
                fail(e, "call")
            if args != want:
                fail(e, "arguments %s, wanted %s" % (args, want))
            return ret
        fail(e, type(e).__name__)


def signature(node):
    a = node.args
    if a.posonlyargs or a.kwonlyargs or a.vararg or a.kwarg or a.defaults or node.decorator_list:
        fail(node, "plain parameters only")
    kinds = [p.annotation.id if isinstance(p.annotation, ast.Name) else None for p in a.args]
    kinds.append(node.returns.id if isinstance(node.returns, ast.Name) else None)
    if not set(kinds) <= DTYPES:
        fail(node, "annotations must be dtype names")
    return kinds[:-1], kinds[-1]


def check(folder):
    complaints, used, trees, exported = [], set(), {}, {}
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".py"):
            continue
        with open(os.path.join(folder, name), encoding="utf-8") as f:
            try:
                trees[name[:-3]] = ast.parse(f.read(), name)
            except SyntaxError as e:
                return ["%s: line %s: %s" % (name, e.lineno, e.msg)], used
    home = {}
    for name, tree in trees.items():
        try:
            exported[name] = {n.name: signature(n) for n in tree.body if isinstance(n, ast.FunctionDef)}
            for key in exported[name]:
                if key in home:
                    raise Bad("%s is also in %s.py" % (key, home[key]))
                home[key] = name
        except Bad as e:
            complaints.append("%s.py: %s" % (name, e))
    for name, tree in trees.items():
        signatures, constants = dict(exported.get(name, {})), {}
        try:
            for n in tree.body:
                if isinstance(n, ast.Import) and [(a.name, a.asname) for a in n.names] == [("npc", None)]:
                    continue
                if isinstance(n, ast.ImportFrom) and n.level == 1 and n.module in exported:
                    for a in n.names:
                        if a.asname or a.name not in exported[n.module]:
                            fail(n, "import of %s" % a.name)
                        signatures[a.name] = exported[n.module][a.name]
                elif isinstance(n, ast.Assign) and len(n.targets) == 1 and isinstance(n.targets[0], ast.Name):
                    items = n.value.elts if isinstance(n.value, ast.Tuple) else [n.value]
                    kinds = [literal(v) for v in items]
                    if None in kinds:
                        fail(n, "constant is not a literal")
                    key = n.targets[0].id
                    if key in constants or key in signatures:
                        fail(n, "%s defined twice" % key)
                    kinds = [k[0] for k in kinds]
                    constants[key] = kinds if isinstance(n.value, ast.Tuple) else kinds[0]
                elif isinstance(n, ast.FunctionDef):
                    Function(n, signatures, constants, used).run()
                else:
                    fail(n, "top level %s" % type(n).__name__)
        except Bad as e:
            complaints.append("%s.py: %s" % (name, e))
    return complaints, used


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    bad, primitives = check(os.path.join(here, "..", "..", "stdlib", "math"))
    print("\n".join(bad) if bad else "subset ok")
    print("primitives:", " ".join(sorted(primitives)))
    sys.exit(1 if bad else 0)
