/* Integers with four accumulators; floats with eight partial sums in four registers, pairwise as NumPy adds. */
#include "peer.h"
#include <wasm_simd128.h>

int64_t KERNEL(sum_i64)(const int32_t *x, int n) {
  v128_t a = wasm_i64x2_const(0, 0), b = a, c = a, d = a;
  int i = 0;
  for (; i + 8 <= n; i += 8) {
    v128_t p = wasm_v128_load(x + i), q = wasm_v128_load(x + i + 4);
    a = wasm_i64x2_add(a, wasm_i64x2_extend_low_i32x4(p));
    b = wasm_i64x2_add(b, wasm_i64x2_extend_high_i32x4(p));
    c = wasm_i64x2_add(c, wasm_i64x2_extend_low_i32x4(q));
    d = wasm_i64x2_add(d, wasm_i64x2_extend_high_i32x4(q));
  }
  a = wasm_i64x2_add(wasm_i64x2_add(a, b), wasm_i64x2_add(c, d));
  int64_t sum = wasm_i64x2_extract_lane(a, 0) + wasm_i64x2_extract_lane(a, 1);
  for (; i < n; i++) sum += x[i];
  return sum;
}

int32_t KERNEL(sum_i32)(const int32_t *x, int n) {
  v128_t a = wasm_i32x4_const(0, 0, 0, 0), b = a, c = a, d = a;
  int i = 0;
  for (; i + 16 <= n; i += 16) {
    a = wasm_i32x4_add(a, wasm_v128_load(x + i));
    b = wasm_i32x4_add(b, wasm_v128_load(x + i + 4));
    c = wasm_i32x4_add(c, wasm_v128_load(x + i + 8));
    d = wasm_i32x4_add(d, wasm_v128_load(x + i + 12));
  }
  a = wasm_i32x4_add(wasm_i32x4_add(a, b), wasm_i32x4_add(c, d));
  uint32_t sum = (uint32_t)wasm_i32x4_extract_lane(a, 0) + (uint32_t)wasm_i32x4_extract_lane(a, 1) +
                 (uint32_t)wasm_i32x4_extract_lane(a, 2) + (uint32_t)wasm_i32x4_extract_lane(a, 3);
  for (; i < n; i++) sum += (uint32_t)x[i];
  return (int32_t)sum;
}

/* Of x - mean, squared, if `squared`; else of x. */
static inline v128_t term(const double *x, v128_t mean, int squared) {
  v128_t v = wasm_v128_load(x);
  if (!squared) return v;
  v = wasm_f64x2_sub(v, mean);
  return wasm_f64x2_mul(v, v);
}

static inline double term1(double x, double mean, int squared) { return squared ? (x - mean) * (x - mean) : x; }

static inline double block(const double *x, int n, double mean, int squared) {
  double sum = -0.0;
  int i = 0;
  if (n >= 8) {
    v128_t m = wasm_f64x2_splat(mean);
    v128_t a = term(x, m, squared), b = term(x + 2, m, squared), c = term(x + 4, m, squared), d = term(x + 6, m, squared);
    for (i = 8; i + 8 <= n; i += 8) {
      a = wasm_f64x2_add(a, term(x + i, m, squared));
      b = wasm_f64x2_add(b, term(x + i + 2, m, squared));
      c = wasm_f64x2_add(c, term(x + i + 4, m, squared));
      d = wasm_f64x2_add(d, term(x + i + 6, m, squared));
    }
    sum = ((wasm_f64x2_extract_lane(a, 0) + wasm_f64x2_extract_lane(a, 1)) +
           (wasm_f64x2_extract_lane(b, 0) + wasm_f64x2_extract_lane(b, 1))) +
          ((wasm_f64x2_extract_lane(c, 0) + wasm_f64x2_extract_lane(c, 1)) +
           (wasm_f64x2_extract_lane(d, 0) + wasm_f64x2_extract_lane(d, 1)));
  }
  for (; i < n; i++) sum += term1(x[i], mean, squared);
  return sum;
}

static double plain(const double *x, int n) {
  if (n <= 128) return block(x, n, 0, 0);
  int half = n / 2 - n / 2 % 8;
  return plain(x, half) + plain(x + half, n - half);
}

static double squares(const double *x, int n, double mean) {
  if (n <= 128) return block(x, n, mean, 1);
  int half = n / 2 - n / 2 % 8;
  return squares(x, half, mean) + squares(x + half, n - half, mean);
}

double KERNEL(sum_f64)(const double *x, int n) { return plain(x, n); }

double KERNEL(mean_f64)(const double *x, int n) { return plain(x, n) / n; }

double KERNEL(var_f64)(const double *x, int n) { return squares(x, n, plain(x, n) / n) / n; }
