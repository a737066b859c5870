// The Life page: the worlds that it shows, against generations computed here.
//
//     node life.mjs PAGE.html SCREENSHOT.png
import assert from "node:assert/strict";
import { common, difference, pixels, slide, spot, text, thumbnail, visit } from "./chromium.mjs";

const [file, screenshot] = process.argv.slice(2);
const ROWS = 144, COLUMNS = 256, ALIVE = 0xffb8e9ff;

const cells = async (page) => (await pixels(page, "#canvas")).data.map((colour) => Number(colour === ALIVE));
const total = (world) => world.reduce((sum, cell) => sum + cell, 0);
function generation(world) {
  return world.map((cell, k) => {
    let n = 0;
    for (const i of [-1, 0, 1]) {
      for (const j of [-1, 0, 1]) {
        if (i || j) n += world[((Math.floor(k / COLUMNS) + i + ROWS) % ROWS) * COLUMNS + (((k % COLUMNS) + j + COLUMNS) % COLUMNS)];
      }
    }
    return Number(n === 3 || (n === 2 && cell === 1));
  });
}
const number = async (page, id) => Number((await text(page, id)).replaceAll(",", ""));

/** The cells of the random world: a hash of their number, on the array with its rim. */
function scattered(seed, density) {
  const hash = (k) => {
    k = Math.imul(k ^ (k >>> 16), 0x21f0aaad);
    k = Math.imul(k ^ (k >>> 15), 0x735a2d97);
    return (k ^ (k >>> 15)) >>> 0;
  };
  return Uint32Array.from({ length: ROWS * COLUMNS }, (_, k) => {
    const at = (Math.floor(k / COLUMNS) + 1) * (COLUMNS + 2) + (k % COLUMNS) + 1;
    return Number(hash((at + Math.imul(seed, 0x9e3779b9)) | 0) < density * 4294967296);
  });
}

await visit(file, {}, async (page) => {
  // It plays; then a random world, step by step, across the edges too.
  await page.waitForFunction(() => Number(document.querySelector("#generation").textContent) > 5);
  await page.click("#play");
  await page.click("#random");
  let world = scattered(8, 0.3);
  assert.equal(difference(await cells(page), world), undefined);
  assert.equal(await number(page, "#living"), total(world));
  for (let k = 1; k <= 12; k++) {
    await page.click("#step");
    world = generation(world);
    assert.equal(await number(page, "#generation"), k);
    assert.equal(await number(page, "#living"), total(world));
  }
  assert.equal(difference(await cells(page), world), undefined);

  // The gun has made a glider after 30 generations.
  await page.selectOption("#patterns", "Acorn");
  assert.equal(await number(page, "#living"), 7);
  await page.selectOption("#patterns", "Glider gun");
  assert.equal(await number(page, "#living"), 36);
  for (let k = 0; k < 30; k++) await page.click("#step");
  assert.equal(await number(page, "#living"), 41);

  // Drawing: a line of three turns around, and a second stroke over a cell clears it.
  await page.click("#clear");
  assert.equal(total(await cells(page)), 0);
  const at = (x, y) => spot(page, "#canvas", x + 0.5, y + 0.5);
  await page.mouse.move(...(await at(100, 50)));
  await page.mouse.down();
  await page.mouse.move(...(await at(102, 50)));
  await page.mouse.up();
  assert.equal(await number(page, "#living"), 3);
  await page.click("#step");
  const blinker = await cells(page);
  assert.deepEqual([49, 50, 51].map((y) => blinker[y * COLUMNS + 101]), [1, 1, 1]);
  assert.equal(total(blinker), 3);
  await page.mouse.click(...(await at(101, 50)));
  assert.equal(await number(page, "#living"), 2);

  // Speed: at 600 generations a second, hundreds soon.
  await page.selectOption("#patterns", "R-pentomino");
  await slide(page, "#speed", 6);
  await page.click("#play");
  await page.waitForFunction(() => Number(document.querySelector("#generation").textContent.replaceAll(",", "")) > 150);
  await page.click("#play");
  world = new Uint32Array(ROWS * COLUMNS);
  for (const [x, y] of [[1, 0], [2, 0], [0, 1], [1, 1], [1, 2]]) world[(70 + y) * COLUMNS + 126 + x] = 1;
  const n = await number(page, "#generation");
  for (let k = 0; k < n; k++) world = generation(world);
  assert.equal(difference(await cells(page), world), undefined);

  await page.click("#random");
  await slide(page, "#speed", 4);
  await page.click("#play");
  await page.waitForFunction(() => Number(document.querySelector("#generation").textContent) > 90);
  await page.click("#play");
  await thumbnail(page, "#canvas", "life", 2);
  await common(page, screenshot);
});
