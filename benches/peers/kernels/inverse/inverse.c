#include "peer.h"

void KERNEL(inverse)(const double *RESTRICT all, double *RESTRICT out, int n) {
  for (int k = 0; k < n; k++) {
    const double(*m)[3] = (const double(*)[3])(all + 9 * k);
    double det = 0;
    for (int j = 0; j < 3; j++) {
      det += m[0][j] * (m[1][(j + 1) % 3] * m[2][(j + 2) % 3] - m[1][(j + 2) % 3] * m[2][(j + 1) % 3]);
    }
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        out[9 * k + 3 * j + i] = (m[(i + 1) % 3][(j + 1) % 3] * m[(i + 2) % 3][(j + 2) % 3] -
                                  m[(i + 1) % 3][(j + 2) % 3] * m[(i + 2) % 3][(j + 1) % 3]) / det;
      }
    }
  }
}
