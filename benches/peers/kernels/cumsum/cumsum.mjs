export const js = {
  cumsum(x, out, n) {
    let sum = 0;
    for (let i = 0; i < n; i++) out[i] = sum += x[i];
  },
};

export const ts = (np) => ({ cumsum: (x) => np.cumsum(x) });
