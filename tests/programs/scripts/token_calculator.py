# A parser and evaluator of arithmetic over numeric tokens: precedence climbing, a tree, variables, errors.

import math

# Kinds of tokens.
NUMBER = 0
NAME = 1
OPERATOR = 2
OPEN = 3
CLOSE = 4
END = 5

PLUS, MINUS, TIMES, DIVIDE, POWER, NEGATE = range(6)

PRECEDENCE = {PLUS: 1, MINUS: 1, TIMES: 2, DIVIDE: 2, POWER: 4}
RIGHT = {POWER}


class ParseError(Exception):
    pass


class Token:
    def __init__(self, kind, value=0.0):
        self.kind = kind
        self.value = value


class Tokens:
    """A stream of tokens with one token of lookahead."""

    def __init__(self, tokens):
        self.tokens = tokens
        self.position = 0

    def peek(self):
        if self.position < len(self.tokens):
            return self.tokens[self.position]
        return Token(END)

    def next(self):
        token = self.peek()
        self.position += 1
        return token

    def expect(self, kind):
        token = self.next()
        if token.kind != kind:
            raise ParseError("unexpected token")
        return token


class Expr:
    """A node: `kind` says what `value`, `left` and `right` mean."""

    def __init__(self, kind, value, left=None, right=None):
        self.kind = kind
        self.value = value
        self.left = left
        self.right = right

    def size(self):
        n = 1
        if self.left is not None:
            n += self.left.size()
        if self.right is not None:
            n += self.right.size()
        return n


def parse(tokens):
    expr = parse_binary(tokens, 0)
    if tokens.peek().kind != END:
        raise ParseError("text after the expression")
    return expr


def parse_binary(tokens, minimum):
    left = parse_unary(tokens)
    while True:
        token = tokens.peek()
        if token.kind != OPERATOR:
            break
        op = int(token.value)
        level = PRECEDENCE[op]
        if level < minimum:
            break
        tokens.next()
        right = parse_binary(tokens, level if op in RIGHT else level + 1)
        left = Expr(OPERATOR, op, left, right)
    return left


def parse_unary(tokens):
    token = tokens.peek()
    if token.kind == OPERATOR and token.value == MINUS:
        tokens.next()
        return Expr(OPERATOR, NEGATE, parse_binary(tokens, 3))
    return parse_atom(tokens)


def parse_atom(tokens):
    token = tokens.next()
    if token.kind == NUMBER:
        return Expr(NUMBER, token.value)
    elif token.kind == NAME:
        return Expr(NAME, token.value)
    elif token.kind == OPEN:
        inside = parse_binary(tokens, 0)
        tokens.expect(CLOSE)
        return inside
    raise ParseError("an operand is missing")


def evaluate(expr, names):
    """The value of a tree; names are numbers too."""
    if expr.kind == NUMBER:
        return expr.value
    if expr.kind == NAME:
        try:
            return names[int(expr.value)]
        except KeyError:
            raise NameError("unknown variable")
    a = evaluate(expr.left, names)
    if expr.value == NEGATE:
        return -a
    b = evaluate(expr.right, names)
    if expr.value == PLUS:
        return a + b
    if expr.value == MINUS:
        return a - b
    if expr.value == TIMES:
        return a * b
    if expr.value == DIVIDE:
        return a / b
    return math.pow(a, b)


def simplify(expr):
    """Folds constants: x + 0, x * 1, and operations on numbers."""
    if expr.kind != OPERATOR:
        return expr
    left = simplify(expr.left)
    right = None if expr.right is None else simplify(expr.right)
    if left.kind == NUMBER and (right is None or right.kind == NUMBER):
        return Expr(NUMBER, evaluate(Expr(OPERATOR, expr.value, left, right), {0: 0.0}))
    if expr.value == PLUS and right is not None and right.kind == NUMBER and right.value == 0:
        return left
    if expr.value == TIMES and right is not None and right.kind == NUMBER and right.value == 1:
        return left
    return Expr(OPERATOR, expr.value, left, right)


def tokenize(codes):
    """Codes: numbers from 0 on are literals, below 0 operators, brackets, and names from -100 on."""
    table = {-1: PLUS, -2: MINUS, -3: TIMES, -4: DIVIDE, -5: POWER}
    tokens = []
    for code in codes:
        if code >= 0:
            tokens.append(Token(NUMBER, float(code)))
        elif code in table:
            tokens.append(Token(OPERATOR, float(table[code])))
        elif code == -6:
            tokens.append(Token(OPEN))
        elif code == -7:
            tokens.append(Token(CLOSE))
        elif code <= -100:
            tokens.append(Token(NAME, float(-100 - code)))
        else:
            raise ParseError("unknown code")
    return Tokens(tokens)


def calculate(codes, x=0.0):
    return evaluate(parse(tokenize(codes)), {0: x, 1: math.pi})


def sizes(codes):
    tree = parse(tokenize(codes))
    return tree.size(), simplify(tree).size()


def recover(codes):
    """Zero for what can be computed, else a number for the kind of the error."""
    try:
        calculate(codes)
    except ParseError:
        return 1
    except NameError:
        return 2
    except ZeroDivisionError:
        return 3
    except (OverflowError, ValueError):
        return 4
    return 0


# run: calculate((1, -1, 2, -3, 3))
# run: calculate((-6, 1, -1, 2, -7, -3, 3))
# run: calculate((2, -5, 3, -5, 2, -2, -2, 1))
# run: calculate((-2, 2, -5, 2))
# run: calculate((-100, -3, -100, -1, -100), 1.5)
# run: calculate(np.array([7, -4, 2, -4, 2]))
# run: sizes((-100, -3, 1, -1, 2, -3, 0))
# run: recover((1, -1))
# run: recover((1, -1, -105))
# run: recover((1, -4, 0))
# run: recover((1, 2))
# run: recover((-6, 1))
# run: recover((10, -5, 400))
# run: recover((1, -1, 1))
# raises: ZeroDivisionError
# run: calculate((1, -4, 0))
