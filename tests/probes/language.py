# Constructs of Python.
import numpy as np


def inv(x):
    return ~x


def neg(x):
    return -x


def str_fmt(x):
    return f'{x:.2f}'


def unbound(n):
    for i in range(n):
        pass
    return i


def caught(x):
    try:
        return x[10]
    except IndexError:
        return -1.0


def int_nan(x):
    return int(x)


def int_1e30(x):
    return int(x)


def divmod_neg(x,y):
    return divmod(x,y)


def fdiv(x, y):
    return x // y


def set_in(n):
    return n in {1,2,3}


def dict_lit(n):
    return {1:2.0}[n]


def lambda_closure(n):
    return (lambda y: y+n)(2)


def star_args(*args):
    return args[0]+args[1]


def fstring(n):
    return f'{n}'


def walrus(n):
    return (y:=n)+y


def match(n):
    match n:
        case 1:
            return 10
        case _:
            return 20


def chained_cmp(n):
    return 0<n<5


def tuple_return_mixed(n):
    return (n,1.5,'a')


def none_return(n):
    return None


def opt(n):
    if n > 0:
        return 1
    return None


def unify(n):
    if n > 0:
        x = 1
    else:
        x = 2.5
    return x


def unify2(n):
    x = np.zeros(2, np.float32)
    for i in range(n):
        x = x * 3.0
    return x


def unify3(x, n):
    if n > 0:
        x = x[0]
    return x


def unify4(n):
    if n > 0:
        x = np.zeros(3)
    else:
        x = np.zeros((3, 1)).ravel()
    return x


# probe: ~bool
# run: inv(True)

# probe: ~bool arr
# run: inv(np.array([True,False]))

# probe: -bool
# run: neg(True)

# probe: str fmt
# run: str_fmt(1.234)

# probe: loop var unbound
# raises: UnboundLocalError
# run: unbound(0)

# probe: except IndexError
# run: caught(np.ones(3))

# probe: int(nan)
# raises: ValueError
# run: int_nan(np.nan)

# probe: int(1e30)
# differs: Python ints have 64 bits and raise beyond them
# raises: OverflowError
# run: int_1e30(1e30)

# probe: divmod neg
# run: divmod_neg(-7, 2)

# probe: x//y py neg float
# run: fdiv(-7.5, 2.0)

# probe: set in
# run: set_in(2)

# probe: dict lit
# run: dict_lit(1)

# probe: lambda closure
# run: lambda_closure(1)

# probe: star args
# waits: star arguments of an exported function
# run: star_args(1, 2)

# probe: fstring
# run: fstring(3)

# probe: walrus
# run: walrus(3)

# probe: match
# run: match(1)

# probe: chained cmp
# run: chained_cmp(3)

# probe: tuple return mixed
# run: tuple_return_mixed(3)

# probe: none return
# run: none_return(3)

# probe: optional
# run: opt(1)

# probe: unify int/float
# differs: a variable that is an int on one path and a float on another is a float
# expect: 1.0
# run: unify(1)

# probe: loop f32*3.0 (a known Numba failure)
# run: unify2(2)

# probe: rank change
# refused: cannot-merge-types
# run: unify3(np.ones((2,2)), 1)

# probe: layout unify
# run: unify4(1)
