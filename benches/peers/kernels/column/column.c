#include "peer.h"

double KERNEL(column)(const double *x, int rows, int columns) {
  int best = 0;
  for (int i = 1; i < rows; i++) {
    if (x[i * columns + 1] > x[best * columns + 1]) best = i;
  }
  return x[best * columns];
}
