#include "peer.h"
#include <wasm_simd128.h>

static inline v128_t term(const double *a, const double *b, const double *c) {
  v128_t two = wasm_f64x2_const(2, 2);
  return wasm_f64x2_add(wasm_f64x2_mul(wasm_f64x2_mul(two, wasm_v128_load(a)), wasm_v128_load(b)), wasm_v128_load(c));
}

void KERNEL(triad)(const double *RESTRICT a, const double *RESTRICT b, const double *RESTRICT c, double *RESTRICT out, int n) {
  int i = 0;
  for (; i + 8 <= n; i += 8) {
    for (int k = 0; k < 8; k += 2) wasm_v128_store(out + i + k, term(a + i + k, b + i + k, c + i + k));
  }
  for (; i < n; i++) out[i] = 2 * a[i] * b[i] + c[i];
}
