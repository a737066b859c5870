# Powers of integers and floats.
import numpy as np


def pow(x, y):
    return x ** y


def int_arr_power_py_minus_1(x):
    return x**-1


def int8_arr_power_2(x):
    return x**2


# probe: int arr ** -1
# raises: ValueError
# run: pow(np.array([2]), np.array([-1]))

# probe: int arr ** py -1
# raises: ValueError
# run: int_arr_power_py_minus_1(np.array([2]))

# probe: py 2 ** -1 vars
# differs: int ** int is an int, unless the exponent is a literal
# raises: ValueError
# run: pow(2, -1)

# probe: py 2**64
# differs: Python ints have 64 bits and raise beyond them
# raises: OverflowError
# run: pow(2, 64)

# probe: neg float ** 0.5
# run: pow(np.array([-8.0]), np.array([0.5]))

# probe: py neg float**0.5
# differs: a negative float to a fractional power is complex in Python; write complex(x) ** y
# raises: ValueError
# run: pow(-8.0, 0.5)

# probe: int8 arr ** 2
# run: int8_arr_power_2(np.array([100],np.int8))
