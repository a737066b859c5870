export const js = {
  sum_i64(x, n) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += x[i];
    return sum;
  },
  sum_i32(x, n) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum = (sum + x[i]) | 0;
    return sum;
  },
  sum_f64(x, n) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += x[i];
    return sum;
  },
  mean_f64(x, n) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += x[i];
    return sum / n;
  },
  var_f64(x, n) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += x[i];
    const mean = sum / n;
    let squares = 0;
    for (let i = 0; i < n; i++) squares += (x[i] - mean) * (x[i] - mean);
    return squares / n;
  },
};

export const ts = (np) => ({
  sum_i64: (x) => np.sum(x),
  sum_i32: (x) => np.sum(x),
  sum_f64: (x) => np.sum(x),
  mean_f64: (x) => np.mean(x),
  var_f64: (x) => np.variance(x),
});
