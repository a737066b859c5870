// The heat page: what the brush adds and what a number of steps leaves, against loops in JavaScript.
//
//     node heat.mjs PAGE.html SCREENSHOT.png
import assert from "node:assert/strict";
import { common, difference, pixels, slide, spot, text, thumbnail, visit } from "./chromium.mjs";

const [file, screenshot] = process.argv.slice(2);
const ROWS = 270, COLUMNS = 480;

const clip = (value) => Math.min(Math.max(value, 0), 1);
function brush(T, x, y, radius, heat) {
  for (let i = 0; i < ROWS; i++) {
    for (let j = 0; j < COLUMNS; j++) {
      const dx = (j - x) / radius, dy = (i - y) / radius;
      T[i * COLUMNS + j] = clip(T[i * COLUMNS + j] + heat * Math.max(1 - dx * dx - dy * dy, 0));
    }
  }
}
function diffuse(T, steps) {
  for (let step = 0; step < steps; step++) {
    const old = T.slice();
    for (let i = 1; i < ROWS - 1; i++) {
      for (let k = i * COLUMNS + 1; k < (i + 1) * COLUMNS - 1; k++) {
        T[k] = old[k] + 0.24 * (old[k - COLUMNS] + old[k + COLUMNS] + old[k - 1] + old[k + 1] - 4 * old[k]);
      }
    }
  }
}
const glow = (T) => Uint32Array.from(T, (t) =>
  0xff000000 + Math.trunc(255 * Math.max(6 * t * (1 - 2 * t), 0)) * 65536 + Math.trunc(255 * t * t * t) * 256 + Math.trunc(255 * Math.sqrt(t)));

const count = async (page) => Number((await text(page, "#count")).replaceAll(",", ""));
const same = async (page, T) => assert.equal(difference((await pixels(page, "#canvas")).data, glow(T)), undefined);
async function playFor(page, steps) {
  await page.click("#play");
  assert.equal(await text(page, "#play"), "Pause");
  await page.waitForFunction((steps) => Number(document.querySelector("#count").textContent.replaceAll(",", "")) >= steps, steps);
  await page.click("#play");
}

await visit(file, {}, async (page) => {
  // It plays at once, with a flame; then everything is cold.
  await page.waitForFunction(() => Number(document.querySelector("#count").textContent) > 60);
  await page.click("#play");
  assert.equal(await text(page, "#play"), "Play");
  await page.uncheck("#flame");
  await page.click("#clear");
  const T = new Float64Array(ROWS * COLUMNS);
  await same(page, T);

  // A click adds heat where it is; a wider brush, a second place, and cold.
  const click = async (x, y) => {
    const [u, v] = await spot(page, "#canvas", x, y);
    const at = [Math.round(u), Math.round(v)], box = await page.$eval("#canvas", (canvas) => {
      const { left, top, width, height } = canvas.getBoundingClientRect();
      return { left, top, width, height };
    });
    await page.mouse.click(...at);
    return [((at[0] - box.left) * COLUMNS) / box.width, ((at[1] - box.top) * ROWS) / box.height];
  };
  for (let k = 0; k < 3; k++) brush(T, ...(await click(200, 120)), 14, 0.35);
  await same(page, T);
  await slide(page, "#radius", 40);
  brush(T, ...(await click(5, 100)), 40, 0.35);
  await page.check("#cold");
  brush(T, ...(await click(210, 125)), 40, -0.5);
  await same(page, T);
  assert.match(await text(page, "#probe"), /^\d+ °C$/);

  // Some hundred steps, and the same by loops.
  await slide(page, "#steps", 5);
  await playFor(page, 150);
  const steps = await count(page);
  assert.ok(steps >= 150 && steps % 5 === 0, String(steps));
  diffuse(T, steps);
  await same(page, T);

  // Pictures: the flame after a while, paused, so that it holds still.
  await page.uncheck("#cold");
  await page.check("#flame");
  await slide(page, "#steps", 8);
  await slide(page, "#radius", 14);
  const [a, b] = [await spot(page, "#canvas", 60, 40), await spot(page, "#canvas", 420, 230)];
  await page.mouse.move(...a);
  await page.mouse.down();
  await page.mouse.move(...b, { steps: 6 });
  await page.mouse.up();
  await playFor(page, steps + 700);
  await thumbnail(page, "#canvas", "heat");
  await common(page, screenshot);
});
