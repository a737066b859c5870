# A statement that npc does not compile.
def f(x: int):
    with open("log.txt") as log:  # error[unsupported]: `with`
        log.write(str(x))
    return x
