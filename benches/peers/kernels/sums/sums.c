#include "peer.h"

int64_t KERNEL(sum_i64)(const int32_t *x, int n) {
  int64_t sum = 0;
  for (int i = 0; i < n; i++) sum += x[i];
  return sum;
}

int32_t KERNEL(sum_i32)(const int32_t *x, int n) {
  uint32_t sum = 0;
  for (int i = 0; i < n; i++) sum += (uint32_t)x[i];
  return (int32_t)sum;
}

double KERNEL(sum_f64)(const double *x, int n) {
  double sum = 0;
  for (int i = 0; i < n; i++) sum += x[i];
  return sum;
}

double KERNEL(mean_f64)(const double *x, int n) { return sum_f64(x, n) / n; }

double KERNEL(var_f64)(const double *x, int n) {
  double mean = mean_f64(x, n), sum = 0;
  for (int i = 0; i < n; i++) sum += (x[i] - mean) * (x[i] - mean);
  return sum / n;
}
