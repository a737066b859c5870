"""Powers of integers, and division of floats as NumPy's `divmod` has it."""
import npc


def int_power(x: int64, n: int64) -> int64:
    """x**n for n >= 0 by squaring; wraps."""
    result = npc.int64(1)
    while n > 0:
        if n & 1:
            result = result * x
        x = x * x
        n = n >> 1
    return result


def python_power(x: int64, n: int64) -> int64:
    """x**n for n >= 0 by squaring; raises OverflowError beyond 64 bits."""
    result = npc.int64(1)
    while n > 0:
        if n & 1:
            result = npc.checked_mul(result, x)
        n = n >> 1
        if n > 0:
            x = npc.checked_mul(x, x)
    return result


def remainder(a: float64, b: float64) -> float64:
    """The remainder with the sign of the divisor; NumPy's npy_divmod."""
    m = fmod(a, b)
    if b == 0:
        return m
    if m != 0:
        if (b < 0) != (m < 0):
            m = m + b
        return m
    return npc.copysign(npc.float64(0), b)


def floor_divide(a: float64, b: float64) -> float64:
    """The floor of the quotient; NumPy's npy_floor_divide."""
    if b == 0:
        return a / b
    m = fmod(a, b)
    quotient = (a - m) / b
    if m != 0:
        if (b < 0) != (m < 0):
            quotient = quotient - 1.0
    if quotient != 0:
        floored = npc.floor(quotient)
        if quotient - floored > 0.5:
            floored = floored + 1.0
        return floored
    return npc.copysign(npc.float64(0), a / b)


def remainder_f32(a: float32, b: float32) -> float32:
    """As `remainder`, in float32."""
    m = fmod_f32(a, b)
    if b == 0:
        return m
    if m != 0:
        if (b < 0) != (m < 0):
            m = m + b
        return m
    return npc.copysign(npc.float32(npc.float64(0)), b)


def floor_divide_f32(a: float32, b: float32) -> float32:
    """As `floor_divide`, in float32."""
    if b == 0:
        return a / b
    m = fmod_f32(a, b)
    quotient = (a - m) / b
    one = npc.float32(npc.float64(1))
    if m != 0:
        if (b < 0) != (m < 0):
            quotient = quotient - one
    if quotient != 0:
        floored = npc.floor(quotient)
        if quotient - floored > npc.float32(npc.float64(0.5)):
            floored = floored + one
        return floored
    return npc.copysign(npc.float32(npc.float64(0)), a / b)
