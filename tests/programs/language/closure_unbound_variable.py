# A closure that reads a variable before it has a value raises NameError in the closure.
def too_early(x):
    def show():
        return y + x

    z = show()
    y = 1
    return z


def on_a_path(c):
    if c:
        y = 2

    def get():
        return y

    return get()


# raises: NameError: cannot access free variable 'y' where it is not associated with a value in enclosing scope
# run: too_early(1)
# run: on_a_path(True)
# raises: NameError
# run: on_a_path(False)
