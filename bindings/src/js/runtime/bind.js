//- One instance of the module: memory, arguments, results, and the functions.
const $bind = (module) => {
  const { exports } = new WebAssembly.Instance(module), { memory, npc_alloc, npc_release } = exports;
  let cached, parsed;
  const view = () => (cached?.buffer === memory.buffer ? cached : (cached = new DataView(memory.buffer)));
  //#if long_results array_results texts prints messages
  const get = (at) => view().getInt32(at + 4, true) * 2 ** 32 + view().getUint32(at, true);
  //#else
  const get = (at) => Number(view().getBigInt64(at, true));
  //#end
  //#if array_results recursion prints messages
  const put = (at, v) => (view().setInt32(at, v, true), view().setInt32(at + 4, Math.floor(v / 2 ** 32), true));
  //#end
  const alloc = (bytes) => (bytes >= 0 && bytes < 4e9 && npc_alloc(bytes) >>> 0) || $raise("MemoryError", `Unable to allocate ${bytes} bytes`);
  //#if prints messages
  //- A text that the context refers to; its buffer is released.
  const taken = (at) => {
    const header = get(at), text = header && $decode(new Uint8Array(memory.buffer, header + 16, get(at + 8)));
    if (header) put(at, 0), put(at + 8, 0), npc_release(header);
    return text || "";
  };
  //#end
  //- The result record and the descriptors of one call.
  const frame = alloc(@frame) + 16, own = get(@in_use);
  const npc = {
    memory, module,
    get interface() { return (parsed ??= JSON.parse(new TextDecoder().decode(WebAssembly.Module.customSections(module, "npc.abi")[0]))); },
    reserve(bytes) { npc_release(alloc(bytes)); },
    get inUse() { return get(@in_use) - own; },
  };
  //#if arrays
  //- Writes a descriptor.
  //#if full
  const describe = (at, item, first, shape, stride) => {
    const fields = [0, $product(shape), item, first].concat(shape, stride.map((s) => s * item));
    new BigInt64Array(memory.buffer, at, fields.length).set(fields.map(BigInt));
  };
  //#else
  const describe = (at, item, first, size, step) => new BigInt64Array(memory.buffer, at, 6).set([0, size, item, first, size, step * item].map(BigInt));
  //#end
  @array
  @view
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
