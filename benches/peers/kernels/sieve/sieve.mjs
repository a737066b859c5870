export const js = {
  sieve(n) {
    const prime = new Uint8Array(n).fill(1);
    prime[0] = prime[1] = 0;
    for (let i = 2; i * i < n; i++) {
      if (prime[i] === 1) for (let j = i * i; j < n; j += i) prime[j] = 0;
    }
    let count = 0;
    for (let i = 0; i < n; i++) count += prime[i];
    return count;
  },
};
