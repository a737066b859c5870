export const js = {
  sort(x, out) {
    out.set(x);
    out.sort();
  },
};

export const ts = (np) => ({ sort: (x) => np.sort(x) });
