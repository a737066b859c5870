#include "peer.h"

void KERNEL(distances)(const double *RESTRICT x, double *RESTRICT out, int n, int dims) {
  for (int i = 0; i < n; i++) {
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int d = 0; d < dims; d++) {
        double difference = x[i * dims + d] - x[j * dims + d];
        sum += difference * difference;
      }
      out[i * n + j] = sqrt(sum);
    }
  }
}
