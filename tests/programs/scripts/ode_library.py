# A small library for ordinary differential equations: fixed and adaptive steps, events, callbacks.
# rtol: 1e-12

"""Solvers for y' = f(t, y), in the style of a course on numerical analysis."""

from dataclasses import dataclass
import math

import numpy as np


@dataclass
class Solution:
    """What a solver returns: times, states and some statistics."""

    t: np.ndarray
    y: np.ndarray
    evaluations: int
    rejected: int = 0

    @property
    def steps(self):
        return len(self.t) - 1

    def final(self):
        return self.y[-1]


class CountedFunction:
    """Counts the evaluations of the right-hand side."""

    def __init__(self, f):
        self.f = f
        self.calls = 0

    def __call__(self, t, y):
        self.calls += 1
        return self.f(t, y)


def euler_step(f, t, y, h):
    return y + h * f(t, y)


def heun_step(f, t, y, h):
    k1 = f(t, y)
    k2 = f(t + h, y + h * k1)
    return y + h / 2 * (k1 + k2)


def rk4_step(f, t, y, h):
    """The classical Runge-Kutta method."""
    k1 = f(t, y)
    k2 = f(t + h / 2, y + h / 2 * k1)
    k3 = f(t + h / 2, y + h / 2 * k2)
    k4 = f(t + h, y + h * k3)
    return y + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)


def solve_fixed(f, t_span, y0, n, step=rk4_step, callback=None):
    """Integrates with n equal steps of one of the methods above."""
    t0, t1 = t_span
    if n <= 0:
        raise ValueError("the number of steps must be positive")
    h = (t1 - t0) / n
    counted = CountedFunction(f)
    ts = np.linspace(t0, t1, n + 1)
    ys = np.zeros((n + 1, len(y0)))
    ys[0] = y0
    for i in range(n):
        ys[i + 1] = step(counted, ts[i], ys[i], h)
        if callback is not None:
            callback(ts[i + 1], ys[i + 1])
    return Solution(ts, ys, counted.calls)


# The coefficients of Dormand and Prince.
C = (0.0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1.0, 1.0)
A = (
    (),
    (1 / 5,),
    (3 / 40, 9 / 40),
    (44 / 45, -56 / 15, 32 / 9),
    (19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729),
    (9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656),
    (35 / 384, 0.0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84),
)
B5 = (35 / 384, 0.0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84, 0.0)
B4 = (5179 / 57600, 0.0, 7571 / 16695, 393 / 640, -92097 / 339200, 187 / 2100, 1 / 40)


def dopri_step(f, t, y, h):
    """One step; the new state and an estimate of the error."""
    ks = []
    for c, row in zip(C, A):
        dy = np.zeros_like(y)
        for a, k in zip(row, ks):
            dy = dy + a * k
        ks.append(f(t + c * h, y + h * dy))
    high = np.zeros_like(y)
    low = np.zeros_like(y)
    for b5, b4, k in zip(B5, B4, ks):
        high += b5 * k
        low += b4 * k
    return y + h * high, h * (high - low)


def solve_adaptive(f, t_span, y0, rtol=1e-6, atol=1e-9, h0=0.01, max_steps=10000):
    """Dormand-Prince with a controller of step sizes."""
    t, t_end = t_span
    y = np.array(y0, dtype=np.float64)
    h = h0
    counted = CountedFunction(f)
    ts = [t]
    ys = [y]
    rejected = 0
    while t < t_end:
        if len(ts) + rejected > max_steps:
            raise RuntimeError("too many steps")
        h = min(h, t_end - t)
        y_new, err = dopri_step(counted, t, y, h)
        scale = atol + rtol * np.maximum(np.abs(y), np.abs(y_new))
        norm = math.sqrt(np.mean((err / scale) ** 2))
        if norm <= 1.0:
            t = t + h
            y = y_new
            ts.append(t)
            ys.append(y)
        else:
            rejected += 1
        factor = 0.9 * norm ** -0.2 if norm > 0 else 5.0
        h *= min(5.0, max(0.2, factor))
    return Solution(np.array(ts), np.array(ys), counted.calls, rejected)


# ---- problems


def oscillator(t, y):
    return np.array([y[1], -y[0]])


def make_van_der_pol(mu):
    def rhs(t, y):
        return np.array([y[1], mu * (1 - y[0] ** 2) * y[1] - y[0]])

    return rhs


def lotka_volterra(alpha=1.1, beta=0.4, delta=0.1, gamma=0.4):
    return lambda t, y: np.array([alpha * y[0] - beta * y[0] * y[1], delta * y[0] * y[1] - gamma * y[1]])


def order_of(step):
    """The observed order of convergence for the oscillator."""
    errors = []
    for n in (20, 40, 80):
        solution = solve_fixed(oscillator, (0.0, 1.0), [1.0, 0.0], n, step=step)
        exact = np.array([math.cos(1.0), -math.sin(1.0)])
        errors.append(float(np.max(np.abs(solution.final() - exact))))
    return [math.log2(a / b) for a, b in zip(errors, errors[1:])]


def orders():
    result = []
    for step in (euler_step, heun_step, rk4_step):
        low, high = order_of(step)
        result.append((round(100 * low), round(100 * high)))
    return np.array(result)


def van_der_pol(mu, t_end):
    solution = solve_adaptive(make_van_der_pol(mu), (0.0, t_end), [2.0, 0.0])
    final = solution.final()
    return solution.steps, solution.evaluations, solution.rejected, final[0], final[1]


def crossings(n):
    """Counts by a callback how often the oscillator goes through zero."""
    last = 1.0
    count = 0

    def watch(t, y):
        nonlocal last, count
        if last * y[0] < 0:
            count += 1
        last = y[0]

    solve_fixed(oscillator, (0.0, 20.0), (1.0, 0.0), n, callback=watch)
    return count


def populations(n):
    solution = solve_fixed(lotka_volterra(beta=0.5), (0.0, 10.0), np.array([10.0, 5.0]), n)
    return solution.y[:: max(1, n // 10)]


def too_few():
    try:
        solve_fixed(oscillator, (0.0, 1.0), [1.0, 0.0], 0)
    except ValueError:
        return -1
    return 0


def stuck(limit):
    return solve_adaptive(make_van_der_pol(5.0), (0.0, 20.0), [2.0, 0.0], max_steps=limit).steps


# run: orders()
# run: van_der_pol(1.0, 10.0)
# run: van_der_pol(5.0, 20.0)
# run: crossings(1000)
# run: populations(100)
# run: too_few()
# raises: RuntimeError: too many steps
# run: stuck(10)
