let kept = new Float64Array(0);

export const js = {
  jacobi(start, sweeps, out, rows, columns) {
    if (kept.length != start.length) kept = new Float64Array(start.length);
    let u = sweeps % 2 ? kept : out, v = sweeps % 2 ? out : kept;
    u.set(start);
    v.set(start);
    for (let k = 0; k < sweeps; k++) {
      for (let i = 1; i < rows - 1; i++) {
        for (let j = 1; j < columns - 1; j++) {
          const at = i * columns + j;
          v[at] = 0.25 * (u[at - columns] + u[at + columns] + u[at - 1] + u[at + 1]);
        }
      }
      [u, v] = [v, u];
    }
  },
};
