// Hands requests to the compiler as wasm and compares its answers with what the library answered.
//
//     node compare.mjs BUILT FOLDER
//
// FOLDER/jobs.json is a list of { request, wasm?, js?, dts?, text }. For each module, N.wasm and N.mjs are left in the
// folder: the functions as `npc.js` binds them, without generated text.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [built, folder] = process.argv.slice(2);
const script = pathToFileURL(join(built, "npc.js")).href;
const { load } = await import(script);
const npc = await load();
const jobs = JSON.parse(readFileSync(join(folder, "jobs.json"), "utf8"));
const problems = [];
let slowest = 0;

jobs.forEach(({ request, wasm, js, dts, text }, at) => {
  const { source, ...options } = request;
  const what = `${request.name} ${JSON.stringify(options.call ?? options.export ?? "")}`;
  const start = performance.now();
  let found;
  try {
    found = npc.compile(source, options);
  } catch (error) {
    problems.push(`${what}: ${error.stack}`);
    return;
  }
  slowest = Math.max(slowest, performance.now() - start);
  const same = (name, was, is) => {
    if (was !== is) problems.push(`${what}: ${name} differs\n--- the library\n${was}\n--- as wasm\n${is}`);
  };
  same("text", text, found.text);
  same("wasm", wasm ?? null, found.wasm && Buffer.from(found.wasm).toString("base64"));
  same("js", js, found.js);
  same("dts", dts, found.dts);
  same("places", undefined, misplaced(found, source));
  if (found.wasm) {
    writeFileSync(join(folder, `${at}.wasm`), found.wasm);
    const table = JSON.stringify(npc.ask({ ...request, emit: ["table"] }).json.table);
    writeFileSync(join(folder, `${at}.mjs`), `import { bind } from ${JSON.stringify(script)};\nexport const instantiateSync = (wasm) => bind(wasm, ${table});\n`);
  }
});

/** Offsets count from the start of the source, line and column say the same place. */
function misplaced({ diagnostics }, source) {
  const lines = source.split("\n");
  for (const { labels, message } of diagnostics) {
    for (const { start, line, column } of labels) {
      const before = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
      const units = [...(lines[line - 1] ?? "")].slice(0, column - 1).join("").length;
      if (before + units !== start) return `${message}: ${start} is not line ${line}, column ${column}`;
    }
  }
  return undefined;
}

console.log(`${jobs.length} answers compared; the slowest took ${slowest.toFixed(0)} ms`);
if (problems.length) {
  console.log(problems.slice(0, 20).join("\n\n"));
  console.log(`${problems.length} problems`);
  process.exit(1);
}
