// build.mjs TOOL FOLDER: bundles entry.mjs of the folder with the tool, from the `node_modules` that NPC_BUNDLERS names.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [tool, folder] = process.argv.slice(2);
const entry = join(folder, "entry.mjs"), out = join(folder, `${tool}.out.mjs`);
const { resolve } = createRequire(join(process.env.NPC_BUNDLERS, "x.js"));
const load = async (name) => {
  const module = await import(pathToFileURL(resolve(name)));
  return module.default ?? module;
};
const tools = {
  esbuild: async () => (await load("esbuild")).build({ entryPoints: [entry], outfile: out, bundle: true, minify: true, format: "esm", logLevel: "error" }),
  async rollup() {
    const bundle = await (await load("rollup")).rollup({ input: entry });
    await bundle.write({ file: out, format: "es" });
  },
  async webpack() {
    const webpack = await load("webpack");
    const options = { mode: "production", entry, target: "web", output: { path: folder, filename: `${tool}.out.mjs` } };
    const stats = await new Promise((done, failed) => webpack(options, (error, stats) => (error ? failed(error) : done(stats))));
    if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString());
  },
  async vite() {
    const { build } = await import(pathToFileURL(resolve("vite")));
    const lib = { entry, formats: ["es"], fileName: () => `${tool}.out.mjs` };
    await build({ root: folder, configFile: false, logLevel: "error", build: { lib, outDir: folder, emptyOutDir: false, minify: true } });
  },
};
await tools[tool]();
