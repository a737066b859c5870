#include "peer.h"

int64_t KERNEL(digits)(const uint8_t *text, int n) {
  int64_t total = 0, value = 0;
  for (int i = 0; i < n; i++) {
    if (text[i] >= '0' && text[i] <= '9') {
      value = value * 10 + text[i] - '0';
    } else {
      total += value;
      value = 0;
    }
  }
  return total + value;
}
