# Numpy not imported.
def f(n: int):
    return np.zeros(n)  # error[unknown-name]: name 'np' is not defined
