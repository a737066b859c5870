/* What C gets wrong is an exception; so is what Python raises. */
#include "kernels.h"
#include "check.h"

static npc_context cx = {0};

static void descriptors(void) {
  int32_t data[4] = {1, 2, 3, 4};
  int64_t total = 0;
  npc_int32_1d good = npc_int32_1d_of(data, 4), x = good;
  x.itemsize = 8;
  RAISES(kernels_np_sum(&total, &cx, &x), "TypeError",
         "x: expected int32[:], whose itemsize is 4, got an itemsize of 8");
  x = good;
  x.nitems = 5;
  RAISES(kernels_np_sum(&total, &cx, &x), "ValueError", "x: nitems is 5, but the shape has 4 elements");
  x = good;
  x.data = NULL;
  RAISES(kernels_np_sum(&total, &cx, &x), "ValueError", "x: data is NULL, but there are 4 elements");
  x = npc_int32_1d_of(data, -4);
  RAISES(kernels_np_sum(&total, &cx, &x), "ValueError", "x: the extent of axis 0 is -4");
  RAISES(kernels_np_sum(&total, &cx, NULL), "TypeError", "x: expected int32[:], got NULL");
  RAISES(kernels_np_sum(NULL, &cx, &good), "ValueError", "result is NULL");
  CHECK(kernels_np_sum(&total, &cx, &good) == 0 && total == 10 && kernels_error_type(&cx)[0] == 0);
}

static void layouts(void) {
  float data[6] = {0, 0, 0, 0, 0, 0};
  double other[6] = {0, 0, 0, 0, 0, 0};
  npc_float32_2d x = npc_float32_2d_of_fortran(data, 2, 3);
  npc_float64_2d y = npc_float64_2d_of(other, 2, 3);
  npc_float64_1d sums = {0};
  RAISES(kernels_bump(NULL, &cx, &x), "ValueError",
         "x: expected float32[:, ::1], but the stride of axis 1 is 8 and not 4");
  RAISES(kernels_columns(&sums, &cx, &y), "ValueError",
         "x: expected float64[::1, :], but the stride of axis 0 is 24 and not 8");
  x = npc_float32_2d_of(data, 2, 3);
  x.shape[0] = x.shape[1] = INT64_C(1) << 32;
  x.nitems = 0;
  RAISES(kernels_bump(NULL, &cx, &x), "ValueError", "x: the shape has too many elements");
}

static void destinations(void) {
  double data[3] = {1, 2, 3};
  npc_float64_1d x = npc_float64_1d_of(data, 3), out = npc_float64_1d_of(data, 2);
  RAISES(kernels_scale(&out, &cx, &x, 2), "ValueError", "out has the wrong shape for the result");
  out.itemsize = 4;
  RAISES(kernels_scale(&out, &cx, &x, 2), "TypeError",
         "result: expected float64[:], whose itemsize is 8, got an itemsize of 4");
}

static void raised(void) {
  double data[6] = {0, 0, 0, 0, 0, 0}, value = 0;
  char small[8] = "xxxxxxx";
  npc_float64_2d x = npc_float64_2d_of(data, 2, 3);
  RAISES(kernels_corner(&value, &cx, &x, 0, -7), "IndexError", "index -7 is out of bounds for axis 1 with size 3");
  CHECK(strstr(kernels_error_file(&cx), "kernels.py") != NULL && strcmp(kernels_error_function(&cx), "corner") == 0);
  CHECK(kernels_error_line(&cx) == 21);
  CHECK(kernels_error_message(&cx, small, 6) == 48 && strcmp(small, "index") == 0);
  CHECK(kernels_error_message(&cx, NULL, 0) == 48);
  RAISES(kernels_corner(&value, &cx, &x, INT64_MIN, 0), "IndexError",
         "index -9223372036854775808 is out of bounds for axis 0 with size 2");
}

int main(void) {
  descriptors();
  layouts();
  destinations();
  raised();
  CHECK(cx.in_use == 0);
  return failures != 0;
}
