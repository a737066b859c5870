# Unsupported import unknown.
import pandas as pd


def f(n: int):
    return pd.DataFrame(n)  # error[unsupported]: `pd`, imported here, is not supported yet
