export const js = {
  mandelbrot(width, height, out) {
    for (let i = 0; i < height; i++) {
      for (let j = 0; j < width; j++) {
        const cx = -2 + (3 * j) / width, cy = -1.5 + (3 * i) / height;
        let x = 0, y = 0, count = 0;
        while (count < 100 && x * x + y * y <= 4) {
          const next = x * x - y * y + cx;
          y = 2 * x * y + cy;
          x = next;
          count++;
        }
        out[i * width + j] = count;
      }
    }
  },
};
