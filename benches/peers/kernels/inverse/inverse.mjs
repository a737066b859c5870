export const js = {
  inverse(m, out, n) {
    for (let k = 0; k < n; k++) {
      const a = 9 * k;
      let det = 0;
      for (let j = 0; j < 3; j++) {
        det += m[a + j] * (m[a + 3 + ((j + 1) % 3)] * m[a + 6 + ((j + 2) % 3)] - m[a + 3 + ((j + 2) % 3)] * m[a + 6 + ((j + 1) % 3)]);
      }
      for (let i = 0; i < 3; i++) {
        const p = a + 3 * ((i + 1) % 3), q = a + 3 * ((i + 2) % 3);
        for (let j = 0; j < 3; j++) {
          const s = (j + 1) % 3, t = (j + 2) % 3;
          out[a + 3 * j + i] = (m[p + s] * m[q + t] - m[p + t] * m[q + s]) / det;
        }
      }
    }
  },
};
