// The files that pages use, from the module that cargo has built. The module itself has the run time of the bindings.
//
//     node apps/web/bundle.mjs npc_web.wasm FOLDER
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { loadSync } from "./npc.js";

const here = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const [built, folder] = process.argv.slice(2);
const wasm = readFileSync(built);

/** Puts a text in for a mark that is there once. */
function fill(template, mark, text) {
  const parts = template.split(mark);
  if (parts.length !== 2) throw new Error(`${mark} stands ${parts.length - 1} times in a template`);
  return parts.join(text);
}

const runtimes = Object.entries(loadSync(wasm).ask({ runtime: true }).json);
const npc = fill(here("npc.js"), "/* @runtimes */", runtimes.map(([name, text]) => `\n${name}: ${text},`).join(""));

/** JavaScript for the inside of a script element that is not run where it stands. */
const inert = (text) => text.replace(/<(?=\/script|!--)/gi, "\\x3c");
const gzip = gzipSync(wasm, { level: 9 });
// A page on file:// may start a worker from a blob only if that is a classic script.
const classic = npc.replace(/^export /gm, "").replaceAll("import.meta.url", "location.href");
const page = [["/* @npc */", inert(classic)], ["/* @wasm */", gzip.toString("base64")]]
  .reduce((text, [mark, part]) => fill(text, mark, part), here("../../examples/live.template.html"));

mkdirSync(folder, { recursive: true });
const files = { "npc.wasm": wasm, "npc.js": npc, "npc.d.ts": here("npc.d.ts"), "live.html": page };
for (const [name, bytes] of Object.entries(files)) {
  writeFileSync(join(folder, name), bytes);
  console.log(`${join(folder, name)} ${(bytes.length / 1000).toFixed(1)} kB (gz ${(gzipSync(bytes, { level: 9 }).length / 1000).toFixed(1)})`);
}
