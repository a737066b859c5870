// The histogram page: what is under the brush, against the same million values computed and sorted here.
//
//     node histogram.mjs PAGE.html SCREENSHOT.png
import assert from "node:assert/strict";
import { common, slide, spot, text, thumbnail, visit } from "./chromium.mjs";

const [file, screenshot] = process.argv.slice(2);
const N = 1_000_000, LOW = 6, HIGH = 22;

function uniform(k, seed) {
  k = (k + Math.imul(seed, 0x9e3779b9)) | 0;
  k = Math.imul(k ^ (k >>> 16), 0x21f0aaad);
  k = Math.imul(k ^ (k >>> 15), 0x735a2d97);
  return ((k ^ (k >>> 15)) >>> 0) / 4294967296;
}
const arrivals = (seed) => Float64Array.from({ length: N }, (_, k) => {
  const bell = 2 * (uniform(k, 4 * seed) + uniform(k, 4 * seed + 1) + uniform(k, 4 * seed + 2)) - 3, pick = uniform(k, 4 * seed + 3);
  if (pick < 0.2) return 8 + 0.5 * bell;
  if (pick < 0.65) return 12.4 + 0.7 * bell;
  return pick < 0.9 ? 18.6 + 0.9 * bell : 12 + 4 * bell;
}).sort();

/** What the page says of a selection, and what is so. */
async function check(page, sorted, low, high) {
  await page.waitForFunction(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))));
  const said = await page.$eval("#canvas", ({ dataset }) => ({ ...dataset }));
  const inside = sorted.filter((value) => value >= low && value <= high), n = inside.length;
  const mean = inside.reduce((sum, value) => sum + value, 0) / n;
  const std = Math.sqrt(inside.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
  assert.equal(Number(said.n), n);
  assert.ok(Math.abs(said.mean - mean) < 1e-9, `${said.mean} is not ${mean}`);
  assert.ok(Math.abs(said.std - std) < 1e-9, `${said.std} is not ${std}`);
  const quartiles = said.quartiles.split(",").map(Number), bar = (high - low) / 2000;
  [0.25, 0.5, 0.75].forEach((q, k) => {
    const exact = inside[Math.floor(q * (n - 1))];
    assert.ok(Math.abs(quartiles[k] - exact) <= bar, `quartile ${quartiles[k]} is not ${exact}`);
  });
  assert.equal(await text(page, "#count"), n.toLocaleString("en"));
}
function bars(sorted, bins) {
  const heights = new Array(bins).fill(0), width = (HIGH - LOW) / bins;
  for (const value of sorted) if (value >= LOW && value <= HIGH) heights[Math.min(bins - 1, Math.floor((value - LOW) / width))]++;
  return heights;
}

await visit(file, {}, async (page) => {
  let sorted = arrivals(1);
  await check(page, sorted, 11, 14);
  assert.equal(await text(page, "#range"), "11:00 – 14:00");
  for (const n of [96, 16, 200]) {
    await slide(page, "#bins", n);
    assert.deepEqual((await page.getAttribute("#canvas", "data-bars")).split(",").map(Number), bars(sorted, n));
  }
  await slide(page, "#bins", 96);

  // Pixels of the canvas as hours; the pointer only knows whole pixels of the window.
  const { columns, rows, left, width } = await page.$eval("#canvas", (canvas) => {
    const { left, width } = canvas.getBoundingClientRect();
    return { columns: canvas.width, rows: canvas.height, left, width };
  });
  const at = async (hour) => (await spot(page, "#canvas", ((hour - LOW) / (HIGH - LOW)) * columns, rows / 2)).map(Math.round);
  const hour = ([x]) => LOW + ((x - left) / width) * (HIGH - LOW);
  const drag = async (from, to) => {
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move((from[0] + to[0]) / 2, from[1]);
    await page.mouse.move(...to);
    await page.mouse.up();
  };
  // A new selection, its right edge, all of it, and by keys.
  const [a, b, c] = [await at(16), await at(20), await at(18)];
  await drag(a, b);
  await check(page, sorted, hour(a), hour(b));
  await drag(b, c);
  await check(page, sorted, hour(a), hour(c));
  await drag(await at(17), await at(8));
  const moved = hour(await at(8)) - hour(await at(17));
  await check(page, sorted, hour(a) + moved, hour(c) + moved);
  await page.focus("#canvas");
  await page.keyboard.press("ArrowRight");
  await check(page, sorted, hour(a) + moved + 0.1, hour(c) + moved + 0.1);
  await page.click("#all");
  await check(page, sorted, LOW, HIGH);
  assert.match(await text(page, "#mean"), /^\d+:\d\d$/);

  await page.click("#again");
  sorted = arrivals(2);
  await check(page, sorted, LOW, HIGH);
  await drag(await at(11), await at(13.5)); // inside the selection: nothing can move
  await check(page, sorted, LOW, HIGH);
  await drag(await at(6), await at(11));
  await drag(await at(22), await at(14));
  await page.mouse.move(0, 0);
  await thumbnail(page, "#canvas", "histogram");
  await common(page, screenshot, "equal to 12 digits");
});
