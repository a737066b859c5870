"""A 5×5 convolution, written in two ways."""
import numpy as np


def convolve_slices(image: "float32[:, ::1]", kernel: "float32[:, ::1]"):
    """A sum of 25 shifted images."""
    rows = image.shape[0] - kernel.shape[0] + 1
    columns = image.shape[1] - kernel.shape[1] + 1
    out = np.zeros((rows, columns), np.float32)
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            out += kernel[i, j] * image[i:i + rows, j:j + columns]
    return out


def convolve_newaxis(image: "float32[:, :, :, ::1]", kernel: "float32[:, :, :, ::1]"):
    """Images with channels: for each pixel the product of its neighbourhood and all kernels, summed."""
    size = kernel.shape[0]
    rows = image.shape[1] - size + 1
    columns = image.shape[2] - size + 1
    out = np.empty((image.shape[0], rows, columns, kernel.shape[3]), np.float32)
    for i in range(rows):
        for j in range(columns):
            out[:, i, j, :] = np.sum(
                image[:, i:i + size, j:j + size, :, np.newaxis] * kernel[np.newaxis, :, :, :], axis=(1, 2, 3)
            )
    return out
