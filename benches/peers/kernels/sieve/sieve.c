#include "peer.h"

int64_t KERNEL(sieve)(int n) {
  uint8_t *prime = scratch(0, (size_t)n);
  memset(prime, 1, (size_t)n);
  prime[0] = prime[1] = 0;
  for (int i = 2; i * i < n; i++) {
    if (prime[i]) {
      for (int j = i * i; j < n; j += i) prime[j] = 0;
    }
  }
  int64_t count = 0;
  for (int i = 0; i < n; i++) count += prime[i];
  return count;
}
