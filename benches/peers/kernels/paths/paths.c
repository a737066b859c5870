#include "peer.h"

void KERNEL(paths)(const double *lengths, double *d, int n) {
  memcpy(d, lengths, sizeof(double) * (size_t)n * (size_t)n);
  for (int k = 0; k < n; k++) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (d[i * n + k] + d[k * n + j] < d[i * n + j]) d[i * n + j] = d[i * n + k] + d[k * n + j];
      }
    }
  }
}
