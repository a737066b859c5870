  //- The types of parameters (`take`) and of results (`give`), as the table of functions names them.
  //#if arrays
  //#if full
  const ndarray = (dtype, rank, use, layout) => ({
  //#else
  const ndarray = (dtype, layout) => ({
  //#end
    //#if full
    take(call, v, where) { call.words.push(read(dtype, rank, v, where, use, layout)); },
    //#else
    take(call, v, where) { call.words.push(read(dtype, v, where, layout)); },
    //#end
    //#if array_results
    bytes: 32 + 16 * rank,
    arrays: true,
    into(call, slot, out) {
      call.results.push(slot);
      if (out != null) call.outs.push(Object.assign(read(dtype, rank, out, call.name + "(out)", "out"), { slot }));
    },
    give(call, at, out) {
      if (out != null) return out;
      const type = $types[dtype], item = type.BYTES_PER_ELEMENT, axes = (from) => Array.from({ length: rank }, (_, k) => get(at + 8 * (from + k)));
      const shape = axes(4), stride = axes(4 + rank).map((s) => s / item), [lo, hi] = $span(shape, stride);
      const of = (store) => new $NDArray(dtype, shape, stride, -lo, store), place = [get(at + 24) + lo * item, hi - lo];
      if (call.resident) {
        const store = keep(type, get(at), ...place);
        call.kept.push(store);
        put(at, 0);
        return of(store);
      }
      let data = of({ data: new type(memory.buffer, ...place) }).toTypedArray();
      //#if floats_for_longs
      if (/int64/.test(dtype)) data = Float64Array.from(data, (v) => $value(dtype, v));
      //#end
      return rank == 1 ? data : new $NDArray(dtype, shape, $strides(shape), 0, { data });
    },
    //#end
  });
  //#end
  //#if scalars
  const scalar = (dtype, name) => {
    //#if scalar_params
    const check = $check(dtype, name);
    //#if long_params
    const long = /int64/.test(dtype);
    //#end
    //#end
    //#if scalar_results
    const read = `get${$types[dtype].name.slice(0, -5)}`;
    //#end
    return {
      //#if scalar_params
      take(call, v, where) {
        v = check(v, where);
        //#if long_params
        if (long) {
          call.unsafe ||= !Number.isSafeInteger(Number(v));
          call.words.push(call.wide ? BigInt(v) : Number(v));
        } else
        //#end
        call.words.push(Number(v));
      },
      //#end
      bytes: 8,
      //#if scalar_results
      give: (call, at) => $value(dtype, view()[read](at, true)),
      //#end
    };
  };
  //#end
  //#if tuples
  const tuple = (...types) => {
    const offsets = types.map((_, k) => types.slice(0, k).reduce((at, t) => at + t.bytes, 0));
    const members = (v, where) => (v?.length === types.length ? v : $raise("TypeError", `${where}: expected a tuple of ${types.length}, got ${$got(v)}`));
    return {
      take(call, v, where) { types.forEach((t, k) => t.take(call, members(v, where)[k], `${where}[${k}]`)); },
      bytes: types.reduce((at, t) => at + t.bytes, 0),
      //#if array_results
      arrays: types.some((t) => t.arrays),
      into(call, slot, out) { types.forEach((t, k) => t.into?.(call, slot + offsets[k], out && members(out, call.name + "(out)")[k])); },
      //#end
      give: (call, at, out) => types.map((t, k) => t.give(call, at + offsets[k], out?.[k])),
    };
  };
  //#end
  //#if nones none_results
  const none = {
    bytes: 0,
    take(call, v, where) { if (v !== null) $raise("TypeError", `${where}: expected null, got ${$got(v)}`); },
    give: () => null,
  };
  //#end
