export const js = {
  gauss_sine(x, out, n) {
    for (let i = 0; i < n; i++) out[i] = Math.exp(-x[i] * x[i]) * Math.sin(x[i]);
  },
};

export const ts = (np, temp) => ({
  gauss_sine: (x) => temp(temp(temp(x.negative()).multiply(x)).exp()).multiply(temp(x.sin())),
});
