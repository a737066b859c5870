#include "peer.h"

void KERNEL(cumsum)(const double *RESTRICT x, double *RESTRICT out, int n) {
  double sum = 0;
  for (int i = 0; i < n; i++) out[i] = sum += x[i];
}
