"""Floyd and Warshall's shortest paths between all nodes, with loops."""


def paths(lengths: "float64[:, ::1]"):
    d = lengths.copy()
    n = d.shape[0]
    for k in range(n):
        for i in range(n):
            for j in range(n):
                if d[i, k] + d[k, j] < d[i, j]:
                    d[i, j] = d[i, k] + d[k, j]
    return d
