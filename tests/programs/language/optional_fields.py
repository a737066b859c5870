# Fields and elements that may be None: trees and linked lists.


class Node:
    def __init__(self, value):
        self.value = value
        self.left = None
        self.right = None


def insert(root, value):
    if root is None:
        return Node(value)
    if value < root.value:
        root.left = insert(root.left, value)
    else:
        root.right = insert(root.right, value)
    return root


def walk(node, out):
    if node is not None:
        walk(node.left, out)
        out.append(node.value)
        walk(node.right, out)


def depth(node):
    if node is None:
        return 0
    return 1 + max(depth(node.left), depth(node.right))


def tree(xs):
    root = None
    for x in xs:
        root = insert(root, x)
    out = []
    walk(root, out)
    return out, depth(root)


class Link:
    def __init__(self, value, next):
        self.value = value
        self.next = next


def linked(n):
    head = None
    for i in range(n):
        head = Link(i, head)
    total = 0
    count = 0
    while head is not None:
        total += head.value * (count + 1)
        count += 1
        head = head.next
    return total, count


# run: tree([5, 2, 8, 1, 9, 3])
# run: tree([1])
# run: linked(5)
# run: linked(0)
# run: linked(20000)
