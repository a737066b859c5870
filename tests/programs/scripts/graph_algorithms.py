# Graph algorithms: Dijkstra, topological order, strongly connected components, spanning trees, flows, colouring.

import heapq
from collections import namedtuple
from dataclasses import dataclass, field
from typing import Dict, List, Optional

import numpy as np

Edge = namedtuple("Edge", "source target weight")
INFINITY = float("inf")


class CycleError(ValueError):
    """The graph has a cycle."""


@dataclass
class Vertex:
    name: int
    edges: List[Edge] = field(default_factory=list)
    visited: bool = False
    parent: Optional["Vertex"] = None
    distance: float = INFINITY

    def reset(self):
        self.visited = False
        self.parent = None
        self.distance = INFINITY


class Graph:
    """A directed graph with weights."""

    def __init__(self, n):
        self.vertices = [Vertex(k) for k in range(n)]
        self.n_edges = 0

    def __len__(self):
        return len(self.vertices)

    def __getitem__(self, k):
        return self.vertices[k]

    def __contains__(self, pair):
        source, target = pair
        return any(edge.target == target for edge in self[source].edges)

    def add(self, source, target, weight=1.0, both=False):
        self[source].edges.append(Edge(source, target, weight))
        self.n_edges += 1
        if both:
            self.add(target, source, weight)

    def edges(self):
        return [edge for vertex in self.vertices for edge in vertex.edges]

    def reversed(self):
        other = Graph(len(self))
        for edge in self.edges():
            other.add(edge.target, edge.source, edge.weight)
        return other


def dijkstra(graph, start):
    for vertex in graph.vertices:
        vertex.reset()
    graph[start].distance = 0.0
    queue = [(0.0, start)]
    while queue:
        distance, k = heapq.heappop(queue)
        vertex = graph[k]
        if vertex.visited:
            continue
        vertex.visited = True
        for _, target, weight in vertex.edges:
            other = graph[target]
            if distance + weight < other.distance:
                other.distance = distance + weight
                other.parent = vertex
                heapq.heappush(queue, (other.distance, target))
    return np.array([v.distance for v in graph.vertices])


def path_to(graph, k):
    path = []
    vertex = graph[k]
    while vertex is not None:
        path.append(vertex.name)
        vertex = vertex.parent
    return path[::-1]


def topological_order(graph):
    """Kahn's algorithm."""
    degree = {k: 0 for k in range(len(graph))}
    for edge in graph.edges():
        degree[edge.target] += 1
    ready = sorted(k for k, d in degree.items() if d == 0)
    order = []
    while ready:
        k = ready.pop(0)
        order.append(k)
        for edge in graph[k].edges:
            degree[edge.target] -= 1
            if degree[edge.target] == 0:
                ready.append(edge.target)
    if len(order) < len(graph):
        raise CycleError("the graph has a cycle")
    return order


def components(graph):
    """Strongly connected components by Kosaraju, as a number for each vertex."""
    seen = set()
    finished = []

    def visit(g, k, found):
        seen.add(k)
        for edge in g[k].edges:
            if edge.target not in seen:
                visit(g, edge.target, found)
        found.append(k)

    for k in range(len(graph)):
        if k not in seen:
            visit(graph, k, finished)
    seen.clear()
    back = graph.reversed()
    numbers = np.full(len(graph), -1)
    count = 0
    for k in reversed(finished):
        if k not in seen:
            members = []
            visit(back, k, members)
            for m in members:
                numbers[m] = count
            count += 1
    return numbers, count


def spanning_tree(graph):
    """Kruskal's algorithm; the weight and the edges."""
    parent = list(range(len(graph)))

    def find(x):
        if parent[x] != x:
            parent[x] = find(parent[x])
        return parent[x]

    total = 0.0
    chosen = []
    for edge in sorted(graph.edges(), key=lambda e: (e.weight, e.source, e.target)):
        a, b = find(edge.source), find(edge.target)
        if a != b:
            parent[a] = b
            total += edge.weight
            chosen.append(edge)
    return total, chosen


def colours(graph):
    """Greedy colouring, vertices of high degree first."""
    colour: Dict[int, int] = {}
    for vertex in sorted(graph.vertices, key=lambda v: -len(v.edges)):
        used = {colour[e.target] for e in vertex.edges if e.target in colour}
        c = 0
        while c in used:
            c += 1
        colour[vertex.name] = c
    return np.array([colour[k] for k in range(len(graph))])


def make(n, seed=1, both=False, acyclic=False):
    graph = Graph(n)
    state = seed
    for k in range(n):
        for _ in range(3):
            state = (state * 48271) % 2147483647
            target = state % n
            if target == k or (k, target) in graph:
                continue
            a, b = (min(k, target), max(k, target)) if acyclic else (k, target)
            if (a, b) not in graph:
                graph.add(a, b, 1.0 + state % 17, both=both)
    return graph


def shortest(n, start, goal):
    graph = make(n)
    distances = dijkstra(graph, start)
    return distances, np.array(path_to(graph, goal))


def order(n, acyclic=True):
    return np.array(topological_order(make(n, acyclic=acyclic)))


def scc(n, seed):
    return components(make(n, seed))


def tree(n):
    total, chosen = spanning_tree(make(n, both=True))
    return total, len(chosen), max(e.weight for e in chosen), np.array([(e.source, e.target) for e in chosen[:3]])


def colouring(n):
    graph = make(n, both=True)
    colour = colours(graph)
    fine = all(colour[e.source] != colour[e.target] for e in graph.edges())
    return colour, fine, graph.n_edges


# run: shortest(20, 0, 7)
# run: shortest(1, 0, 0)
# run: order(15)
# raises: CycleError: the graph has a cycle
# run: order(15, False)
# run: scc(12, 5)
# run: scc(3, 2)
# run: tree(14)
# run: colouring(16)
