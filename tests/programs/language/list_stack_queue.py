# Lists as stacks and queues: balanced brackets, breadth-first search, a simple deque.


def balanced(codes):
    stack = []
    for c in codes:
        if c > 0:
            stack.append(c)
        elif not stack or stack.pop() != -c:
            return False
    return len(stack) == 0


def reach(n, start):
    queue = [start]
    seen = [False] * n
    seen[start] = True
    order = []
    while queue:
        v = queue.pop(0)
        order.append(v)
        for w in ((v * 2) % n, (v + 3) % n):
            if not seen[w]:
                seen[w] = True
                queue.append(w)
    return order


def rotate(n, k):
    xs = [i for i in range(n)]
    for _ in range(k):
        xs.insert(0, xs.pop())
    return xs


# run: balanced(np.array([1, 2, -2, -1]))
# run: balanced(np.array([1, -2]))
# run: balanced(np.array([-1]))
# run: reach(10, 1)
# run: rotate(5, 2)
