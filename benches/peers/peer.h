/* What the C peers share. A kernel gets its arrays, its numbers, the destination, and the extents, in this order. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define KERNEL(name) __attribute__((export_name(#name), visibility("default"))) name
#define RESTRICT __restrict__

/* Memory that a kernel keeps from call to call, as a temporary. */
static inline void *scratch(int slot, size_t bytes) {
  static struct { void *data; size_t bytes; } kept[4];
  if (kept[slot].bytes < bytes) {
    free(kept[slot].data);
    kept[slot].data = aligned_alloc(16, (bytes + 15) & ~(size_t)15);
    kept[slot].bytes = bytes;
  }
  return kept[slot].data;
}
