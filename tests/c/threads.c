/* Four threads with a context each: results and exceptions do not meet. */
#include "kernels.h"
#include "check.h"
#include <pthread.h>

static void *work(void *given) {
  int64_t number = *(int64_t *)given, round;
  npc_context cx = {0};
  double data[4] = {0, 0, 0, 0}, value = 0;
  npc_float64_2d x = npc_float64_2d_of(data, 1, 4);
  npc_float64_1d flat = npc_float64_1d_of(data, 4);
  for (round = 0; round < 2000; round++) {
    char said[100], expected[100];
    npc_float64_1d result = {0};
    data[3] = (double)number;
    if (kernels_scale(&result, &cx, &flat, 10) != 0 || result.data[3] != 10 * (double)number) return given;
    npc_release(&cx, result.parent);
    if (kernels_corner(&value, &cx, &x, 0, 100 + number) != 1) return given;
    kernels_error_message(&cx, said, sizeof said);
    sprintf(expected, "index %d is out of bounds for axis 1 with size 4", (int)(100 + number));
    if (strcmp(said, expected) != 0 || cx.in_use != 0) return given;
  }
  return NULL;
}

int main(void) {
  pthread_t threads[4];
  int64_t numbers[4] = {1, 2, 3, 4};
  int at;
  for (at = 0; at < 4; at++) CHECK(pthread_create(&threads[at], NULL, work, &numbers[at]) == 0);
  for (at = 0; at < 4; at++) {
    void *failed = NULL;
    CHECK(pthread_join(threads[at], &failed) == 0 && failed == NULL);
  }
  return failures != 0;
}
