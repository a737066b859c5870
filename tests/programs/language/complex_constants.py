# Complex constants of a module, and imports of cmath in all forms.
# ulp: 1
import cmath
import cmath as cm
from cmath import exp

I = 1j
UNIT = (1 + 1j) / 2
ROOTS = (1, I, -1, -I)


def constants():
    return I, UNIT, ROOTS, cmath.pi, cm.tau, -cmath.infj


def turned(z, k):
    return z * ROOTS[k % 4] if False else z * I


def functions(z):
    return exp(z), cm.sqrt(z), cmath.phase(z)


# run: constants()
# run: turned(2 + 1j, 3)
# run: functions(0.5 - 1j)
