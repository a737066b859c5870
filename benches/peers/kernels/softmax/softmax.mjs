export const js = {
  softmax(x, out, rows, columns) {
    for (let i = 0; i < rows; i++) {
      const row = i * columns;
      let largest = x[row], sum = 0;
      for (let j = 1; j < columns; j++) if (x[row + j] > largest) largest = x[row + j];
      for (let j = 0; j < columns; j++) sum += out[row + j] = Math.exp(x[row + j] - largest);
      for (let j = 0; j < columns; j++) out[row + j] /= sum;
    }
  },
};

export const ts = (np, temp) => ({
  softmax(x) {
    const e = temp(np.exp(temp(x.subtract(temp(np.max(x, 1, true))))));
    return e.divide(temp(np.sum(e, 1, true)));
  },
});
