// The gallery: every card has its picture, and leads to a page that is there.
//
//     node gallery.mjs PAGE.html SCREENSHOT.png
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { pictures, visit } from "./chromium.mjs";

const [file, screenshot] = process.argv.slice(2);

await visit(file, {}, async (page) => {
  const links = await page.$$eval("a", (all) => all.map((a) => a.getAttribute("href")));
  const cards = await page.$$eval(".cards a", (all) => all.map((a) => a.getAttribute("href")));
  assert.equal(cards.length, 6);
  for (const link of links) assert.ok(existsSync(join(dirname(file), link)), `${link} is missing`);
  const broken = await page.$$eval("img", (all) => all.filter((image) => !image.naturalWidth || !image.src.startsWith("data:")).length);
  assert.equal(broken, 0, "pictures are in the page");
  await pictures(page, screenshot);
});
