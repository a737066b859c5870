export const js = {
  kmeans(points, centres, moved, n, dims, k) {
    const counts = new Int32Array(k);
    moved.fill(0);
    for (let i = 0; i < n; i++) {
      let best = Infinity, nearest = 0;
      for (let c = 0; c < k; c++) {
        let distance = 0;
        for (let d = 0; d < dims; d++) {
          const difference = points[i * dims + d] - centres[c * dims + d];
          distance += difference * difference;
        }
        if (distance < best) (best = distance), (nearest = c);
      }
      counts[nearest]++;
      for (let d = 0; d < dims; d++) moved[nearest * dims + d] += points[i * dims + d];
    }
    for (let c = 0; c < k; c++) for (let d = 0; d < dims; d++) moved[c * dims + d] /= counts[c];
  },
};
