export const js = {
  digits(text, n) {
    let total = 0, value = 0;
    for (let i = 0; i < n; i++) {
      const byte = text[i];
      if (byte >= 48 && byte <= 57) value = value * 10 + byte - 48;
      else (total += value), (value = 0);
    }
    return total + value;
  },
};
