// A page in headless Chromium, opened from file:// with the network cut; what it says in the console and what it asks of
// the network is an error.
//
// playwright-core is found through NODE_PATH; CHROMIUM names another browser than Debian's.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const { chromium } = require("playwright-core");

/** Opens the page, waits until it is ready, and calls `use`; `prepare` sees the page before it is opened. */
export async function visit(file, { prepare, ...options }, use) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1080, height: 900 }, colorScheme: "light", ...options });
    const page = await context.newPage();
    const said = [], requested = [];
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("console", (message) => said.push(message.text()));
    await context.setOffline(true);
    await page.route("**", (route) => {
      const url = route.request().url();
      if (/^(file|data|blob):/.test(url)) return route.continue();
      requested.push(url);
      return route.abort();
    });
    await prepare?.(page);
    await page.goto(pathToFileURL(file).href);
    await page.waitForSelector("body.ready").catch((error) => { throw new Error(`${said.join("\n")}\n${error}`); });
    await use(page);
    assert.deepEqual(said, [], "nothing in the console");
    assert.deepEqual(requested, [], "nothing was asked of the network");
  } finally {
    await browser.close();
  }
}

/** The text of an element. */
export const text = async (page, selector) => (await page.textContent(selector)).trim();

/** Moves a slider. */
export const slide = (page, id, value) =>
  page.$eval(id, (input, value) => { input.value = value; input.dispatchEvent(new Event("input")); }, value);

/** The pixels of a canvas, as 0xAABBGGRR, row by row. */
export async function pixels(page, selector) {
  const [width, height, base64] = await page.$eval(selector, (canvas) => {
    const copy = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
    const context = copy.getContext("2d", { willReadFrequently: true });
    context.drawImage(canvas, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let binary = "";
    for (let k = 0; k < data.length; k += 0x8000) binary += String.fromCharCode(...data.subarray(k, k + 0x8000));
    return [canvas.width, canvas.height, btoa(binary)];
  });
  const bytes = Buffer.from(base64, "base64");
  return { width, height, data: new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)) };
}

/** The first difference between two arrays; undefined if there is none. */
export function difference(found, expected) {
  assert.equal(found.length, expected.length);
  const k = found.findIndex((value, k) => value !== expected[k]);
  return k < 0 ? undefined : `element ${k} is ${found[k]} instead of ${expected[k]}`;
}

/** Where a pixel of a canvas is in the window. */
export async function spot(page, selector, x, y) {
  const box = await page.$eval(selector, (canvas) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return { left, top, width, height, columns: canvas.width, rows: canvas.height };
  });
  return [box.left + (x * box.width) / box.columns, box.top + (y * box.height) / box.rows];
}

/**
 * What all examples have: their source, their size, and the race, in which both sides leave the same. Then pictures of
 * the page: light, dark, and on a phone.
 */
export async function common(page, screenshot, verdict = "equal, bit by bit") {
  const bytes = Number(await page.getAttribute("#bytes", "data-bytes"));
  assert.ok(bytes > 1000 && bytes <= 11_000, `${bytes} bytes of wasm`);
  assert.match(await text(page, "#bytes"), /^\d+\.\d kB$/);
  assert.equal(await text(page, "#python pre"), (await text(page, "#source")).trim());
  await page.click("#measure");
  await page.waitForFunction(() => !document.querySelector("#measure").disabled, null, { timeout: 120_000 });
  assert.match(await text(page, "#verdict"), new RegExp(`^The results are ${verdict}\\.`));
  const cells = await page.$$eval(".race td", (cells) => cells.map((cell) => cell.textContent));
  for (const time of [cells[0], cells[3]]) assert.match(time, /^\d+(\.\d+)? ms$/);
  assert.match(cells[4], /^\d+\.\d\d×$/);
  console.log(`${bytes} bytes; plain JavaScript ${cells[0]}, npc ${cells[3]} (${cells[4]})`);
  await pictures(page, screenshot);
}

/** Pictures of a page; nothing sticks out on a phone. */
export async function pictures(page, screenshot) {
  const picture = (kind) => page.screenshot({ path: screenshot.replace(".png", `${kind}.png`), fullPage: true });
  await page.evaluate(() => scrollTo(0, 0));
  await picture("");
  await page.emulateMedia({ colorScheme: "dark" });
  await picture("-dark");
  await page.setViewportSize({ width: 380, height: 800 });
  await page.waitForTimeout(100);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out on a phone");
  await picture("-phone");
}

/** With NPC_PICTURES=FOLDER, the middle of an element as NAME.webp, for the gallery; `zoom` takes less of it. */
export async function thumbnail(page, selector, name, zoom = 1) {
  const folder = process.env.NPC_PICTURES;
  if (!folder) return;
  const png = (await (await page.$(selector)).screenshot()).toString("base64");
  const url = await page.evaluate(async ([png, zoom]) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: 336, height: 210 });
    const scale = zoom * Math.max(336 / image.width, 210 / image.height), [w, h] = [image.width * scale, image.height * scale];
    canvas.getContext("2d").drawImage(image, (336 - w) / 2, (210 - h) / 2, w, h);
    return canvas.toDataURL("image/webp", 0.65);
  }, [png, zoom]);
  writeFileSync(`${folder}/${name}.webp`, Buffer.from(url.split(",")[1], "base64"));
}
