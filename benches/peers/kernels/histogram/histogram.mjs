//- Counts that stay below 2^53 as numbers: a BigInt64Array would be ten times slower.
export const counts = Float64Array;

export const js = {
  histogram(x, out, n) {
    out.fill(0);
    for (let i = 0; i < n; i++) {
      const value = x[i];
      if (value >= 0 && value <= 1) out[Math.min((value * 100) | 0, 99)]++;
    }
  },
};

export const ts = (np) => ({ histogram: (x) => np.histogram(x, 100, [0, 1])[0] });
