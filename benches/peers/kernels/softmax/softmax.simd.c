/* Sums with four accumulators, in an order of their own. */
#include "peer.h"
#include "vmath.h"

void KERNEL(softmax)(const double *RESTRICT x, double *RESTRICT out, int rows, int columns) {
  for (int i = 0; i < rows; i++) {
    const double *row = x + i * columns;
    double *to = out + i * columns, largest, sum;
    v128_t m = wasm_f64x2_splat(row[0]), s = V(0.0);
    int j, pairs = columns & ~1;
    for (j = 0; j < pairs; j += 2) m = wasm_f64x2_pmax(m, wasm_v128_load(row + j));
    largest = fmax(wasm_f64x2_extract_lane(m, 0), wasm_f64x2_extract_lane(m, 1));
    for (; j < columns; j++) largest = row[j] > largest ? row[j] : largest;
    m = wasm_f64x2_splat(largest);
    for (j = 0; j < pairs; j += 2) {
      v128_t e = vexp(SUB(wasm_v128_load(row + j), m));
      s = ADD(s, e);
      wasm_v128_store(to + j, e);
    }
    sum = wasm_f64x2_extract_lane(s, 0) + wasm_f64x2_extract_lane(s, 1);
    for (; j < columns; j++) sum += to[j] = exp(row[j] - largest);
    s = wasm_f64x2_splat(sum);
    for (j = 0; j < pairs; j += 2) wasm_v128_store(to + j, wasm_f64x2_div(wasm_v128_load(to + j), s));
    for (; j < columns; j++) to[j] /= sum;
  }
}
