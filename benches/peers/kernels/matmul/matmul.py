"""K5: matrix products."""


def matmul_f64(a: "float64[:, ::1]", b: "float64[:, ::1]"):
    return a @ b


def matmul_f32(a: "float32[:, ::1]", b: "float32[:, ::1]"):
    return a @ b
