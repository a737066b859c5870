// What a call costs beside the function itself. `node --test` prints it; the figure to hold is 150 ns, the test allows for a busy machine.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const root = pathToFileURL(process.env.NPC_BINDINGS + "/");
const k = await import(new URL("inline/kitchen.js", root));

/** Nanoseconds of a call, in the best of many short rounds. */
function measure(f, calls = 5000, rounds = 200) {
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    for (let i = 0; i < calls; i++) f(i);
    best = Math.min(best, ((performance.now() - start) * 1e6) / calls);
  }
  return best;
}

test("a resident array and two scalars", (t) => {
  const x = k.array("float64", [4], [1, 2, 3, 4]), typed = Float64Array.of(1, 2);
  const entry = new WebAssembly.Instance(k.npc.module).exports["mix.js"];
  const bare = measure((i) => entry(1024, 16, 4096, 1.5, i));
  const alone = measure((i) => k.mix(x, 1.5, i));
  const scalar = measure(() => k.same_f64(2)), copied = measure(() => k.mix(typed, 1.5, 2));
  const among = measure((i) => k.mix(x, 1.5, i));
  t.diagnostic(`entry ${bare.toFixed()} ns; with bindings ${alone.toFixed()} ns, after calls of all other kinds ${among.toFixed()} ns`);
  t.diagnostic(`one scalar ${scalar.toFixed()} ns; a typed array, copied, ${copied.toFixed()} ns`);
  x.dispose();
  assert.ok(alone - bare <= 450, `${alone} ns`);
});
