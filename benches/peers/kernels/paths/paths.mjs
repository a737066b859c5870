export const js = {
  paths(lengths, d, n) {
    d.set(lengths);
    for (let k = 0; k < n; k++) {
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          const through = d[i * n + k] + d[k * n + j];
          if (through < d[i * n + j]) d[i * n + j] = through;
        }
      }
    }
  },
};
