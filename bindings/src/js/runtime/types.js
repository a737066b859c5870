  //- The types of parameters and of results, as the table of functions names them. `quick` yields the word that the entry takes, or
  //- undefined where that needs more than a look; `take` converts, and adds to the words of a call; `give` reads a result.
  //#if arrays
  //#if full
  const ndarray = (dtype, rank, use, layout) => ({
  //#else
  const ndarray = (@reads_of) => ({
  //#end
    //#if full
    quick: (v) => (dtype != "bool" && layout != "F" && NDArray.at(v, dtype, rank)) || undefined,
    take(call, v, where) {
      const array = read(@read_args);
      call.arrays.push(array);
      call.words.push(array);
    },
    //#else
    //#if bools
    quick: (v) => (dtype == "bool" ? undefined : Vector.at(v, dtype)),
    //#else
    quick: (v) => Vector.at(v, dtype),
    //#end
    //#if several
    take(call, v, where) {
      const array = this.quick(v) ? { own: v, dtype } : read(@read_args);
      call.arrays.push(array);
      call.words.push(array);
    },
    //#else
    //- The only argument: nothing of the caller's runs after it has been read.
    take(call, v, where) {
      const { data, size, step, offset, lo, hi } = read(@read_args), item = $types[dtype].BYTES_PER_ELEMENT, start = $start(data) + lo * item, bytes = (hi - lo) * item;
      let base = $buffer(data) === memory.buffer && start;
      if (!base) {
        call.header = alloc(bytes);
        new Uint8Array(memory.buffer, (base = call.header + 16), bytes).set(new Uint8Array($buffer(data), start, bytes));
      }
      describe(frame + 8, item, base + (offset - lo) * item, size, step);
      call.words.push(frame + 8);
    },
    //#end
    //#end
    //#if array_results
    bytes: 32 + 16 * rank,
    slots: (at) => [at],
    into(call, slot, out) {
      if (out != null) call.arrays.push(Object.assign(read(dtype, rank, out, call.name + "(out)", "out"), { slot }));
    },
    give(at, call, out) {
      if (out != null) return out;
      const type = $types[dtype], item = @item, axes = (from) => Array.from({ length: rank }, (_, k) => get(at + 8 * (from + k)));
      const shape = axes(4), stride = axes(4 + rank).map((s) => s / item), { lo, hi } = $span(shape, stride), first = get(at + 24) + lo * item;
      if (call.resident) {
        const made = keep(dtype, shape, stride, -lo, [get(at)], first, hi - lo);
        call.kept.push(made);
        put(at, 0);
        return made;
      }
      let data = new NDArray(dtype, shape, stride, -lo, { data: new type(memory.buffer, first, @length), free: null }).toTypedArray();
      //#if floats_for_longs
      if (/int64/.test(dtype)) data = Float64Array.from(data, (v) => $value(dtype, v));
      //#end
      return rank == 1 ? data : new NDArray(dtype, shape, $strides(shape), 0, { data, free: null, headers: null });
    },
    //#end
  });
  //#end
  //#if scalars
  //#if long_results
  //#if unsigned_long_results
  const longs = (dtype, at) => (dtype[0] == "u" && get(at) < 0 ? $safe(NaN, () => view().getBigUint64(at, true)) : $safe(get(at), () => view().getBigInt64(at, true)));
  //#else
  const longs = (dtype, at) => $safe(get(at), () => view().getBigInt64(at, true));
  //#end
  //#end
  //#if scalar_params
  const scalar = (dtype, name) => {
  //#else
  const scalar = (dtype) => {
  //#end
    //#if long_both
    const long = /int64/.test(dtype);
    //#end
    //#if scalar_params
    const check = $check(dtype, name);
    //#if ints bools floats
    const bits = 8 * $types[dtype].BYTES_PER_ELEMENT, lowest = dtype[0] == "u" ? 0 : -(2 ** (bits - 1)), low = Math.max(lowest, 1 - 2 ** 53), high = Math.min(lowest + 2 ** bits, 2 ** 53);
    //#end
    //#end
    //#if short_results
    const read = `get${$types[dtype].name.slice(0, -5)}`;
    //#end
    return {
      //#if scalar_params
      //#if floats
      quick: dtype[0] == "f" ? (v) => (typeof v == "number" ? v : undefined) : dtype == "bool" ? (v) => (v === !!v ? +v : undefined) : (v) => (Number.isInteger(v) && v >= low && v < high ? v : undefined),
      //#else
      quick: dtype == "bool" ? (v) => (v === !!v ? +v : undefined) : (v) => (Number.isInteger(v) && v >= low && v < high ? v : undefined),
      //#end
      take(call, v, where) {
        v = check(v, where);
        //#if long_params
        if (long) call.longs.push(call.words.length);
        else v = Number(v);
        call.words.push(v);
        //#else
        call.words.push(Number(v));
        //#end
      },
      //#end
      //#if long_params
      long,
      //#end
      //#if several tuples
      bytes: 8,
      //#end
      //#if scalar_results
      //#if short_results
      //#if long_results
      give: long ? (at) => longs(dtype, at) : dtype == "bool" ? (at) => !!view().getUint8(at) : dtype == "float64" ? (at) => view().getFloat64(at, true) : (at) => view()[read](at, true),
      //#else
      //#if bool_results
      give: dtype == "bool" ? (at) => !!view().getUint8(at) : (at) => view()[read](at, true),
      //#else
      give: (at) => view()[read](at, true),
      //#end
      //#end
      //#else
      give: (at) => longs(dtype, at),
      //#end
      //#end
    };
  };
  //#end
  //#if texts
  const text = {
    quick() {},
    //#if text_params
    take(call, v, where) {
      if (typeof v != "string") $raise("TypeError", `${where}: expected str, got ${$got(v)}`);
      ndarray("uint8", 1).take(call, new TextEncoder().encode(v), where);
    },
    //#end
    bytes: 48,
    //#if text_results
    slots: (at) => [at],
    give: (at) => $decode(new Uint8Array(memory.buffer, get(at + 24), get(at + 32))),
    //#end
  };
  //#end
  //#if complexes
  //- A pair of words; in the record the parts stand as in memory.
  const complex = (dtype, name = dtype) => {
    const check = $check(dtype, name), type = $types[dtype], item = 2 * type.BYTES_PER_ELEMENT;
    return {
      quick() {},
      take(call, v, where) { call.words.push(...$pair(v, dtype, where, check)); },
      bytes: item,
      give: (at) => Array.from(new type(memory.buffer, at, 2)),
    };
  };
  //#end
  //#if tuples
  const tuple = (...types) => {
    const bytes = types.reduce((at, t) => at + t.bytes, 0), offsets = types.map((_, k) => types.slice(0, k).reduce((at, t) => at + t.bytes, 0));
    const members = (v, where) => (v?.length === types.length ? types.map((_, k) => v[k]) : $raise("TypeError", `${where}: expected a tuple of ${types.length}, got ${$got(v)}`));
    //#if array_results
    const into = types.map((t) => t.into);
    //#end
    return {
      quick() {},
      take(call, v, where) { members(v, where).forEach((m, k) => types[k].take(call, m, `${where}[${k}]`)); },
      bytes,
      //#if array_results
      slots: (at) => types.flatMap((t, k) => t.slots?.(at + offsets[k]) ?? []),
      into(call, slot, out) { if (out != null) members(out, call.name + "(out)").forEach((m, k) => into[k]?.(call, slot + offsets[k], m)); },
      //#end
      give: (at, call, out) => types.map((t, k) => t.give(at + offsets[k], call, out?.[k])),
    };
  };
  //#end
  //#if nones none_results
  const none = {
    quick() {},
    take(call, v, where) { if (v !== null) $raise("TypeError", `${where}: expected null, got ${$got(v)}`); },
    bytes: 0,
    give: () => null,
  };
  //#end
