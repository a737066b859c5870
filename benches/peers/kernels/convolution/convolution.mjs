export const js = {
  convolve_slices(image, kernel, out, rows, columns, size) {
    const height = rows - size + 1, width = columns - size + 1;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        let sum = 0;
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++) sum += kernel[i * size + j] * image[(y + i) * columns + x + j];
        }
        out[y * width + x] = sum;
      }
    }
  },
  convolve_newaxis(image, kernel, out, rows, columns, channels, size, filters) {
    const height = rows - size + 1, width = columns - size + 1;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        for (let f = 0; f < filters; f++) {
          let sum = 0;
          for (let i = 0; i < size; i++) {
            for (let j = 0; j < size; j++) {
              const at = ((y + i) * columns + x + j) * channels, k = (i * size + j) * channels;
              for (let c = 0; c < channels; c++) sum += image[at + c] * kernel[(k + c) * filters + f];
            }
          }
          out[(y * width + x) * filters + f] = sum;
        }
      }
    }
  },
};
