//- One instance of the module: memory, arguments, results, and the functions.
const $bind = (module) => {
  const { exports } = new WebAssembly.Instance(module), { memory, npc_alloc, npc_release } = exports;
  let cached, parsed;
  //#if overloads
  let trial = "";
  //#end
  const view = () => (cached?.buffer === memory.buffer ? cached : (cached = new DataView(memory.buffer)));
  const get = (at) => Number(view().getBigInt64(at, true));
  //#if arrays
  const put = (at, v, to = view()) => (to.setInt32(at, v, true), to.setInt32(at + 4, Math.floor(v / 2 ** 32), true));
  //#end
  const alloc = (bytes) => (bytes < 2 ** 32 - 65536 && npc_alloc(bytes) >>> 0) || $raise("MemoryError", `Unable to allocate ${bytes} bytes`);
  //- The result record and the descriptors of one call.
  const before = get(@in_use), frame = alloc(@frame) + 16, own = get(@in_use) - before;
  const npc = {
    memory, module,
    get interface() { return (parsed ??= JSON.parse(new TextDecoder().decode(WebAssembly.Module.customSections(module, "npc.abi")[0]))); },
    reserve(bytes) { npc_release(alloc(bytes)); },
    get inUse() { return get(@in_use) - own; },
  };
  //#if arrays
  @view
  @array
  //#end
  @types_of_values
  @calls
  return {
    //#if arrays
    array,
    //#end
    npc,
    @functions
  };
};
