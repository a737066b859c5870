  //- Positional and keyword arguments, converted and added to the words that the entry takes; options go into the call
  //- as well. 64-bit integers are doubles; where those do not do, all of them are bigints (`wide`).
  const accept = (name, params, args, call) => {
    const last = args.at(-1);
    //- A plain object without data.
    if (Object(last) === last && !("data" in last) && !Object.getPrototypeOf(Object.getPrototypeOf(last) ?? last)) {
      args.pop();
      for (const key of Object.keys(last)) {
        const k = params.findIndex((p) => p[0] == key);
        //#if array_results
        if (k < 0 && call.arrays && /^(out|resident)$/.test(key)) call[key] = last[key];
        else
        //#end
        if (k < 0 || args[k] !== undefined) $raise("TypeError", `${name}() got ${k < 0 ? "an unexpected keyword argument" : "multiple values for argument"} '${key}'`);
        else args[k] = last[key];
      }
    }
    params.forEach(([param, type, value], k) => {
      //#if defaults
      if (args[k] !== undefined) value = args[k];
      //#else
      value = args[k];
      //#end
      if (value === undefined) $raise("TypeError", `${name}() missing 1 required positional argument: '${param}'`);
      type.take(call, value, `${name}(${param})`);
    });
    //#if long_params
    if (call.unsafe && !call.wide) {
      call.words = [];
      call.wide = true;
      accept(name, params, args.slice(0, params.length), call);
    }
    //#end
    return call.words;
  };
  //#if sites
  const check = (status) => {
    if (!status) return;
    const { sites, positions, files } = npc.interface, [type, message] = sites[get(@site) - 1], at = positions[get(@position)];
    //#if formats
    const text = message.replace(/{{|}}|{(\d+)}/g, (all, k) => (k ? view().getBigInt64(@args + 8 * k, true) : all[0]));
    //#else
    const text = message;
    //#end
    $raise(type, text, { traceback: at ? [{ file: files[at[0]], line: at[1], function: at[2] }] : [] });
  };
  //#end
  //#if plain_functions
  //- A function of scalars alone.
  //#if long_params
  const plain = (name, entry, js, params, result) => ({ [name](...args) {
    const call = { words: [], wide: !js }, words = accept(name, params, args, call);
  //#else
  const plain = (name, entry, params, result) => ({ [name](...args) {
    const words = accept(name, params, args, { words: [] });
  //#end
    //#if overloads
    if (trial) return;
    //#end
    //#if long_params
    const status = exports[call.wide ? entry : js](frame, @context, ...words);
    //#else
    const status = exports[entry](frame, @context, ...words);
    //#end
    //#if sites
    check(status);
    //#end
    return result?.give(0, frame);
  } })[name];
  //#end
  //#if arrays
  //#if written array_results
  //- Copies what the function wrote to where it belongs.
  const restore = ({ dtype, dense, list, data, shape, stride, offset, lo, hi, base, back }) => {
    const from = new $types[dtype](memory.buffer, base, hi - lo);
    if (dense) data.set(from, lo);
    else $walk(shape, stride, offset, (at) => (data[at] = from[at - lo]));
    if (list) $unpack(dtype, list, data);
    back?.();
  };
  //#end
  //#if long_params
  const fn = (name, entry, js, params, result) =>
  //#else
  const fn = (name, entry, params, result) =>
  //#end
  ({ [name](...args) {
    //#if array_results
    const headers = [], call = { words: [], name, arrays: result?.arrays, results: [], outs: [], kept: [] };
    //#else
    const headers = [], call = { words: [] };
    //#end
    //#if long_params
    call.wide = !js;
    //#end
    const words = accept(name, params, args, call);
    //#if array_results
    result?.into?.(call, 0, call.out);
    //#end
    //#if overloads
    if (trial) return;
    //#end
    try {
      //#if array_results
      const arrays = words.filter((w) => w.data).concat(call.outs);
      //#else
      const arrays = words.filter((w) => w.data);
      //#end
      //#if overlaps
      //- One block of memory for those that overlap, and for each of the others.
      const blocks = [];
      for (const a of arrays.filter((a) => !a.base).sort((a, b) => a.start - b.start)) {
        const { start } = a, { buffer } = a.data, end = start + a.bytes;
        a.block = blocks.find((b) => b.buffer === buffer && start < b.end);
        if (!a.block) blocks.push((a.block = { buffer, start, end }));
        a.block.end = Math.max(a.block.end, end);
        a.block.copy ||= a.use != "out" || !a.dense;
      }
      for (const b of blocks) headers.push((b.header = alloc(b.end - b.start + 8)));
      for (const { header, start, end, buffer, copy } of blocks) {
        if (copy) new Uint8Array(memory.buffer, header + 16 + (start & 7), end - start).set(new Uint8Array(buffer, start, end - start));
      }
      for (const a of arrays) if (a.block) a.base = a.block.header + 16 + (a.block.start & 7) + a.start - a.block.start;
      //#else
      for (const a of arrays.filter((a) => !a.base)) {
        headers.push((a.block = alloc(a.bytes)));
        new Uint8Array(memory.buffer, (a.base = a.block + 16), a.bytes).set(new Uint8Array(a.data.buffer, a.start, a.bytes));
      }
      //#end
      //#if array_results
      for (const at of call.results) for (let k = 0; k < 32; k += 4) view().setInt32(frame + at + k, 0);
      //#end
      let next = frame + (result?.bytes ?? 0);
      for (const a of arrays) {
        //#if full
        const { item, shape, stride, slot } = a, first = a.base + (a.offset - a.lo) * item;
        const fields = [0, a.size, item, first, ...shape, ...stride.map((s) => s * item)];
        a.at = slot == null ? next : frame + slot;
        if (slot == null) next += 8 * fields.length;
        fields.forEach((v, k) => put(a.at + 8 * k, v));
        if (a.dtype == "bool") {
          const bytes = new Uint8Array(memory.buffer);
          $walk(shape, stride, first, (at) => (bytes[at] &&= 1));
        }
        //#else
        const { item, size, step } = a, first = a.base + (a.offset - a.lo) * item;
        //#if bools
        for (let k = 0, bytes = new Uint8Array(memory.buffer); a.dtype == "bool" && k < size; k++) bytes[first + k * step] &&= 1;
        //#end
        a.at = next;
        for (const v of [0, size, item, first, size, step * item]) put(next, v), (next += 8);
        //#end
      }
      //#if long_params
      const status = exports[call.wide ? entry : js](frame, @context, ...words.map((w) => w.at ?? w));
      //#else
      //#if sites array_results written
      const status =
      //#end
      exports[entry](frame, @context, ...words.map((w) => w.at ?? w));
      //#end
      //#if written array_results
      for (const a of arrays) if (a.block && (a.use == "written" || (a.use && !status))) restore(a);
      //#end
      //#if sites
      check(status);
      //#end
      //#if array_results
      try {
        return result?.give(call, frame, call.out);
      } catch (error) {
        for (const store of call.kept) store.free();
        throw error;
      } finally {
        for (const at of call.results) npc_release(get(frame + at));
      }
      //#else
      return result?.give(call, frame);
      //#end
    } finally {
      headers.forEach((header) => npc_release(header));
    }
  } })[name];
  //#end
  //#if overloads
  //- The first signature that takes the arguments: as they are, else converted.
  const overloaded = (name, signatures, ...fns) => ({ [name](...args) {
    for (const level of ["exact", "any"]) {
      for (const f of fns) {
        trial = level;
        try {
          f(...args);
        } catch (error) {
          if (/^(Type|Overflow)Error$/.test(error.name)) continue;
          throw error;
        } finally {
          trial = "";
        }
        return f(...args);
      }
    }
    $raise("TypeError", `no signature takes these arguments: ${signatures}`);
  } })[name];
  //#end
