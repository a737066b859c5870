#include "peer.h"

#define MATMUL(NAME, T)                                                                                  \
  void KERNEL(NAME)(const T *RESTRICT a, const T *RESTRICT b, T *RESTRICT out, int n, int m, int p) {    \
    memset(out, 0, sizeof(T) * (size_t)n * (size_t)p);                                                   \
    for (int i = 0; i < n; i++) {                                                                        \
      for (int k = 0; k < m; k++) {                                                                      \
        T factor = a[i * m + k];                                                                         \
        for (int j = 0; j < p; j++) out[i * p + j] += factor * b[k * p + j];                             \
      }                                                                                                  \
    }                                                                                                    \
  }

MATMUL(matmul_f64, double)
MATMUL(matmul_f32, float)
