# Writes through one view change what a loop reads through another.


def propagate(x):
    y = x[1:]
    for i in range(len(y)):
        y[i] = x[i] + 1


def fibonacci(x):
    for i in range(2, len(x)):
        x[i] = x[i - 1] + x[i - 2]


def bubble(x):
    left = x[:-1]
    right = x[1:]
    for _ in range(len(x)):
        for i in range(len(left)):
            if left[i] > right[i]:
                left[i], right[i] = right[i], left[i]


def rows(x):
    for row in x:
        row += x[0]


# run: propagate(np.zeros(5))
# run: propagate(np.zeros(10, np.int16)[::-2])
# run: fibonacci(np.array([1, 1, 0, 0, 0, 0, 0, 0]))
# run: fibonacci(np.array([0.5, 0.25, 0, 0, 0, 0]))
# run: bubble(np.array([5, 2, 9, 1, 7]))
# run: bubble(np.arange(20)[::-3])
# run: rows(np.arange(6).reshape(3, 2))
