/* One complex number in a vector. */
#include "peer.h"
#include <wasm_simd128.h>

typedef struct { double re, im; } complex128;

static void stage(const complex128 *RESTRICT a, complex128 *RESTRICT b, const complex128 *RESTRICT roots, int m, int stride) {
  v128_t flip = wasm_f64x2_const(-0.0, 0.0);
  for (int p = 0; p < m; p++) {
    v128_t re = wasm_v128_load64_splat(&roots[p * stride].re);
    v128_t im = wasm_v128_xor(wasm_v128_load64_splat(&roots[p * stride].im), flip);
    for (int q = 0; q < stride; q++) {
      v128_t x = wasm_v128_load(a + q + stride * p), y = wasm_v128_load(a + q + stride * (p + m));
      v128_t difference = wasm_f64x2_sub(x, y), swapped = wasm_i64x2_shuffle(difference, difference, 1, 0);
      wasm_v128_store(b + q + stride * 2 * p, wasm_f64x2_add(x, y));
      wasm_v128_store(b + q + stride * (2 * p + 1), wasm_f64x2_add(wasm_f64x2_mul(difference, re), wasm_f64x2_mul(swapped, im)));
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
