#include "peer.h"

void KERNEL(mandelbrot)(int width, int height, int32_t *out) {
  for (int i = 0; i < height; i++) {
    for (int j = 0; j < width; j++) {
      double cx = -2.0 + 3.0 * j / width, cy = -1.5 + 3.0 * i / height, x = 0, y = 0;
      int count = 0;
      while (count < 100 && x * x + y * y <= 4.0) {
        double next = x * x - y * y + cx;
        y = 2.0 * x * y + cy;
        x = next;
        count++;
      }
      out[i * width + j] = count;
    }
  }
}
