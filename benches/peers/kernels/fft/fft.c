#include "peer.h"

typedef struct { double re, im; } complex128;

static void stage(const complex128 *RESTRICT a, complex128 *RESTRICT b, const complex128 *RESTRICT roots, int m, int stride) {
  for (int p = 0; p < m; p++) {
    complex128 w = roots[p * stride];
    for (int q = 0; q < stride; q++) {
      complex128 x = a[q + stride * p], y = a[q + stride * (p + m)];
      complex128 difference = {x.re - y.re, x.im - y.im};
      b[q + stride * 2 * p] = (complex128){x.re + y.re, x.im + y.im};
      b[q + stride * (2 * p + 1)] =
          (complex128){difference.re * w.re - difference.im * w.im, difference.re * w.im + difference.im * w.re};
    }
  }
}

void KERNEL(fft)(const complex128 *x, const complex128 *roots, complex128 *out, int n) {
  complex128 *a = out, *b = scratch(0, sizeof(complex128) * (size_t)n);
  int stages = 0;
  while (1 << stages < n) stages++;
  if (stages % 2) a = b, b = out;
  memcpy(a, x, sizeof(complex128) * (size_t)n);
  for (int stride = 1; stride < n; stride *= 2) {
    stage(a, b, roots, n / (2 * stride), stride);
    complex128 *swapped = a;
    a = b, b = swapped;
  }
}
