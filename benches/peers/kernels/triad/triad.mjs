export const js = {
  triad(a, b, c, out, n) {
    for (let i = 0; i < n; i++) out[i] = 2 * a[i] * b[i] + c[i];
  },
};

export const ts = (np, temp) => ({ triad: (a, b, c) => temp(temp(a.multiply(2)).multiply(b)).add(c) });
