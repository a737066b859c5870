const matmul = (a, b, out, n, m, p) => {
  out.fill(0);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < m; k++) {
      const factor = a[i * m + k];
      for (let j = 0; j < p; j++) out[i * p + j] += factor * b[k * p + j];
    }
  }
};

//- One function for each dtype, so that neither sees the other's arrays.
const copy = () => new Function(`return ${matmul}`)();
export const js = { matmul_f64: copy(), matmul_f32: copy() };

export const ts = () => ({ matmul_f64: (a, b) => a.matmul(b), matmul_f32: (a, b) => a.matmul(b) });
