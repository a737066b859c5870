# Sets in algorithms: primes, visited states, unique pairs.


def primes(n):
    composite = set()
    result = []
    for i in range(2, n):
        if i not in composite:
            result.append(i)
            for j in range(i * i, n, i):
                composite.add(j)
    return result


def cycle(seed):
    seen = set()
    steps = 0
    while seed not in seen:
        seen.add(seed)
        seed = (seed * seed + 1) % 255
        steps += 1
    return steps, seed


def pairs(xs):
    unique = {(a, b) for a in xs for b in xs if a < b}
    return len(unique), (1, 2) in unique


# run: primes(50)
# run: cycle(3)
# run: pairs(np.array([3, 1, 2, 1]))
