/* Four or eight sums in registers while the kernel goes by. */
#include "peer.h"
#include <wasm_simd128.h>

void KERNEL(convolve_slices)(const float *RESTRICT image, const float *RESTRICT kernel, float *RESTRICT out, int rows,
                             int columns, int size) {
  int height = rows - size + 1, width = columns - size + 1;
  for (int y = 0; y < height; y++) {
    int x = 0;
    for (; x + 16 <= width; x += 16) {
      v128_t s[4] = {0};
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          v128_t factor = wasm_v128_load32_splat(kernel + i * size + j);
          const float *at = image + (y + i) * columns + x + j;
          for (int k = 0; k < 4; k++) s[k] = wasm_f32x4_add(s[k], wasm_f32x4_mul(factor, wasm_v128_load(at + 4 * k)));
        }
      }
      for (int k = 0; k < 4; k++) wasm_v128_store(out + y * width + x + 4 * k, s[k]);
    }
    for (; x < width; x++) {
      float sum = 0;
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) sum += kernel[i * size + j] * image[(y + i) * columns + x + j];
      }
      out[y * width + x] = sum;
    }
  }
}

void KERNEL(convolve_newaxis)(const float *RESTRICT image, const float *RESTRICT kernel, float *RESTRICT out, int rows,
                              int columns, int channels, int size, int filters) {
  int height = rows - size + 1, width = columns - size + 1;
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++) {
      for (int f = 0; f + 8 <= filters; f += 8) {
        v128_t low = wasm_f32x4_const_splat(0), high = low;
        const float *weights = kernel + f;
        for (int i = 0; i < size; i++) {
          const float *at = image + ((y + i) * columns + x) * channels;
          for (int j = 0; j < size * channels; j++, weights += filters) {
            v128_t value = wasm_v128_load32_splat(at + j);
            low = wasm_f32x4_add(low, wasm_f32x4_mul(value, wasm_v128_load(weights)));
            high = wasm_f32x4_add(high, wasm_f32x4_mul(value, wasm_v128_load(weights + 4)));
          }
        }
        wasm_v128_store(out + (y * width + x) * filters + f, low);
        wasm_v128_store(out + (y * width + x) * filters + f + 4, high);
      }
    }
  }
}
