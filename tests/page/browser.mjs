// The article's page in headless Chromium: opened from file:// with the network cut, clicked through, its answers read.
//
//     node browser.mjs PAGE.html SCREENSHOT.png
import assert from "node:assert/strict";
import { slide as slideOn, text as textOf, thumbnail, visit } from "./chromium.mjs";

const [page_file, screenshot] = process.argv.slice(2);

await visit(page_file, {}, async (page) => {
  const text = (selector) => textOf(page, selector);
  const cells = (selector) => page.$$eval(`${selector} tbody tr`, (rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
  const slide = (id, value) => slideOn(page, id, value);

  // Two numbers.
  assert.equal(await text("#add"), "5");
  await page.fill("#add-x", "-40");
  await page.fill("#add-y", "82");
  assert.equal(await text("#add"), "42");
  await page.fill("#add-y", "1.5");
  assert.match(await text("#add-error"), /^TypeError: /);
  await page.fill("#add-y", "3");
  await page.fill("#add-x", "2");
  assert.equal(await text("#add-error"), "");

  // Ten numbers; what does not fit raises Python's exception, after which the module still works.
  assert.equal(await text("#sum"), "39");
  const ten = await page.$$("#ten input");
  assert.equal(ten.length, 10);
  await ten[0].fill("2000000000");
  assert.equal(await text("#sum"), "2000000036");
  await ten[1].fill("2000000000");
  assert.match(await text("#sum-error"), /^OverflowError: .*int32\n {2}examples\/article\.py, line \d+, in np_sum$/);
  await ten[0].fill("3");
  await ten[1].fill("1");
  assert.equal(await text("#sum"), "39");
  assert.equal(await text("#sum-error"), "");

  // A table that changes on a click; the answer is column 0 of the row with the largest number in column 1.
  for (const target of ["#again", "#table tbody", "#again"]) {
    const before = await cells("#table");
    await page.click(target);
    const table = await cells("#table");
    assert.notDeepEqual(table, before);
    const largest = table.map((row) => Number(row[1])).reduce((best, value, k, all) => (value > all[best] ? k : best), 0);
    assert.equal(await text("#row"), table[largest][0]);
    assert.equal(await page.$$eval("#table tr", (rows) => rows.findIndex((row) => row.className === "largest")), largest + 1);
    const standard = await cells("#standardised");
    const column = standard.map((row) => Number(row[1].replace("−", "-")));
    assert.ok(Math.abs(column.reduce((a, b) => a + b)) < 0.05, "the mean is 0");
  }

  // One function for each thing that the article could not do.
  await slide("#factor", -2);
  assert.deepEqual(await cells("#scaled"), [["-6", "-2", "-8", "-2", "-10", "-18", "-4", "-12", "-10", "-6"]]);
  await slide("#factor", 3);
  assert.equal(await text("#distance"), "7");
  await page.fill("[aria-label='q[2]']", "-6");
  await page.fill("[aria-label='p[0]']", "4");
  assert.equal(await text("#distance"), "7");
  const curve = await page.getAttribute("#curve", "d");
  await slide("#frequency", 5);
  assert.notEqual(await page.getAttribute("#curve", "d"), curve);
  await slide("#frequency", 16);
  assert.equal(await page.getAttribute("#curve", "d"), curve);
  assert.match(curve, /^M0,[\d.]+L1,/);
  await slide("#n", 3);
  assert.deepEqual(await cells("#times"), [["1", "2", "3"], ["2", "4", "6"], ["3", "6", "9"]]);
  await slide("#n", 0);
  assert.deepEqual(await cells("#times"), []);
  await slide("#n", 7);
  await slide("#columns", 6);
  assert.deepEqual(await cells("#folded"), [["0", "1", "2", "3", "4", "5"], ["6", "7", "8", "9", "10", "11"]]);
  await slide("#columns", 5);
  assert.match(await text("#folded-error"), /^ValueError: cannot reshape array of size 12 into shape \(.*5\)\n {2}examples\/article\.py, line \d+, in folded$/);
  await slide("#columns", 4);
  assert.equal(await text("#folded-error"), "");

  // The benchmark: three times, and three answers that are the same integer.
  await page.click("#run");
  await page.waitForFunction(() => !document.querySelector("#run").disabled, null, { timeout: 120_000 });
  const answers = await Promise.all(["#js-answer", "#npc-answer", "#copy-answer"].map(text));
  assert.match(answers[0], /^-?\d{6,16}$/);
  assert.equal(new Set(answers).size, 1, String(answers));
  for (const id of ["js", "npc", "copy"]) assert.match(await text(`#${id}-time`), /^\d+\.\d{3} ms$/);
  for (const id of ["npc", "copy"]) assert.match(await text(`#${id}-ratio`), /^\d+\.\d×$/);
  console.log(`plain loop ${await text("#js-time")}; npc ${await text("#npc-time")} (${await text("#npc-ratio")}); with the copy ${await text("#copy-time")} (${await text("#copy-ratio")})`);

  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: screenshot, fullPage: true });
  // The picture of the README: down to the end of the benchmark.
  const more = await page.$eval("[aria-labelledby=h-more]", (section) => Math.floor(section.getBoundingClientRect().top));
  await page.screenshot({ path: screenshot.replace(".png", "-top.png"), fullPage: true, clip: { x: 30, y: 0, width: 1020, height: more } });
  await thumbnail(page, "[aria-labelledby=h-more] .cards", "article");
  await page.setViewportSize({ width: 380, height: 800 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out on a phone");
  await page.screenshot({ path: screenshot.replace(".png", "-phone.png"), fullPage: true });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 1080, height: 900 });
  await page.screenshot({ path: screenshot.replace(".png", "-dark.png"), fullPage: true });
});
