// The k-means page: points that are clicked, the matrix of their distances, and the centres that the steps lead to.
//
//     node kmeans.mjs PAGE.html SCREENSHOT.png
import assert from "node:assert/strict";
import { common, pixels, slide, spot, text, thumbnail, visit } from "./chromium.mjs";

const [file, screenshot] = process.argv.slice(2);

/** Math.random becomes the same numbers at each visit. */
function fixed() {
  let state = 12345;
  Math.random = () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 4294967296;
}

/** The 256 colours of the matrix, as the page makes them. */
const shades = (page) => page.evaluate(() => {
  const style = getComputedStyle(document.documentElement);
  const [from, to] = ["--near", "--far"].map((name) => style.getPropertyValue(name).trim().slice(1).match(/../g).map((hex) => parseInt(hex, 16)));
  return Array.from({ length: 256 }, (_, k) => {
    const [r, g, b] = from.map((value, c) => Math.round(value + ((to[c] - value) * k) / 255));
    return 0xff000000 + b * 65536 + g * 256 + r;
  });
});

await visit(file, { prepare: (page) => page.addInitScript(fixed) }, async (page) => {
  assert.equal(await text(page, "#points"), "240");
  await page.click("#clear");
  assert.equal(await text(page, "#points"), "0");
  await slide(page, "#k", 2);

  // Two groups, clicked in turn, so that their order is mixed.
  const { size, box } = await page.$eval("#canvas", (canvas) => {
    const { left, top, width } = canvas.getBoundingClientRect();
    return { size: canvas.width, box: { left, top, width } };
  });
  const points = [];
  for (const [x, y] of [[0.2, 0.2], [0.8, 0.7], [0.25, 0.15], [0.75, 0.8], [0.15, 0.3], [0.85, 0.75], [0.2, 0.35]]) {
    const [u, v] = (await spot(page, "#canvas", x * size, y * size)).map(Math.round);
    await page.mouse.click(u, v);
    points.push([(u - box.left) / box.width, (v - box.top) / box.width]);
  }
  assert.equal(await text(page, "#points"), "7");
  await page.click("#again");

  // The matrix: every pixel is the distance of a pair.
  const colours = await shades(page);
  const matrix = async (order) => {
    const { width, height, data } = await pixels(page, "#matrix");
    assert.deepEqual([width, height], [7, 7]);
    order.forEach((p, i) => order.forEach((q, j) => {
      const dx = points[p][0] - points[q][0], dy = points[p][1] - points[q][1];
      const shade = 330 * Math.sqrt(dx * dx + dy * dy);
      const near = [shade - 1e-6, shade + 1e-6].map((value) => colours[Math.min(255, Math.max(0, Math.trunc(value)))]);
      assert.ok(near.includes(data[7 * i + j]), `pixel ${i}, ${j}`);
    }));
  };
  await matrix([0, 1, 2, 3, 4, 5, 6]);

  // Half rounds until nothing changes: the centres are the means of the groups.
  assert.equal(await text(page, "#state"), "ready");
  await page.click("#step");
  assert.equal(await text(page, "#state"), "assigned");
  await page.click("#step");
  assert.equal(await text(page, "#state"), "moved");
  assert.equal(await text(page, "#rounds"), "1");
  for (let k = 0; k < 10 && (await text(page, "#state")) !== "settled"; k++) await page.click("#step");
  assert.equal(await text(page, "#state"), "settled");
  const groups = [[0, 2, 4, 6], [1, 3, 5]];
  const far = groups.map((group) => {
    const centre = [0, 1].map((c) => group.reduce((sum, p) => sum + points[p][c], 0) / group.length);
    return group.reduce((sum, p) => sum + Math.hypot(points[p][0] - centre[0], points[p][1] - centre[1]), 0);
  });
  assert.equal(await text(page, "#spread"), ((far[0] + far[1]) / 7).toFixed(4));
  // Sorted by cluster; which of the two is first depends on where the centres began.
  await matrix(groups.flat()).catch(() => matrix(groups.toReversed().flat()));

  // A run over many points ends by itself.
  await page.click("#random");
  await slide(page, "#k", 5);
  await page.click("#run");
  assert.equal(await text(page, "#run"), "Stop");
  await page.waitForFunction(() => document.querySelector("#run").textContent === "Run", null, { timeout: 60_000 });
  assert.equal(await text(page, "#state"), "settled");
  await page.waitForTimeout(800);
  await thumbnail(page, ".two", "kmeans");
  await common(page, screenshot);
});
