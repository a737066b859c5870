#include "peer.h"

void KERNEL(kmeans)(const double *RESTRICT points, const double *RESTRICT centres, double *RESTRICT moved, int n, int dims, int k) {
  int *counts = scratch(0, sizeof(int) * (size_t)k);
  memset(counts, 0, sizeof(int) * (size_t)k);
  memset(moved, 0, sizeof(double) * (size_t)(k * dims));
  for (int i = 0; i < n; i++) {
    double best = INFINITY;
    int nearest = 0;
    for (int c = 0; c < k; c++) {
      double distance = 0;
      for (int d = 0; d < dims; d++) {
        double difference = points[i * dims + d] - centres[c * dims + d];
        distance += difference * difference;
      }
      if (distance < best) best = distance, nearest = c;
    }
    counts[nearest]++;
    for (int d = 0; d < dims; d++) moved[nearest * dims + d] += points[i * dims + d];
  }
  for (int c = 0; c < k; c++) {
    for (int d = 0; d < dims; d++) moved[c * dims + d] /= counts[c];
  }
}
