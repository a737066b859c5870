export const js = {
  life(world, out, rows, columns) {
    const width = columns - 2;
    for (let i = 1; i < rows - 1; i++) {
      const row = i * columns, above = row - columns, below = row + columns;
      for (let j = 1; j <= width; j++) {
        const near = world[above + j - 1] + world[above + j] + world[above + j + 1] + world[row + j - 1] + world[row + j + 1]
          + world[below + j - 1] + world[below + j] + world[below + j + 1];
        out[(i - 1) * width + j - 1] = near === 3 || (near === 2 && world[row + j] === 1) ? 1 : 0;
      }
    }
  },
};
