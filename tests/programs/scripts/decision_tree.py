# A decision tree: fit by the Gini impurity, predict, depth and importances, by recursion over nodes.

import numpy as np


class Node:
    """A node of the tree: a leaf has no children."""

    def __init__(self, label, count):
        self.label = label
        self.count = count
        self.feature = -1
        self.threshold = 0.0
        self.left = None
        self.right = None

    def is_leaf(self):
        return self.left is None


def gini(counts, total):
    """The impurity of a set with so many members of each class."""
    if total == 0:
        return 0.0
    impurity = 1.0
    for c in counts:
        p = c / total
        impurity -= p * p
    return impurity


class DecisionTree:
    """CART for classification."""

    def __init__(self, max_depth=5, min_samples=2):
        self.max_depth = max_depth
        self.min_samples = min_samples
        self.n_classes = 0
        self.root = None
        self.nodes = 0

    def fit(self, X, y):
        if len(X) != len(y):
            raise ValueError("X and y must have the same length")
        self.n_classes = int(y.max()) + 1
        self.importances = np.zeros(X.shape[1])
        self.root = self._grow(X, y, 0)
        total = self.importances.sum()
        if total > 0:
            self.importances /= total
        return self

    def _grow(self, X, y, depth):
        counts = [0] * self.n_classes
        for label in y:
            counts[label] += 1
        best_label = max(range(self.n_classes), key=lambda c: counts[c])
        node = Node(best_label, len(y))
        self.nodes += 1
        if depth >= self.max_depth or len(y) < self.min_samples or counts[best_label] == len(y):
            return node
        feature, threshold, gain = self._best_split(X, y, counts)
        if feature < 0:
            return node
        mask = X[:, feature] <= threshold
        node.feature = feature
        node.threshold = threshold
        self.importances[feature] += gain * len(y)
        node.left = self._grow(X[mask], y[mask], depth + 1)
        node.right = self._grow(X[~mask], y[~mask], depth + 1)
        return node

    def _best_split(self, X, y, counts):
        n, n_features = X.shape
        parent = gini(counts, n)
        best = (-1, 0.0, 0.0)
        for feature in range(n_features):
            order = np.argsort(X[:, feature], kind="stable")
            values = X[order, feature]
            labels = y[order]
            left = [0] * self.n_classes
            right = list(counts)
            for i in range(n - 1):
                left[labels[i]] += 1
                right[labels[i]] -= 1
                if values[i] == values[i + 1]:
                    continue
                n_left = i + 1
                n_right = n - n_left
                child = (n_left * gini(left, n_left) + n_right * gini(right, n_right)) / n
                gain = parent - child
                if gain > best[2] + 1e-12:
                    best = (feature, float((values[i] + values[i + 1]) / 2), float(gain))
        return best

    def predict_one(self, x):
        node = self.root
        while not node.is_leaf():
            if x[node.feature] <= node.threshold:
                node = node.left
            else:
                node = node.right
        return node.label

    def predict(self, X):
        return np.array([self.predict_one(x) for x in X])

    def depth(self):
        def walk(node):
            if node is None or node.is_leaf():
                return 0
            return 1 + max(walk(node.left), walk(node.right))

        return walk(self.root)

    def leaves(self):
        """The labels of the leaves from left to right, with a stack of our own."""
        found = []
        stack = [self.root]
        while stack:
            node = stack.pop()
            if node.is_leaf():
                found.append((node.label, node.count))
            else:
                stack.append(node.right)
                stack.append(node.left)
        return found


def make_data(n, seed=1):
    """Points in a plane; classes by quadrant, and a bit of noise."""
    state = seed
    X = np.empty((n, 3))
    y = np.empty(n, dtype=np.int64)
    for i in range(n):
        for j in range(3):
            state = (state * 1103515245 + 12345) % 2147483648
            X[i, j] = state / 2147483648 * 2 - 1
        y[i] = (1 if X[i, 0] > 0.2 else 0) + (2 if X[i, 1] > -0.1 and X[i, 0] > 0.2 else 0)
        if X[i, 2] > 0.9:
            y[i] = (y[i] + 1) % 4
    return X, y


def accuracy(predicted, y):
    return float(np.mean(predicted == y))


def train(n, max_depth):
    X, y = make_data(n)
    tree = DecisionTree(max_depth=max_depth).fit(X, y)
    test_X, test_y = make_data(n, seed=77)
    return (
        accuracy(tree.predict(X), y),
        accuracy(tree.predict(test_X), test_y),
        tree.depth(),
        tree.nodes,
    )


def importances(n):
    X, y = make_data(n)
    return DecisionTree(4, min_samples=5).fit(X, y).importances


def predictions(X, y, points):
    return DecisionTree(3).fit(X, y).predict(points)


def leaf_table(n, max_depth):
    X, y = make_data(n)
    table = DecisionTree(max_depth).fit(X, y).leaves()
    labels = [label for label, _ in table]
    counts = [count for _, count in table]
    return np.array(labels), np.array(counts)


# run: train(200, 4)
# run: train(60, 1)
# run: importances(150)
# run: X = np.array([[1.0, 2.0], [2.0, 1.0], [3.0, 5.0], [4.0, 0.5]]); predictions(X, np.array([0, 0, 1, 1]), X[::-1] + 0.25)
# run: leaf_table(100, 3)
# raises: ValueError: X and y must have the same length
# run: predictions(np.zeros((3, 2)), np.array([0, 1]), np.zeros((1, 2)))
