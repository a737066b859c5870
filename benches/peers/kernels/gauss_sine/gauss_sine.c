#include "peer.h"

void KERNEL(gauss_sine)(const double *RESTRICT x, double *RESTRICT out, int n) {
  for (int i = 0; i < n; i++) out[i] = exp(-x[i] * x[i]) * sin(x[i]);
}
