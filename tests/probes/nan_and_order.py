# NaN in minima, sorting and searching; rounding to even.
import numpy as np


def minimum(x):
    return np.min(x)


def maximum_of(x):
    return np.max(x)


def amax(x):
    return np.argmax(x)


def amin(x):
    return np.argmin(x)


def sorted_copy(x):
    return np.sort(x)


def maximum(x, y):
    return np.maximum(x, y)


def pymax(x, y):
    return max(x, y)


def median_nan(x):
    return np.median(x)


def unique_nan(x):
    return np.unique(x)


def searchsorted_nan(x,v):
    return np.searchsorted(x,v)


def sign_minus_0_0divnan(x):
    return np.sign(x)


def round_half_even(x):
    return np.round(x)


def round_decimals_1(x):
    return np.round(x,1)


def py_round_2_5(x):
    return round(x)


def round_int_arr_minus_1(x):
    return np.round(x,-1)


# probe: min NaN
# run: minimum(np.array([1.,np.nan,0.]))

# probe: max NaN last
# run: maximum_of(np.array([1.,2.,np.nan]))

# probe: argmax NaN
# run: amax(np.array([1.,np.nan,3.]))

# probe: argmin NaN
# run: amin(np.array([1.,np.nan,-3.]))

# probe: sort NaN
# run: sorted_copy(np.array([3.,np.nan,1.,-np.inf]))

# probe: sort complex NaN
# run: sorted_copy(np.array([3+1j,complex(np.nan,0),1+0j,complex(0,np.nan)]))

# probe: maximum NaN
# run: maximum(np.array([1.,np.nan]), np.array([np.nan,1.]))

# probe: max(py) 1,nan
# run: pymax(1.0, np.nan)

# probe: max(py) nan,1
# run: pymax(np.nan, 1.0)

# probe: median NaN
# run: median_nan(np.array([1.,np.nan,3.]))

# probe: unique NaN
# run: unique_nan(np.array([np.nan,1.,np.nan]))

# probe: searchsorted NaN
# run: searchsorted_nan(np.array([1.,2.,np.nan]), np.nan)

# probe: max complex
# run: maximum_of(np.array([1+2j,1+3j,0+9j]))

# probe: sign -0.0/nan
# run: sign_minus_0_0divnan(np.array([-0.0,np.nan,-2.]))

# probe: round half even
# run: round_half_even(np.array([0.5,1.5,2.5,-0.5]))

# probe: round decimals 1
# run: round_decimals_1(np.array([0.25,0.35]))

# probe: py round 2.5
# run: py_round_2_5(2.5)

# probe: round int arr -1
# run: round_int_arr_minus_1(np.array([15,25]))
