# A closure that counts with `nonlocal`, and two that share one variable.


def count(n):
    total = 0

    def add(k):
        nonlocal total
        total += k
        return total

    for i in range(n):
        add(i)
    return add(100), total


def shared(n):
    x = n

    def up():
        nonlocal x
        x += 1

    def down():
        nonlocal x
        x -= 3

    up()
    up()
    down()
    return x


# run: count(5)
# run: shared(10)
