  //- Reads whatever stands for an array; `use` is undefined, "written" or "out". Strides are in elements. This may run code of the
  //- caller's (getters, proxies, the module itself again), so `place` looks once more before it copies.
  //- `layout` is the number of trailing axes that must be contiguous, or "F" for Fortran order; `exact` forbids conversions.
  const read = (@read_params) => {
    //#if complexes
    const type = $types[dtype], floats = $floats(dtype), item = floats * type.BYTES_PER_ELEMENT, object = $tag(x) || Array.isArray(x) ? { data: x } : Object(x), list = $own(object, "data") ?? x;
    //#else
    const type = $types[dtype], item = type.BYTES_PER_ELEMENT, object = $tag(x) || Array.isArray(x) ? { data: x } : Object(x), list = $own(object, "data") ?? x;
    //#end
    //#if full
    let store = NDArray.store(x);
    //#end
    let data = list, got = $got(x), shape = $own(object, "shape"), stride = $own(object, "stride") ?? $own(object, "strides");
    const offset = $own(object, "offset") ?? $own(object, "storage")?.offset ?? 0;
    //#if full
    if (shape != null) shape = $axes(shape);
    if (stride != null) stride = $axes(stride);
    //#end
    //#if full
    const convert = (values, shape) => {
    //#else
    const convert = (values) => {
    //#end
      const check = $check((got = dtype)), checked = [];
      //#if longs
      const cast = /int64/.test(dtype) ? BigInt : Number;
      //#end
      //#if full
      //#if complexes
      //- Numbers among complex ones are real.
      $each(values, shape, where, (v) => {
        checked.push(@cast(check(v, where)));
        if (floats > 1 && shape.length == rank) checked.push(0);
      });
      //#else
      $each(values, shape, where, (v) => checked.push(@cast(check(v, where))));
      //#end
      //#else
      for (let k = 0, { length } = values; k < length; k++) checked.push(@cast(check(values[k], where)));
      //#end
      data = new type(checked.length);
      data.set(checked);
      //#if full
      store = null;
      //#end
    };
    if ($tag(data)) {
      got = $tag(data).replace(/Big|Clamped|Array/g, "").toLowerCase();
      //#if complexes
      if (floats > 1 && got == (item > 8 ? "float64" : "float32")) got = dtype;
      //- What names itself complex is nothing else.
      const named = $own(object, "dtype");
      if (/^complex/.test(named) && named != dtype) got = named;
      shape ??= [$length(data) / floats];
      //#else
      shape ??= [$length(data)];
      //#end
      //#if bools
      if (dtype == "bool" && got == "uint8") got = dtype;
      //#end
      //#if longs
      //#if floats_for_longs
      if (@reads/int64/.test(dtype) && (got == dtype.replace(64, 32) || got == "float64")) convert(data, [$length(data)]);
      //#else
      if (@reads/int64/.test(dtype) && got == dtype.replace(64, 32)) convert(data, [$length(data)]);
      //#end
      //#end
    //#if full
    } else if (use != "out" && (Array.isArray(list) || (!rank && !use && object !== x))) {
      //#if complexes
      const nested = $nested(list);
      shape ??= floats > 1 && nested.length > rank && nested[rank] == 2 ? nested.slice(0, rank) : nested;
      //#else
      const nested = $nested(list);
      shape ??= nested;
      //#end
      if (shape.length == rank) convert(list, nested);
      else got = "array";
    }
    if (got != dtype || shape.length != rank) {
      const axes = ["", "n", "h, w", "d, h, w"][rank] ?? `${rank} axes`;
      $raise("TypeError", `${where}: expected ${dtype}[${axes}], got ${got}${shape ? `[${shape.join(", ")}]` : ""}`);
    }
    stride ??= $strides(shape);
    const span = $span(shape, stride), size = $product(shape), lo = offset + span.lo, hi = offset + span.hi;
    if (!shape.concat(stride, offset).every(Number.isInteger) || shape.some((n) => n < 0) || stride.length != rank || lo < 0 || @hi > $length(data)) {
    //#else
    } else if (Array.isArray(list)) {
      convert(list);
      shape ??= [$length(data)];
    }
    if (got != dtype || shape.length != 1) $raise("TypeError", `${where}: expected ${dtype}[n], got ${got}${shape ? `[${[].join.call(shape, ", ")}]` : ""}`);
    const size = shape[0], step = stride ? stride[0] : 1, span = (size && size - 1) * step;
    const lo = offset + Math.min(0, span), hi = offset + Math.max(0, span) + !!size;
    if (![size, step, offset].every(Number.isInteger) || size < 0 || lo < 0 || hi > $length(data)) {
    //#end
      $raise("TypeError", `${where}: strides out of bounds`);
    }
    //#if overloads
    if (exact && data !== list) $raise("TypeError", `${where}: converted`);
    //#end
    //#if bools
    //- A byte other than 0 and 1 is true.
    if (dtype == "bool" && @reads$types.bool.prototype.some.call(data, (v) => v > 1)) {
      data = new type(data);
      data.forEach((v, k) => (data[k] = +!!v));
      //#if full
      store = null;
      //#end
    }
    //#end
    //#if packs
    //- An array that is not laid out as the function needs it goes as a packed copy.
    //#if full
    const order = (axes) => (layout == "F" ? axes.slice().reverse() : axes), skip = layout == "F" ? 0 : rank - layout;
    if (layout && !$dense(order(shape).slice(skip), order(stride).slice(skip))) {
      const copy = new type(@size), each = (visit, k = 0) => $walk(order(shape), order(stride), offset, (at) => visit(at, k++));
      //#if complexes
      each((at, k) => { for (let f = 0; f < floats; f++) copy[floats * k + f] = data[floats * at + f]; });
      //#else
      each((at, k) => (copy[k] = data[at]));
      //#end
      const back = () => {
        const to = store ? store.data : data;
        //#if complexes
        each((at, k) => { for (let f = 0; f < floats; f++) to[floats * at + f] = copy[floats * k + f]; });
        //#else
        each((at, k) => (to[at] = copy[k]));
        //#end
        if (data !== list) $unpack(dtype, list, data);
      };
      const origin = { buffer: $buffer(data), start: $start(data) + lo * item, end: $start(data) + hi * item };
      return Object.assign(read(dtype, rank, { data: copy, shape, stride: order($strides(order(shape))) }, where, use), { back, origin });
    }
    //#else
    if (layout && size > 1 && step != 1) {
      const copy = new type(size);
      for (let k = 0; k < size; k++) copy[k] = data[offset + k * step];
      return read(dtype, { data: copy }, where);
    }
    //#end
    //#end
    //#if full
    return { where, dtype, data, shape, stride, size, offset, lo, hi, use, item, store, dense: $dense(shape, stride), list: data !== list && list, slot: null, block: null, back: null, origin: null };
    //#else
    //#if several
    return { where, dtype, data, size, step, offset, lo, hi, item, own: null };
    //#else
    return { data, size, step, offset, lo, hi };
    //#end
    //#end
  };
  //#if several
  //- Where the arrays of a call are in memory: those from elsewhere are copied into blocks of it, which go to `headers`. Their descriptors
  //- are written from `next` on. No code of the caller's runs from here to the end of the call.
  const place = (arrays, headers, next) => {
    arrays.forEach((a) => {
      //#if full
      if (a.store) a.data = a.store.data;
      //#else
      if (a.own) return;
      //#end
      if ($length(a.data) < @a_hi) $raise("TypeError", `${a.where}: the array was detached or resized`);
      a.buffer = $buffer(a.data);
      //- Raises if it is detached.
      if (!$length(a.data)) new Uint8Array(a.buffer, 0, 0);
      a.start = $start(a.data) + a.lo * a.item;
      a.end = a.start + (a.hi - a.lo) * a.item;
      a.base = a.buffer === memory.buffer && a.start;
    });
    //#if overlaps
    //#if packs
    arrays.forEach(({ where, origin }, k) => {
      const meets = (o) => o.buffer === origin.buffer && o.start < origin.end && origin.start < o.end;
      if (origin && arrays.some((a, j) => j != k && (a.use || arrays[k].use) && meets(a.origin ?? a))) $raise("ValueError", `${where}: overlaps with another argument, so it must be contiguous`);
    });
    //#end
    //- One block for those that overlap, and for each of the others.
    const blocks = [];
    arrays.filter((a) => !a.base).sort((a, b) => a.start - b.start).forEach((a) => {
      const { start, end, buffer } = a;
      a.block = blocks.find((b) => b.buffer === buffer && start < b.end);
      if (!a.block) blocks.push((a.block = { buffer, start, end, copy: false }));
      a.block.end = Math.max(a.block.end, end);
      a.block.copy ||= a.use != "out" || !a.dense;
    });
    blocks.forEach((b) => headers.push((b.header = alloc(b.end - b.start + 8))));
    blocks.forEach(({ header, start, end, buffer, copy }) => {
      if (copy) new Uint8Array(memory.buffer, header + 16 + (start & 7), end - start).set(new Uint8Array(buffer, start, end - start));
    });
    arrays.forEach((a) => {
      if (a.block) a.base = a.block.header + 16 + (a.block.start & 7) + a.start - a.block.start;
      //#else
    arrays.forEach((a) => {
      //#if !full
      if (a.own) return (a.at = Vector.at(a.own, a.dtype) || $raise("ValueError", "the array is disposed of"));
      //#end
      if (!a.base) {
        const bytes = a.end - a.start;
        headers.push((a.block = alloc(bytes)));
        new Uint8Array(memory.buffer, (a.base = a.block + 16), bytes).set(new Uint8Array(a.buffer, a.start, bytes));
      }
      //#end
      a.at = next;
      //#if full
      if (a.slot == null) next += 32 + 16 * a.shape.length;
      else a.at = frame + a.slot;
      describe(a.at, a.item, a.base + (a.offset - a.lo) * a.item, a.shape, a.stride);
      if (a.dtype == "bool" && a.use == "written") {
        const bytes = new Uint8Array(memory.buffer);
        $walk(a.shape, a.stride, a.base + a.offset - a.lo, (at) => (bytes[at] &&= 1));
      }
      //#else
      describe(next, a.item, a.base + (a.offset - a.lo) * a.item, a.size, a.step);
      next += 48;
      //#end
    });
  };
  //#end
