# Sums, products and derivatives of polynomials.
import numpy as np


def polynomials(a, b):
    return np.polyadd(a, b), np.polymul(a, b), np.polyder(a), np.polyder(b, 2)


# run: polynomials(np.array([1, 2, 3]), np.array([9, 5, 1, 4]))
# run: polynomials(np.array([1., 2., 3.])[::-1], np.array([9., 5., 1.]))
