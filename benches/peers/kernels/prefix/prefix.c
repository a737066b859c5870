#include "peer.h"

void KERNEL(prefix_f64)(const double *RESTRICT x, double *RESTRICT out, int n) {
  double sum = 0;
  for (int i = 0; i < n; i++) out[i] = sum += x[i];
}

void KERNEL(prefix_i64)(const int32_t *RESTRICT x, int64_t *RESTRICT out, int n) {
  int64_t sum = 0;
  for (int i = 0; i < n; i++) out[i] = sum += x[i];
}
