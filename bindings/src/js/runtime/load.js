//- Fetches the module, as a stream where the server says what it is; from the disk in Node.
const $load = async (url) => {
  const fs = url.protocol == "file:" && globalThis.process?.getBuiltinModule?.("node:fs");
  if (fs) return new WebAssembly.Module(fs.readFileSync(url));
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  const wasm = /^application\/wasm/.test(response.headers.get("content-type"));
  return wasm ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
};
