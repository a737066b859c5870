# Division, floor division and remainder: zero divisors, signs, infinities.
import numpy as np


def fdiv(x, y):
    return x // y


def mod(x, y):
    return x % y


def div(x, y):
    return x / y


def fmod(x, y):
    return np.fmod(x, y)


# probe: int arr // 0
# run: fdiv(np.array([1,-1,0]), np.array([0,0,0]))

# probe: int arr % 0
# run: mod(np.array([1,-1,0]), np.array([0,0,0]))

# probe: int arr / 0
# run: div(np.array([1,-1,0]), np.array([0,0,0]))

# probe: py int // 0
# raises: ZeroDivisionError
# run: fdiv(1, 0)

# probe: py float / 0.0
# raises: ZeroDivisionError
# run: div(1.0, 0.0)

# probe: np.float64 / 0
# run: div(np.float64(1.0), np.float64(0.0))

# probe: py int % 0
# raises: ZeroDivisionError
# run: mod(1, 0)

# probe: INT_MIN // -1 arr
# run: fdiv(np.array([-2**63],np.int64), np.array([-1]))

# probe: -7 // 2, -7 % 2 arr //
# run: fdiv(np.array([-7,7,-7,7]), np.array([2,2,-2,-2]))

# probe: mod signs arr
# run: mod(np.array([-7,7,-7,7]), np.array([2,2,-2,-2]))

# probe: float mod signs
# run: mod(np.array([-7.5,7.5,-0.0,5.0,-1.0]), np.array([2.0,-2.0,2.0,np.inf,np.inf]))

# probe: float // arr
# run: fdiv(np.array([1.0,-1.0,np.inf,5.]), np.array([0.0,np.inf,2.0,np.nan]))

# probe: np.fmod
# run: fmod(np.array([-7,7]), np.array([2,-2]))
