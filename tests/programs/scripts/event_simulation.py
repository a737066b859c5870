# A discrete event simulation: customers, tellers, an own heap in lists, a linear congruential generator.

from dataclasses import dataclass, field

import numpy as np


ARRIVAL = 0
DEPARTURE = 1
BREAK = 2


class Random:
    """The generator of the C standard's example, good enough for a simulation in a course."""

    MODULUS = 2**31

    def __init__(self, seed=42):
        self.state = seed % self.MODULUS

    def integer(self):
        self.state = (1103515245 * self.state + 12345) % self.MODULUS
        return self.state

    def uniform(self, low=0.0, high=1.0):
        return low + (high - low) * self.integer() / self.MODULUS

    def triangular(self, mean):
        return mean * (self.uniform() + self.uniform())

    def choice(self, items):
        return items[(self.integer() >> 8) % len(items)]


@dataclass(order=True)
class Event:
    time: float
    number: int
    kind: int = field(compare=False)
    customer: int = field(compare=False, default=-1)
    teller: int = field(compare=False, default=-1)


class Heap:
    """A binary heap of events."""

    def __init__(self):
        self.items = []

    def __len__(self):
        return len(self.items)

    def push(self, item):
        items = self.items
        items.append(item)
        i = len(items) - 1
        while i > 0:
            parent = (i - 1) // 2
            if not items[i] < items[parent]:
                break
            items[i], items[parent] = items[parent], items[i]
            i = parent

    def pop(self):
        items = self.items
        if not items:
            raise IndexError("pop from an empty heap")
        top = items[0]
        last = items.pop()
        if items:
            items[0] = last
            i = 0
            while True:
                child = 2 * i + 1
                if child >= len(items):
                    break
                if child + 1 < len(items) and items[child + 1] < items[child]:
                    child += 1
                if not items[child] < items[i]:
                    break
                items[i], items[child] = items[child], items[i]
                i = child
        return top


@dataclass
class Teller:
    speed: float
    busy: bool = False
    served: int = 0
    busy_time: float = 0.0


@dataclass
class Statistics:
    waits: list[float] = field(default_factory=list)
    longest_queue: int = 0
    lost: int = 0
    per_hour: dict[int, int] = field(default_factory=dict)

    def record(self, time, wait):
        self.waits.append(wait)
        hour = int(time // 60)
        self.per_hour[hour] = self.per_hour.get(hour, 0) + 1

    @property
    def mean_wait(self):
        return sum(self.waits) / len(self.waits) if self.waits else 0.0


class Bank:
    """The simulation: customers arrive, wait in one queue, and are served by the first free teller."""

    def __init__(self, speeds, mean_gap, mean_service, capacity=20, seed=1):
        self.random = Random(seed)
        self.tellers = [Teller(speed) for speed in speeds]
        self.mean_gap = mean_gap
        self.mean_service = mean_service
        self.capacity = capacity
        self.events = Heap()
        self.queue = []
        self.arrived = {}
        self.stats = Statistics()
        self.now = 0.0
        self.customers = 0
        self.scheduled = 0

    def schedule(self, delay, kind, customer=-1, teller=-1):
        if delay < 0:
            raise ValueError("an event cannot be in the past")
        self.scheduled += 1
        self.events.push(Event(self.now + delay, self.scheduled, kind, customer=customer, teller=teller))

    def free_teller(self):
        for i, teller in enumerate(self.tellers):
            if not teller.busy:
                return i
        return None

    def start_service(self):
        i = self.free_teller()
        if i is None or not self.queue:
            return
        customer = self.queue.pop(0)
        teller = self.tellers[i]
        teller.busy = True
        duration = self.random.triangular(self.mean_service) / teller.speed
        teller.busy_time += duration
        self.stats.record(self.now, self.now - self.arrived[customer])
        self.schedule(duration, DEPARTURE, customer, i)

    def arrive(self):
        customer = self.customers
        self.customers += 1
        if len(self.queue) >= self.capacity:
            self.stats.lost += 1
        else:
            self.arrived[customer] = self.now
            self.queue.append(customer)
            self.stats.longest_queue = max(self.stats.longest_queue, len(self.queue))
        self.schedule(self.random.triangular(self.mean_gap), ARRIVAL)

    def depart(self, event):
        teller = self.tellers[event.teller]
        teller.busy = False
        teller.served += 1
        del self.arrived[event.customer]

    def run(self, until):
        """Runs up to a time; the number of events."""
        handled = 0
        self.schedule(0.0, ARRIVAL)
        while len(self.events) > 0:
            event = self.events.pop()
            if event.time > until:
                break
            self.now = event.time
            handled += 1
            if event.kind == ARRIVAL:
                self.arrive()
            elif event.kind == DEPARTURE:
                self.depart(event)
            self.start_service()
        return handled


def simulate(until, seed=1):
    bank = Bank([1.0, 1.5], mean_gap=2.0, mean_service=4.5, capacity=8, seed=seed)
    handled = bank.run(until)
    return handled, bank.customers, bank.stats.lost, bank.stats.longest_queue, bank.stats.mean_wait, len(bank.arrived)


def served(until, n):
    bank = Bank([1.0 + 0.25 * i for i in range(n)], 1.0, 4.0, seed=5)
    bank.run(until)
    return np.array([t.served for t in bank.tellers]), np.array([t.busy_time for t in bank.tellers])


def by_hour(until):
    bank = Bank((1.0,), 3.0, 2.0)
    bank.run(until)
    hours = sorted(bank.stats.per_hour.keys())
    return np.array(hours), np.array([bank.stats.per_hour[h] for h in hours])


def heap_order(n):
    heap = Heap()
    random = Random(7)
    for i in range(n):
        heap.push(Event(random.uniform(0, 10), i, random.choice([ARRIVAL, DEPARTURE, BREAK])))
    order = []
    previous = heap.pop()
    while heap:
        event = heap.pop()
        assert previous <= event, "the heap is out of order"
        order.append(event.number * 10 + event.kind)
        previous = event
    return np.array(order)


def percentile(until, p):
    bank = Bank([1.0], 2.0, 2.0, capacity=100)
    bank.run(until)
    waits = sorted(bank.stats.waits)
    return waits[int(p * (len(waits) - 1))], waits[-1], sum(waits)


def past():
    Bank([1.0], 2.0, 2.0).schedule(-1.0, ARRIVAL)


def empty():
    Heap().pop()


# run: simulate(500.0)
# run: simulate(500.0, 99)
# run: simulate(-1.0)
# run: served(300.0, 4)
# run: by_hour(400.0)
# run: heap_order(50)
# run: percentile(300.0, 0.9)
# raises: ValueError: an event cannot be in the past
# run: past()
# raises: IndexError: pop from an empty heap
# run: empty()
