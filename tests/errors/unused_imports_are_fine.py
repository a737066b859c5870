# What no exported function needs is no error; functions without types are left out with a warning.
# warning[untyped-functions]: `plot`
import matplotlib.pyplot as plt
import pandas


def f(x: int):
    return x + 1


def plot(data):
    plt.plot(pandas.DataFrame(data))


if __name__ == "__main__":
    plot([f(i) for i in range(10)])
