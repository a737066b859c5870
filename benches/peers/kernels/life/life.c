#include "peer.h"

void KERNEL(life)(const uint8_t *RESTRICT world, uint8_t *RESTRICT out, int rows, int columns) {
  int width = columns - 2;
  for (int i = 1; i < rows - 1; i++) {
    const uint8_t *above = world + (i - 1) * columns, *row = above + columns, *below = row + columns;
    for (int j = 1; j <= width; j++) {
      uint8_t near = (uint8_t)(above[j - 1] + above[j] + above[j + 1] + row[j - 1] + row[j + 1] + below[j - 1] + below[j] + below[j + 1]);
      out[(i - 1) * width + j - 1] = (near == 3) | ((near == 2) & (row[j] == 1));
    }
  }
}
