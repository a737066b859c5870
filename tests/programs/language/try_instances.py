# Exceptions between methods; an instance keeps the state that it had when something was raised.


class Tank:
    def __init__(self, capacity):
        self.capacity = capacity
        self.level = 0.0

    def fill(self, amount):
        self.level += amount
        if self.level > self.capacity:
            raise OverflowError("tank overflows")

    def take(self, amount):
        if amount > self.level:
            raise ValueError("not enough")
        self.level -= amount
        return amount


def run(amounts):
    tank = Tank(10.0)
    failed = 0
    for a in amounts:
        try:
            if a > 0:
                tank.fill(a)
            else:
                tank.take(-a)
        except OverflowError:
            tank.level = tank.capacity
            failed += 1
        except ValueError:
            failed += 10
    return tank.level, failed


def uncaught(x):
    tank = Tank(1.0)
    tank.fill(x)
    return tank.level


# run: run([5.0, 7.0, -3.0, -20.0])
# run: run([-1.0])
# run: uncaught(0.5)
# raises: OverflowError: tank overflows
# run: uncaught(2.0)
