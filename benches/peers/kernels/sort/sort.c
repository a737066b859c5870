/* `qsort` calls a function for each comparison; this is the merge sort that one would write in its place. */
#include "peer.h"

static void insertion(double *x, int n) {
  for (int i = 1; i < n; i++) {
    double value = x[i];
    int j = i;
    for (; j > 0 && value < x[j - 1]; j--) x[j] = x[j - 1];
    x[j] = value;
  }
}

static void merge(const double *RESTRICT a, int n, const double *RESTRICT b, int m, double *RESTRICT out) {
  int i = 0, j = 0, k = 0;
  while (i < n && j < m) {
    int second = b[j] < a[i];
    out[k++] = second ? b[j] : a[i];
    j += second;
    i += !second;
  }
  while (i < n) out[k++] = a[i++];
  while (j < m) out[k++] = b[j++];
}

void KERNEL(sort)(const double *x, double *out, int n) {
  double *from = out, *to = scratch(0, sizeof(double) * (size_t)n);
  memcpy(from, x, sizeof(double) * (size_t)n);
  for (int i = 0; i < n; i += 32) insertion(from + i, n - i < 32 ? n - i : 32);
  for (int width = 32; width < n; width *= 2) {
    for (int i = 0; i < n; i += 2 * width) {
      int half = n - i < width ? n - i : width, rest = n - i - half < width ? n - i - half : width;
      merge(from + i, half, from + i + half, rest, to + i);
    }
    double *swapped = from;
    from = to, to = swapped;
  }
  if (from != out) memcpy(out, from, sizeof(double) * (size_t)n);
}
