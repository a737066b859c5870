export const js = {
  distances(x, out, n, dims) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let d = 0; d < dims; d++) {
          const difference = x[i * dims + d] - x[j * dims + d];
          sum += difference * difference;
        }
        out[i * n + j] = Math.sqrt(sum);
      }
    }
  },
};

export const ts = (np, temp) => ({
  distances: (x) => np.sqrt(temp(temp(np.square(temp(np.expand_dims(x, 1).subtract(np.expand_dims(x, 0))))).sum(2))),
});
