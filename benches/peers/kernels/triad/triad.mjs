export const js = {
  triad(a, b, c, out, n) {
    for (let i = 0; i < n; i++) out[i] = 2 * a[i] * b[i] + c[i];
  },
};

export const ts = () => ({ triad: (a, b, c) => a.multiply(2).multiply(b).add(c) });
