// The Mandelbrot page: every pixel is what the formula says, before and after each way to move.
//
//     node mandelbrot.mjs PAGE.html SCREENSHOT.png
import assert from "node:assert/strict";
import { common, difference, pixels, slide, spot, thumbnail, visit } from "./chromium.mjs";

const [file, screenshot] = process.argv.slice(2);
const DUSK = [[6, 8, 46], [32, 107, 203], [237, 250, 255], [255, 170, 0], [88, 20, 32]];

const wheel = Uint32Array.from({ length: 1024 }, (_, i) => {
  const t = (i * DUSK.length) / 1024, k = Math.floor(t), [from, to] = [DUSK[k], DUSK[(k + 1) % DUSK.length]];
  const [r, g, b] = from.map((value, c) => Math.trunc(value + (t - k) * (to[c] - value)));
  return 0xff000000 + b * 65536 + g * 256 + r;
});

function colour(x, y, limit) {
  let u = 0, v = 0;
  for (let n = -1; n < limit; n++) {
    if (u * u + v * v > 65536) return wheel[Math.trunc(16 * (n + 1 - Math.log2(0.5 * Math.log2(u * u + v * v)))) % 1024];
    [u, v] = [u * u - v * v + x, 2 * u * v + y];
  }
  return 0xff140c0a;
}

/** The finished picture: where it is, how large, and that its pixels are right. */
async function settled(page, limit = 512) {
  await page.waitForSelector("#canvas[data-done]", { timeout: 60_000 });
  const [x, y, width] = (await page.getAttribute("#canvas", "data-done")).split(",").map(Number);
  const { width: columns, height: rows, data } = await pixels(page, "#canvas"), step = width / columns;
  const left = x - (columns * step) / 2, top = y - (rows * step) / 2;
  // All rows would take long: every seventh. The page's bands start at every eighth row.
  for (let i = 0; i < rows; i += 7) {
    const start = top + (i - (i % 8)) * step;
    const expected = Uint32Array.from({ length: columns }, (_, j) => colour(left + j * step, start + (i % 8) * step, limit));
    assert.equal(difference(data.subarray(i * columns, (i + 1) * columns), expected), undefined, `row ${i}`);
  }
  return { x, y, width, columns, rows, step, left, top };
}
const near = (a, b, tolerance) => assert.ok(Math.abs(a - b) <= tolerance, `${a} is not ${b}`);

await visit(file, { hasTouch: true }, async (page) => {
  const home = await settled(page);
  assert.deepEqual([home.x, home.y, home.width], [-0.65, 0, 3.4]);
  assert.equal(home.columns, await page.$eval("#canvas", (canvas) => canvas.clientWidth));

  // The wheel zooms, and the point under the pointer stays.
  const pointer = await spot(page, "#canvas", 250, 300), place = [home.left + 250 * home.step, home.top + 300 * home.step];
  await page.mouse.move(...pointer);
  await page.mouse.wheel(0, -800);
  const zoomed = await settled(page);
  near(zoomed.width, 3.4 * Math.exp(-0.5), 1e-12);
  near(zoomed.left + 250 * zoomed.step, place[0], 2 * zoomed.step);
  near(zoomed.top + 300 * zoomed.step, place[1], 2 * zoomed.step);

  // Dragging moves by as many pixels as the pointer.
  await page.mouse.down();
  await page.mouse.move(pointer[0] + 60, pointer[1] - 35);
  await page.mouse.up();
  const moved = await settled(page);
  near(moved.x, zoomed.x - 60 * zoomed.step, zoomed.step / 10);
  near(moved.y, zoomed.y + 35 * zoomed.step, zoomed.step / 10);

  // Two fingers: apart by a factor of two.
  const touch = await page.context().newCDPSession(page), [x, y] = await spot(page, "#canvas", 500, 300);
  const fingers = (type, span) => touch.send("Input.dispatchTouchEvent", { type, touchPoints: span ? [-1, 1].map((side, id) => ({ x: x + side * span, y, id })) : [] });
  await fingers("touchStart", 40);
  for (const span of [50, 65, 80]) await fingers("touchMove", span);
  await fingers("touchEnd");
  near((await settled(page)).width, moved.width / 2, moved.width / 50);

  // Keys, a double click, the menu, the depth.
  await page.focus("#canvas");
  const before = await settled(page);
  await page.keyboard.press("ArrowRight");
  near((await settled(page)).x, before.x + before.width / 12, before.step);
  await page.keyboard.press("-");
  near((await settled(page)).width, before.width * 1.5, 1e-9);
  await page.mouse.dblclick(...pointer);
  near((await settled(page)).width, before.width * 1.5 * 0.4, 1e-9);
  await slide(page, "#limit", 7);
  await settled(page, 128);
  await page.selectOption("#places", "Seahorses");
  assert.equal((await settled(page, 128)).width, 0.012);
  await slide(page, "#limit", 10);
  await settled(page, 1024);
  await page.click("#home");
  await slide(page, "#limit", 9);
  await settled(page);

  // The array has the size of the canvas.
  await page.setViewportSize({ width: 700, height: 800 });
  await page.waitForFunction(() => document.querySelector("#canvas").width < 700);
  const small = await settled(page);
  assert.equal(small.columns, await page.$eval("#canvas", (canvas) => canvas.clientWidth));
  await page.setViewportSize({ width: 1080, height: 900 });
  await page.waitForFunction(() => document.querySelector("#canvas").width > 700);
  await page.selectOption("#places", "Elephants");
  await settled(page);
  await thumbnail(page, "#canvas", "mandelbrot");
  await common(page, screenshot);
});
