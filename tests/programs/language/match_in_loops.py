# match in an interpreter of small programs: a stack machine over tuples.


def run(program):
    stack = []
    for op, arg in program:
        match op:
            case 0:
                stack.append(arg)
            case 1 | 2 if len(stack) < 2:
                return -1
            case 1:
                stack.append(stack.pop() + stack.pop())
            case 2:
                stack.append(stack.pop() * stack.pop())
            case _:
                break
    return stack[-1] if stack else 0


def sign(n):
    match n:
        case 0:
            return "zero"
        case k if k < 0:
            return "negative"
        case 1 | 2 | 3:
            return "small"
        case _:
            return "large"


# run: run([(0, 2), (0, 3), (1, 0), (0, 4), (2, 0)])
# run: run([(1, 0)])
# run: run([(9, 0), (0, 1)])
# run: sign(0)
# run: sign(-5)
# run: sign(2)
# run: sign(70)
