/* Blocked and packed: tiles of 4 rows and 2 vectors of columns, panels of 256 terms. Extents are multiples of the tile's, else plain loops. */
#include "peer.h"
#include <wasm_simd128.h>

#define ROWS 4
#define TERMS 256

#define MATMUL(NAME, T, LANES, SPLAT, ADD, MUL)                                                                            \
  static void NAME##_tile(const T *a, const T *b, T *out, int terms, int p) {                                              \
    v128_t s[ROWS][2];                                                                                                     \
    for (int r = 0; r < ROWS; r++) {                                                                                       \
      s[r][0] = wasm_v128_load(out + r * p);                                                                               \
      s[r][1] = wasm_v128_load(out + r * p + LANES);                                                                       \
    }                                                                                                                      \
    for (int k = 0; k < terms; k++, a += ROWS, b += 2 * LANES) {                                                           \
      v128_t u = wasm_v128_load(b), v = wasm_v128_load(b + LANES);                                                         \
      for (int r = 0; r < ROWS; r++) {                                                                                     \
        v128_t f = SPLAT(a + r);                                                                                           \
        s[r][0] = ADD(s[r][0], MUL(f, u));                                                                                 \
        s[r][1] = ADD(s[r][1], MUL(f, v));                                                                                 \
      }                                                                                                                    \
    }                                                                                                                      \
    for (int r = 0; r < ROWS; r++) {                                                                                       \
      wasm_v128_store(out + r * p, s[r][0]);                                                                               \
      wasm_v128_store(out + r * p + LANES, s[r][1]);                                                                       \
    }                                                                                                                      \
  }                                                                                                                        \
                                                                                                                           \
  void KERNEL(NAME)(const T *RESTRICT a, const T *RESTRICT b, T *RESTRICT out, int n, int m, int p) {                      \
    memset(out, 0, sizeof(T) * (size_t)n * (size_t)p);                                                                     \
    if (n % ROWS || p % (2 * LANES)) {                                                                                     \
      for (int i = 0; i < n; i++) {                                                                                        \
        for (int k = 0; k < m; k++) {                                                                                      \
          for (int j = 0; j < p; j++) out[i * p + j] += a[i * m + k] * b[k * p + j];                                       \
        }                                                                                                                  \
      }                                                                                                                    \
      return;                                                                                                              \
    }                                                                                                                      \
    T *pb = scratch(0, sizeof(T) * TERMS * (size_t)p), *pa = scratch(1, sizeof(T) * TERMS * ROWS);                         \
    for (int k0 = 0; k0 < m; k0 += TERMS) {                                                                                \
      int terms = m - k0 < TERMS ? m - k0 : TERMS;                                                                         \
      T *to = pb;                                                                                                          \
      for (int j = 0; j < p; j += 2 * LANES) {                                                                             \
        for (int k = 0; k < terms; k++, to += 2 * LANES) memcpy(to, b + (k0 + k) * p + j, sizeof(T) * 2 * LANES);          \
      }                                                                                                                    \
      for (int i = 0; i < n; i += ROWS) {                                                                                  \
        for (int k = 0; k < terms; k++) {                                                                                  \
          for (int r = 0; r < ROWS; r++) pa[k * ROWS + r] = a[(i + r) * m + k0 + k];                                       \
        }                                                                                                                  \
        for (int j = 0; j < p; j += 2 * LANES) NAME##_tile(pa, pb + j * terms, out + i * p + j, terms, p);                 \
      }                                                                                                                    \
    }                                                                                                                      \
  }

MATMUL(matmul_f64, double, 2, wasm_v128_load64_splat, wasm_f64x2_add, wasm_f64x2_mul)
MATMUL(matmul_f32, float, 4, wasm_v128_load32_splat, wasm_f32x4_add, wasm_f32x4_mul)
