# A small neural network: dense layers, activations, backpropagation, momentum, early stopping.
# rtol: 1e-9

import math

import numpy as np


class Rng:
    """A 32-bit xorshift generator."""

    def __init__(self, seed):
        self.x = seed

    def next(self):
        self.x ^= (self.x << 13) & 0xFFFFFFFF
        self.x ^= self.x >> 17
        self.x ^= (self.x << 5) & 0xFFFFFFFF
        return self.x / 2**32

    def normal(self):
        """Roughly normal: a sum of twelve uniform numbers."""
        return sum(self.next() for _ in range(12)) - 6.0

    def matrix(self, rows, columns, scale=1.0):
        return np.array([[self.normal() * scale for _ in range(columns)] for _ in range(rows)])


def sigmoid(x):
    return 1.0 / (1.0 + np.exp(-x))


def sigmoid_slope(y):
    return y * (1.0 - y)


def relu(x):
    return np.maximum(x, 0.0)


def relu_slope(y):
    return (y > 0).astype(np.float64)


ACTIVATIONS = {
    "sigmoid": (sigmoid, sigmoid_slope),
    "relu": (relu, relu_slope),
    "tanh": (np.tanh, lambda y: 1.0 - y**2),
}


class Dense:
    """A layer: y = activation(x W + b)."""

    def __init__(self, n_in, n_out, activation, rng):
        self.W = rng.matrix(n_in, n_out, scale=math.sqrt(2.0 / n_in))
        self.b = np.zeros(n_out)
        self.activation, self.slope = ACTIVATIONS[activation]
        self.vW = np.zeros_like(self.W)
        self.vb = np.zeros_like(self.b)
        self.x = np.zeros((1, n_in))
        self.y = np.zeros((1, n_out))

    @property
    def size(self):
        return self.W.size + self.b.size

    def forward(self, x):
        self.x = x
        self.y = self.activation(x @ self.W + self.b)
        return self.y

    def backward(self, gradient, rate, momentum):
        delta = gradient * self.slope(self.y)
        dW = self.x.T @ delta / len(self.x)
        db = delta.mean(axis=0)
        back = delta @ self.W.T
        self.vW = momentum * self.vW - rate * dW
        self.vb = momentum * self.vb - rate * db
        self.W += self.vW
        self.b += self.vb
        return back


class Network:
    def __init__(self, *layers):
        self.layers = list(layers)
        self.history = []

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, gradient, rate, momentum):
        for layer in reversed(self.layers):
            gradient = layer.backward(gradient, rate, momentum)

    def train(self, x, y, epochs=100, rate=0.5, momentum=0.9, batch=8, patience=20):
        best = math.inf
        waited = 0
        n = len(x)
        for epoch in range(epochs):
            for start in range(0, n, batch):
                xs, ys = x[start : start + batch], y[start : start + batch]
                out = self.forward(xs)
                self.backward(2 * (out - ys), rate, momentum)
            loss = float(np.mean((self.forward(x) - y) ** 2))
            self.history.append(loss)
            if loss < best - 1e-6:
                best, waited = loss, 0
            else:
                waited += 1
                if waited >= patience:
                    break
        return best


def parity_data(bits):
    n = 2**bits
    x = np.zeros((n, bits))
    y = np.zeros((n, 1))
    for i in range(n):
        for j in range(bits):
            x[i, j] = (i >> j) & 1
        y[i, 0] = bin_count(i) % 2
    return x, y


def bin_count(n):
    count = 0
    while n:
        n &= n - 1
        count += 1
    return count


def train_xor(epochs):
    rng = Rng(2463534242)
    x, y = parity_data(2)
    network = Network(Dense(2, 4, "sigmoid", rng), Dense(4, 1, "sigmoid", rng))
    loss = network.train(x, y, epochs=epochs, rate=1.0, batch=4)
    return loss, len(network.history), network.forward(x)


def layer_sizes():
    rng = Rng(12345)
    layers = [Dense(a, b, "sigmoid", rng) for a, b in zip([3, 8, 4], [8, 4, 1])]
    network = Network(layers[0], layers[1], layers[2])
    return [layer.size for layer in network.layers][1], sum([layer.size for layer in layers])


def gradient_check(h=1e-6):
    """Compares backward with differences."""
    rng = Rng(77)
    x = rng.matrix(5, 3)
    y = rng.matrix(5, 2)
    worst = 0.0
    layer = Dense(3, 2, "sigmoid", rng)
    W = layer.W.copy()
    out = layer.forward(x)
    layer.backward(2 * (out - y), 1.0, 0.0)
    analytic = W - layer.W
    for i in range(3):
        for j in range(2):
            numeric = 0.0
            for sign in (1, -1):
                probe = W.copy()
                probe[i, j] += sign * h
                numeric += sign * np.sum((sigmoid(x @ probe) - y) ** 2)
            numeric /= 2 * h * len(x)
            worst = max(worst, abs(numeric - analytic[i, j]))
    return bool(worst < 1e-5)


def relu_layer():
    rng = Rng(99)
    layer = Dense(2, 3, "relu", rng)
    return layer.forward(np.array([[1.0, 2.0], [-1.0, 0.5]])), layer.size


def learn_sine(epochs):
    rng = Rng(4242)
    x = np.linspace(-1, 1, 21).reshape(-1, 1)
    y = 0.5 + 0.4 * np.sin(3 * x)
    network = Network(Dense(1, 6, "sigmoid", rng), Dense(6, 1, "sigmoid", rng))
    network.train(x, y, epochs, batch=7)
    return network.history[0], network.history[-1], len(network.history)


# run: train_xor(200)
# run: layer_sizes()
# run: gradient_check()
# run: relu_layer()
# run: learn_sine(60)
