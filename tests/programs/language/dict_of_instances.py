# Instances and arrays as values of dicts.
import numpy as np


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.moves = 0

    def deposit(self, amount):
        self.balance += amount
        self.moves += 1


def bank(n):
    accounts = {}
    for i in range(n):
        key = i % 4
        if key not in accounts:
            accounts[key] = Account(10.0 * key)
        accounts[key].deposit(i * 1.0)
    return [(k, a.balance, a.moves) for k, a in accounts.items()]


def vectors(n):
    d = {}
    for i in range(n):
        d[i] = np.full(3, i * 1.0)
    d[1][0] = 100.0
    alias = d[1]
    alias[1] = 200.0
    return d[1], d[n - 1].sum()


# run: bank(10)
# run: vectors(3)
