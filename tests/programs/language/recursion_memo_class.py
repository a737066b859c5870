# Recursion through methods and with instances as state.


class Ackermann:
    def __init__(self):
        self.calls = 0

    def at(self, m, n):
        self.calls += 1
        if m == 0:
            return n + 1
        if n == 0:
            return self.at(m - 1, 1)
        return self.at(m - 1, self.at(m, n - 1))


def ackermann(m, n):
    a = Ackermann()
    return a.at(m, n), a.calls


class Solver:
    def __init__(self, n):
        self.n = n
        self.columns = [False] * n
        self.up = [False] * (2 * n)
        self.down = [False] * (2 * n)
        self.count = 0

    def place(self, row):
        if row == self.n:
            self.count += 1
            return
        for c in range(self.n):
            if not (self.columns[c] or self.up[row + c] or self.down[row - c + self.n]):
                self.columns[c] = self.up[row + c] = self.down[row - c + self.n] = True
                self.place(row + 1)
                self.columns[c] = self.up[row + c] = self.down[row - c + self.n] = False


def queens(n):
    s = Solver(n)
    s.place(0)
    return s.count


# run: ackermann(2, 3)
# run: queens(6)
# run: queens(3)
