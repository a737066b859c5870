# Every format of ints.


def plain(n):
    return f"{n:d} {n:5}| {n:<5}| {n:^5}| {n:>5} {n:05} {n:+} {n: } {n:-}"


def bases(n):
    return f"{n:b} {n:o} {n:x} {n:X} {n:#b} {n:#o} {n:#x} {n:#X} {n:#010x} {n:_x} {n:+#x}"


def grouped(n):
    return f"{n:,} {n:_} {n:15,}| {n:015,} {n:_b} {n:#_x} {n:=+20,}"


def filled(n):
    return f"{n:*>8} {n:*<8} {n:*^8} {n:*=8} {n:é^7} {n:0>6} {n:x<4}"


def as_floats(n):
    return f"{n:.2f} {n:e} {n:g} {n:%} {n:10.1f}|"


def characters(n):
    return f"{n:c} {n:3c}| {n:<3c}|"


def bools(x):
    return f"{x} {x:d} {x:5} {x:>5} {x!s:>7} {x:.1f}"


# run: plain(0)
# run: plain(42)
# run: plain(-12345)
# run: plain(9223372036854775807)
# run: plain(-9223372036854775808)
# run: bases(0)
# run: bases(42)
# run: bases(-12345)
# run: bases(9223372036854775807)
# run: bases(-9223372036854775808)
# run: grouped(0)
# run: grouped(42)
# run: grouped(-12345)
# run: grouped(9223372036854775807)
# run: grouped(-9223372036854775808)
# run: filled(0)
# run: filled(42)
# run: filled(-12345)
# run: filled(9223372036854775807)
# run: filled(-9223372036854775808)
# run: as_floats(0)
# run: as_floats(42)
# run: as_floats(-12345)
# run: as_floats(9223372036854775807)
# run: as_floats(-9223372036854775808)
# run: characters(65)
# run: characters(8364)
# raises: OverflowError: %c arg not in range(0x110000)
# run: characters(-1)
# run: bools(True)
# run: bools(False)
