# A class with several fields of different types that change over time.


class Machine:
    def __init__(self, tape):
        self.tape = tape
        self.at = 0
        self.state = "scan"
        self.steps = 0
        self.marks = set()

    def step(self):
        self.steps += 1
        if self.state == "scan":
            if self.at >= len(self.tape):
                self.state = "done"
            elif self.tape[self.at] % 2 == 0:
                self.tape[self.at] //= 2
                self.marks.add(self.at)
            else:
                self.at += 1
        return self.state != "done"


def run(tape):
    m = Machine(tape)
    while m.step():
        pass
    return m.tape, m.steps, m.state, len(m.marks)


# run: run([8, 3, 6])
# run: run([1])
