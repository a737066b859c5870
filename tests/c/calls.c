/* Scalars, arrays, tuples and destinations; two objects in one program, one with a kernel named as a function of libm.
   Compiled as C99 and as C++17. */
#include "kernels.h"
#include "other.h"
#include "kernels.h"
#include "check.h"
#include <math.h>

static void scalars(npc_context *cx) {
  bool no = true;
  uint8_t bytes[2] = {7, 7};
  double moved = 0;
  CHECK(kernels_flip(&no, cx, true) == 0 && !no);
  CHECK(kernels_next_byte(bytes, cx, 255) == 0 && bytes[0] == 255 && bytes[1] == 7);
  CHECK(kernels_move(&moved, cx, 3, 0.5) == 0 && moved == 3.5);
}

static void arrays(npc_context *cx) {
  static const int32_t data[] = {3, 1, 4, 1, 5};
  int64_t total = 0;
  npc_int32_1d all = npc_int32_1d_of(data, 5);
  npc_int32_1d backwards = npc_int32_1d_strided(data + 4, 3, -8);
  npc_int32_1d none = npc_int32_1d_of(NULL, 0);
  CHECK(kernels_np_sum(&total, cx, &all) == 0 && total == 14);
  CHECK(kernels_np_sum(&total, cx, &backwards) == 0 && total == 12);
  CHECK(kernels_np_sum(&total, cx, &none) == 0 && total == 0);
}

static void written(npc_context *cx) {
  float data[] = {1, 2, 3, 4, 5, 6};
  double matrix[] = {1, 2, 3, 4, 5, 6}, value = 0;
  npc_float32_2d x = npc_float32_2d_of(data, 2, 3);
  npc_float64_2d m = npc_float64_2d_of(matrix, 2, 3), t = npc_float64_2d_of_fortran(matrix, 3, 2);
  npc_float64_1d sums;
  memset(&sums, 0, sizeof sums);
  CHECK(kernels_bump(NULL, cx, &x) == 0 && data[0] == 2 && data[5] == 7);
  CHECK(kernels_corner(&value, cx, &m, -1, 0) == 0 && value == 4);
  CHECK(kernels_columns(&sums, cx, &t) == 0 && sums.nitems == 2 && sums.data[1] == 15);
  npc_release(cx, sums.parent);
}

static void results(npc_context *cx) {
  double data[] = {1, 2, 3}, place[3] = {0, 0, 0};
  npc_float64_1d x = npc_float64_1d_of(data, 3), out = npc_float64_1d_of(place, 3), fresh;
  kernels_halves_result pair;
  memset(&fresh, 0, sizeof fresh);
  memset(&pair, 0, sizeof pair);
  CHECK(kernels_scale(&fresh, cx, &x, 3) == 0 && fresh.nitems == 3 && fresh.data[2] == 9 && cx->in_use == 24);
  npc_release(cx, fresh.parent);
  CHECK(kernels_scale(&out, cx, &x, 2) == 0 && place[0] == 2 && place[2] == 6 && out.parent == NULL);
  CHECK(kernels_halves(&pair, cx, 5) == 0 && pair.r0.data[4] == 4 && pair.r1 == 2.5 && pair.r2);
  npc_release(cx, pair.r0.parent);
  CHECK(cx->in_use == 0);
}

/* Destinations of several results that overlap: each result is what it would be alone, the later one is stored later. */
static void overlapping_results(npc_context *cx) {
  double data[] = {1, 2, 3}, place[4] = {0, 0, 0, 0};
  npc_float64_1d x = npc_float64_1d_of(data, 3);
  kernels_both_result out;
  out.r0 = npc_float64_1d_of(place + 1, 3);
  out.r1 = npc_float64_1d_of(place, 3);
  CHECK(kernels_both(&out, cx, &x) == 0 && place[0] == 2 && place[1] == 4 && place[2] == 6 && place[3] == 4);
  x = npc_float64_1d_of(place, 3);
  out.r0 = npc_float64_1d_of(place, 3);
  out.r1 = npc_float64_1d_of(place + 1, 3);
  CHECK(kernels_both(&out, cx, &x) == 0 && place[0] == 3 && place[1] == 4 && place[2] == 8 && place[3] == 12);
  CHECK(cx->in_use == 0);
}

static void complexes(npc_context *cx) {
  npc_complex128 z, data[] = {{1, 2}, {3, -1}};
  npc_complex64 c;
  npc_complex128_1d x = npc_complex128_1d_of(data, 2);
  kernels_spun_result all;
  memset(&all, 0, sizeof all);
  CHECK(kernels_rotated(&z, cx, 1, 2, 0, 1) == 0 && z.re == -2 && z.im == 1);
  CHECK(kernels_single(&c, cx, 0.5f, -2) == 0 && c.re == 1.5f && c.im == -2);
  CHECK(kernels_spun(&all, cx, &x, 0, 2) == 0 && all.r0.data[1].re == 2 && all.r0.data[1].im == 6);
  CHECK(all.r1.re == 0 && all.r1.im == -2 && all.r2.re == 4 && all.r2.im == 1);
  npc_release(cx, all.r0.parent);
}

static void both(npc_context *cx) {
  volatile double one = 1;
  double data[] = {1, 2}, total = 0;
  npc_float64_1d x = npc_float64_1d_of(data, 2), e;
  memset(&e, 0, sizeof e);
  CHECK(other_np_sum(&total, cx, &x) == 0 && total == 3);
  CHECK(other_exp(&e, cx, &x) == 0 && fabs(e.data[0] - exp(one)) < 1e-15);
  npc_release(cx, e.parent);
}

int main(void) {
#ifdef __cplusplus
  npc_context cx{};
#else
  npc_context cx = {0};
#endif
  scalars(&cx);
  arrays(&cx);
  written(&cx);
  results(&cx);
  overlapping_results(&cx);
  complexes(&cx);
  both(&cx);
  CHECK(cx.in_use == 0);
  return failures != 0;
}
