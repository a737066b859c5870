# Fourier transforms of lengths with all kinds of factors, there and back.
# rtol: 1e-12
import numpy as np


def there(x):
    return np.fft.fft(x)


def back(x):
    return np.fft.ifft(x)


def options(x):
    return np.fft.fft(x, n=6), np.fft.fft(x, n=3), np.fft.fft(x, axis=0), np.fft.fft(x, norm="ortho"), np.fft.ifft(x, norm="forward")


def halves(x):
    return np.fft.rfft(x), np.fft.irfft(x), np.fft.irfft(x, 5), np.fft.rfft(x, n=7)


def planes(x):
    return np.fft.fft2(x), np.fft.ifft2(x), np.fft.fftn(x, axes=(0,))


def frequencies(n):
    return np.fft.fftfreq(n, 0.1), np.fft.rfftfreq(n), np.fft.fftshift(np.fft.fftfreq(n)), np.fft.ifftshift(np.arange(n))


# run: there(np.ones(4))
# run: there(np.arange(8.))
# run: there(np.arange(12) ** 2 % 7)
# run: there((np.arange(30) * 7 % 11 + 1j * (np.arange(30) % 4))[::-1])
# run: there(np.arange(17.))
# run: there(np.arange(64.) * 0.37 % 1)
# run: there(np.arange(49.).reshape(7, 7)[:, ::2])
# run: there(np.array([5.]))
# run: there(np.arange(1000.) * 0.61803 % 1)
# run: there(np.arange(12, dtype=np.float64).reshape(3, 4).T)
# raises: ValueError
# run: there(np.zeros(0))
# run: back(np.arange(8.) * 1j)
# run: back(np.arange(15) % 4 + 0.5j)
# run: options(np.arange(20.).reshape(4, 5))
# run: halves(np.arange(8.) ** 2 % 5)
# run: halves(np.arange(9.)[::-1])
# run: planes(np.arange(12.).reshape(3, 4))
# run: frequencies(8)
# run: frequencies(7)
