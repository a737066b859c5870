# Every wrong annotation is reported.
def f(x: flota64, y: "int3", z: float) -> "flaot":  # error[unknown-name]: `flota64`
    # error[unknown-name]: `int3`
    # error[unknown-name]: `flaot`
    return x
