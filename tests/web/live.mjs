// The live page in headless Chromium, opened from file:// with the network cut: every program of it compiles and draws,
// errors stand under their lines, what does not end is stopped.
//
//     node live.mjs live.html SCREENSHOT.png
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const { chromium } = require("playwright-core");
const [file, screenshot] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 820 }, colorScheme: "light" });
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

  const text = async (selector) => (await page.textContent(selector)).trim();
  const becomes = async (state, what = state) => {
    try {
      await page.waitForFunction((state) => document.body.dataset.state === state, state, { timeout: 20_000 });
    } catch {
      assert.fail(`${what}: not ${state}: ${await page.evaluate(() => `${document.body.dataset.state} ${document.body.innerText.slice(0, 1500)}`)} ${said.join("\n")}`);
    }
  };
  const choose = (label) => page.selectOption("#samples", { label });
  const type = async (source) => { await page.fill("#source", source); };
  const pixels = () => page.$eval("#canvas", (canvas) => {
    // Of a copy: reading a canvas twice makes Chromium say something.
    const copy = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
    const context = copy.getContext("2d", { willReadFrequently: true });
    context.drawImage(canvas, 0, 0);
    return new Set(new Uint32Array(context.getImageData(0, 0, copy.width, copy.height).data.buffer)).size;
  });

  const start = performance.now();
  await page.goto(pathToFileURL(file).href);
  await becomes("shown", "the first program");
  const opened = performance.now() - start;

  // Every program: a drawing or a number, or else what its title announces.
  const other = { "With mistakes": "wrong", "Out of bounds": "raised", "A loop that never ends": "stopped" };
  for (const label of await page.$$eval("#samples option", (options) => options.map((option) => option.textContent))) {
    await choose(label);
    await becomes(other[label] ?? "shown", label);
    if (other[label]) continue;
    assert.match(await text("#compiled"), /^compiled in [\d.]+ ms · [\d,]+ bytes of wasm/, label);
    const drawing = await page.isVisible("#canvas"), number = await page.isVisible("#number");
    assert.ok(drawing || number, label);
    if (drawing) assert.ok((await pixels()) > 1, `${label}: something is drawn`);
  }

  // The last one was stopped, and the page lives on.
  assert.match(await text("#raised"), /^stopped: it ran for more than 2 seconds$/);
  await choose("Numba’s own form");
  await becomes("shown");
  assert.match(await text("#number"), /^\d+$/);

  // An exception with its line.
  await choose("Out of bounds");
  await becomes("raised");
  assert.match(await text("#raised"), /^IndexError: index 400 is out of bounds for axis 0 with size 400\n {2}line 6, in last$/);
  await page.fill("#arg-back", "1");
  await becomes("shown");

  // Errors under their lines, with code and help; they go as the text is mended.
  await choose("With mistakes");
  await becomes("wrong");
  const notes = () => page.$$eval(".note", (notes) => notes.map((note) => [Number(note.dataset.line), note.textContent, note.getBoundingClientRect().top]));
  const [first, second] = await notes();
  assert.equal(first[0], 6);
  assert.match(first[1], /^error\[unknown-name\] .*maen.*help: .*mean/);
  assert.equal(second[0], 10);
  assert.match(second[1], /^error\[shape-mismatch\] /);
  const underlined = await page.$$eval(".under.error", (spans) => spans.map((span) => [span.textContent, span.getBoundingClientRect().bottom]));
  assert.equal(underlined[0][0], "maen");
  assert.ok(first[2] > underlined[0][1] - 8 && first[2] < underlined[0][1] + 16, "the note stands under the line");
  assert.match(await text("#problems summary"), /^2 errors$/);
  assert.ok(!(await page.isVisible("#canvas")) && !(await page.isVisible("#number")), "no result of another program stays");
  await page.screenshot({ path: screenshot.replace(".png", "-errors.png") });
  const source = await page.inputValue("#source");
  await type(source.replace("maen", "mean").replace("np.ones((3, 4))", "np.ones((4, 3))"));
  await becomes("shown");
  assert.deepEqual(await notes(), []);
  assert.deepEqual(await page.$$eval("#function option", (options) => options.map((option) => option.value)), ["normalise", "center"]);

  // Another function, another argument, a signature.
  const caption = await text("#caption");
  await page.selectOption("#function", "center");
  await page.waitForFunction((caption) => document.querySelector("#caption").textContent !== caption, caption);
  assert.match(await text("#caption"), /^float64 \(4, 3\)/);
  await type("def f(x, y):\n    return x * y\n");
  await becomes("wrong");
  await page.fill("#signature", "f: (float64[:], float)");
  await becomes("shown");
  await page.fill("#arg-y", "0");
  await page.waitForFunction(() => /, 0 to 0/.test(document.querySelector("#caption").textContent.replaceAll("-0", "0")));

  // Typing by keys: Enter indents, Tab makes blanks, and what is typed is compiled.
  await page.fill("#signature", "");
  await type("");
  await page.focus("#source");
  await page.keyboard.type("def f(n: int):\nreturn n * 14");
  assert.equal(await page.inputValue("#source"), "def f(n: int):\n    return n * 14");
  await page.waitForFunction(() => document.querySelector("#number").textContent === "42");
  await page.keyboard.type("\n\nx");
  await becomes("shown");

  // First compilation of np_sum, with the compiler's own start, and warm ones: in a worker of a page.
  const times = await page.evaluate(async () => {
    const bytes = await new Response(new Blob([Uint8Array.from(atob(document.getElementById("wasm").textContent), (c) => c.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
    const load = new Function(`${document.getElementById("npc").textContent}; return load;`)();
    const source = "import numpy as np\n\ndef np_sum(x: 'int32[:]'):\n    return np.sum(x)\n";
    const start = performance.now();
    const npc = await load(bytes);
    const answer = npc.compile(source).exports.np_sum([3, 1, 4]);
    const first = performance.now() - start;
    const warm = Array.from({ length: 30 }, () => {
      const start = performance.now();
      npc.compile(source);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    return { first, median: warm[15], best: warm[0], answer };
  });
  assert.equal(times.answer, 8);
  console.log(`page shown after ${opened.toFixed(0)} ms; np_sum: ${times.first.toFixed(0)} ms from bytes to the answer, ${times.median.toFixed(1)} ms warm`);
  assert.ok(times.best <= 10, `a warm compilation takes ${times.best} ms`);

  // Pictures.
  for (const [label, name] of [["A wave under a bell", ""], ["The Mandelbrot set", "-image"], ["A noisy signal", "-lines"]]) {
    await choose(label);
    await becomes("shown");
    await page.screenshot({ path: screenshot.replace(".png", `${name}.png`) });
  }
  await page.emulateMedia({ colorScheme: "dark" });
  await choose("With mistakes");
  await becomes("wrong");
  await page.screenshot({ path: screenshot.replace(".png", "-dark.png") });
  await page.setViewportSize({ width: 390, height: 800 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out on a phone");
  await page.screenshot({ path: screenshot.replace(".png", "-phone.png"), fullPage: true });

  assert.deepEqual(said, [], "nothing in the console");
  assert.deepEqual(requested, [], "nothing was asked of the network");
} finally {
  await browser.close();
}
