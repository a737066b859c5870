#include "peer.h"

void KERNEL(softmax)(const double *RESTRICT x, double *RESTRICT out, int rows, int columns) {
  for (int i = 0; i < rows; i++) {
    const double *row = x + i * columns;
    double *to = out + i * columns, largest = row[0], sum = 0;
    for (int j = 1; j < columns; j++) largest = row[j] > largest ? row[j] : largest;
    for (int j = 0; j < columns; j++) sum += to[j] = exp(row[j] - largest);
    for (int j = 0; j < columns; j++) to[j] /= sum;
  }
}
