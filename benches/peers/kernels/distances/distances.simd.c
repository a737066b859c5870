/* Columns first, so that two distances are computed at once. */
#include "peer.h"
#include <wasm_simd128.h>

void KERNEL(distances)(const double *RESTRICT x, double *RESTRICT out, int n, int dims) {
  double *t = scratch(0, sizeof(double) * (size_t)n * (size_t)dims);
  for (int d = 0; d < dims; d++) {
    for (int j = 0; j < n; j++) t[d * n + j] = x[j * dims + d];
  }
  for (int i = 0; i < n; i++) {
    int j = 0;
    for (; j + 4 <= n; j += 4) {
      v128_t low = wasm_f64x2_const(0, 0), high = low;
      for (int d = 0; d < dims; d++) {
        v128_t at = wasm_f64x2_splat(x[i * dims + d]);
        v128_t p = wasm_f64x2_sub(at, wasm_v128_load(t + d * n + j));
        v128_t q = wasm_f64x2_sub(at, wasm_v128_load(t + d * n + j + 2));
        low = wasm_f64x2_add(low, wasm_f64x2_mul(p, p));
        high = wasm_f64x2_add(high, wasm_f64x2_mul(q, q));
      }
      wasm_v128_store(out + i * n + j, wasm_f64x2_sqrt(low));
      wasm_v128_store(out + i * n + j + 2, wasm_f64x2_sqrt(high));
    }
    for (; j < n; j++) {
      double sum = 0;
      for (int d = 0; d < dims; d++) {
        double difference = x[i * dims + d] - t[d * n + j];
        sum += difference * difference;
      }
      out[i * n + j] = sqrt(sum);
    }
  }
}
