/* Memory through hooks of the caller, counted, also where it runs out. */
#include "kernels.h"
#include "check.h"

static void *take(size_t bytes, void *user) {
  ++*(int *)user;
  return malloc(bytes);
}

static void give(void *buffer, void *user) {
  --*(int *)user;
  free(buffer);
}

int main(void) {
  int live = 0, calls = 0, k;
  double data[3] = {1, 2, 3};
  npc_float64_1d x = npc_float64_1d_of(data, 3), result = {0};
  npc_context cx = {0};
  cx.alloc = take;
  cx.free = give;
  cx.user = &live;
  CHECK(kernels_scale(&result, &cx, &x, 2) == 0 && live == 1 && result.data[2] == 6);
  npc_release(&cx, result.parent);
  CHECK(live == 0 && cx.in_use == 0);
  for (k = 1; k < 100 && calls == 0; k++) {
    kernels_halves_result pair;
    memset(&pair, 0, sizeof pair);
    cx.countdown = k;
    if (kernels_halves(&pair, &cx, 1000) == 0) {
      npc_release(&cx, pair.r0.parent);
      calls++;
    } else {
      CHECK(strcmp(kernels_error_type(&cx), "MemoryError") == 0);
    }
    CHECK(live == 0 && cx.in_use == 0);
  }
  CHECK(calls == 1 && k > 2);
  return failures != 0;
}
