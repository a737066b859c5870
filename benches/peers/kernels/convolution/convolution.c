#include "peer.h"

void KERNEL(convolve_slices)(const float *RESTRICT image, const float *RESTRICT kernel, float *RESTRICT out, int rows,
                             int columns, int size) {
  int height = rows - size + 1, width = columns - size + 1;
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++) {
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
  memset(out, 0, sizeof(float) * (size_t)(height * width * filters));
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          for (int c = 0; c < channels; c++) {
            float value = image[((y + i) * columns + x + j) * channels + c];
            for (int f = 0; f < filters; f++) {
              out[(y * width + x) * filters + f] += value * kernel[((i * size + j) * channels + c) * filters + f];
            }
          }
        }
      }
    }
  }
}
