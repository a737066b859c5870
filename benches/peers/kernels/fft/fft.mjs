let kept = new Float64Array(0);

//- Complex values are pairs in a Float64Array.
const stage = (a, b, roots, m, stride) => {
  for (let p = 0; p < m; p++) {
    const re = roots[2 * p * stride], im = roots[2 * p * stride + 1];
    for (let q = 0; q < stride; q++) {
      const x = 2 * (q + stride * p), y = 2 * (q + stride * (p + m)), to = 2 * (q + stride * 2 * p), next = to + 2 * stride;
      const dr = a[x] - a[y], di = a[x + 1] - a[y + 1];
      b[to] = a[x] + a[y];
      b[to + 1] = a[x + 1] + a[y + 1];
      b[next] = dr * re - di * im;
      b[next + 1] = dr * im + di * re;
    }
  }
};

export const js = {
  fft(x, roots, out, n) {
    if (kept.length != x.length) kept = new Float64Array(x.length);
    const odd = Math.round(Math.log2(n)) % 2;
    let a = odd ? kept : out, b = odd ? out : kept;
    a.set(x);
    for (let stride = 1; stride < n; stride *= 2) {
      stage(a, b, roots, n / (2 * stride), stride);
      [a, b] = [b, a];
    }
  },
};
