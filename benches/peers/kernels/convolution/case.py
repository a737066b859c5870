from bench.case import Case, side, uniform


def plain(n):
    return [uniform(side(n) ** 2).reshape(side(n), -1).astype("float32"), uniform(25, seed=1).reshape(5, 5).astype("float32")]


def channels(n):
    size = side(n // 3)
    return [uniform(size * size * 3).reshape(1, size, size, 3).astype("float32"),
            uniform(5 * 5 * 3 * 8, seed=1).reshape(5, 5, 3, 8).astype("float32")]


CASES = [
    Case("convolve_slices", "convolution 5×5 of 1024² float32, shifted slices", plain,
         lambda image, kernel: [*image.shape, kernel.shape[0]], size=1024 * 1024, tolerance=1e-5),
    Case("convolve_newaxis", "convolution 5×5×3 to 8 channels of 128² float32, newaxis and sum", channels,
         lambda image, kernel: [*image.shape[1:], kernel.shape[0], kernel.shape[3]], size=3 * 128 * 128, most=100_000, tolerance=1e-5),
]
