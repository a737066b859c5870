#include "peer.h"
#include <wasm_simd128.h>

static inline v128_t three(const uint8_t *row) {
  return wasm_i8x16_add(wasm_i8x16_add(wasm_v128_load(row - 1), wasm_v128_load(row)), wasm_v128_load(row + 1));
}

void KERNEL(life)(const uint8_t *RESTRICT world, uint8_t *RESTRICT out, int rows, int columns) {
  int width = columns - 2;
  v128_t one = wasm_i8x16_splat(1), two = wasm_i8x16_splat(2), all = wasm_i8x16_splat(3);
  for (int i = 1; i < rows - 1; i++) {
    const uint8_t *above = world + (i - 1) * columns, *row = above + columns, *below = row + columns;
    uint8_t *to = out + (i - 1) * width - 1;
    int j = 1;
    for (; j + 15 <= width; j += 16) {
      v128_t middle = wasm_v128_load(row + j);
      v128_t near = wasm_i8x16_add(wasm_i8x16_add(three(above + j), three(below + j)), wasm_i8x16_sub(three(row + j), middle));
      v128_t born = wasm_i8x16_eq(near, all), stays = wasm_v128_and(wasm_i8x16_eq(near, two), wasm_i8x16_eq(middle, one));
      wasm_v128_store(to + j, wasm_v128_and(wasm_v128_or(born, stays), one));
    }
    for (; j <= width; j++) {
      uint8_t near = (uint8_t)(above[j - 1] + above[j] + above[j + 1] + row[j - 1] + row[j + 1] + below[j - 1] + below[j] + below[j + 1]);
      to[j] = (near == 3) | ((near == 2) & (row[j] == 1));
    }
  }
}
