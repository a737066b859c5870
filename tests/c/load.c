/* A shared library loaded at run time. */
#include "kernels.h"
#include "check.h"
#include <dlfcn.h>

int main(int count, char **names) {
  npc_status (*np_sum)(int64_t *, npc_context *, const npc_int32_1d *) = NULL;
  const int32_t data[] = {1, 2, 3};
  int64_t total = 0;
  npc_int32_1d x = npc_int32_1d_of(data, 3);
  npc_context cx = {0};
  void *library = dlopen(names[count - 1], RTLD_NOW);
  CHECK(library != NULL);
  if (library == NULL) return 1;
  *(void **)&np_sum = dlsym(library, "kernels_np_sum");
  CHECK(np_sum != NULL && np_sum(&total, &cx, &x) == 0 && total == 6);
  return failures != 0;
}
