export const js = {
  gauss_sine(x, out, n) {
    for (let i = 0; i < n; i++) out[i] = Math.exp(-x[i] * x[i]) * Math.sin(x[i]);
  },
};

export const ts = () => ({ gauss_sine: (x) => x.negative().multiply(x).exp().multiply(x.sin()) });
