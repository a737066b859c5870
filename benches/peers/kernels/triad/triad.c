#include "peer.h"

void KERNEL(triad)(const double *RESTRICT a, const double *RESTRICT b, const double *RESTRICT c, double *RESTRICT out, int n) {
  for (int i = 0; i < n; i++) out[i] = 2 * a[i] * b[i] + c[i];
}
