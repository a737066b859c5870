#include "peer.h"

void KERNEL(histogram)(const double *RESTRICT x, int64_t *RESTRICT counts, int n) {
  memset(counts, 0, 100 * sizeof(int64_t));
  for (int i = 0; i < n; i++) {
    if (x[i] >= 0 && x[i] <= 1) {
      int bin = (int)(x[i] * 100);
      counts[bin < 100 ? bin : 99]++;
    }
  }
}
