  //- Reads whatever stands for an array; `use` is undefined, "written" or "out". Strides are in elements.
  //#if full
  //- `layout` is the number of trailing axes that must be contiguous, or "F" for Fortran order.
  const read = (dtype, rank, x, where, use, layout) => {
  //#else
  const read = (dtype, x, where, layout) => {
  //#end
    const object = ArrayBuffer.isView(x) ? {} : Object(x), list = object.data ?? x, type = $types[dtype], item = type.BYTES_PER_ELEMENT;
    let data = list, { shape, offset = object.storage?.offset ?? 0 } = object, got = $got(x);
    const convert = (values) => {
      const check = $check((got = dtype));
      //#if longs
      const cast = /int64/.test(dtype) ? BigInt : Number;
      return type.from(values, (v) => cast(check(v, where)));
      //#else
      return type.from(values, (v) => Number(check(v, where)));
      //#end
    };
    //#if full
    if (rank == 1 && x instanceof type) {
      const start = x.byteOffset, { length, byteLength } = x, resident = x.buffer === memory.buffer;
      return { dtype, data: x, shape: [length], stride: [1], size: length, offset: 0, lo: 0, hi: length, use, dense: true, item, start, bytes: byteLength, list: false, base: resident && start };
    }
    //#end
    if (ArrayBuffer.isView(data)) {
      got = data[Symbol.toStringTag].replace(/Big|Clamped|Array/g, "").toLowerCase();
      shape ??= [data.length];
      //#if bools
      if (dtype == "bool" && got == "uint8") got = dtype;
      //#end
      //#if longs
      //#if floats_for_longs
      if (@reads/int64/.test(dtype) && (got == dtype.replace(64, 32) || got == "float64")) data = convert(data);
      //#else
      if (@reads/int64/.test(dtype) && got == dtype.replace(64, 32)) data = convert(data);
      //#end
      //#end
    //#if full
    } else if (use != "out" && (Array.isArray(list) || (!rank && !use && object !== x))) {
      const [nested, flat] = $flatten(list, where);
      shape ??= nested;
      if (shape.length == rank) data = convert(flat);
      else got = "array";
    }
    if (got != dtype || shape.length != rank) {
      const axes = ["", "n", "h, w", "d, h, w"][rank] ?? `${rank} axes`;
      $raise("TypeError", `${where}: expected ${dtype}[${axes}], got ${got}${shape ? `[${[...shape].join(", ")}]` : ""}`);
    }
    shape = [...shape];
    const stride = [...(object.stride ?? object.strides ?? $strides(shape))], [low, high] = $span(shape, stride), size = $product(shape);
    const lo = offset + low, hi = offset + high;
    if (![...shape, ...stride, offset].every(Number.isInteger) || shape.some((n) => n < 0) || stride.length != rank || lo < 0 || hi > data.length) {
    //#else
    } else if (Array.isArray(list)) {
      data = convert(list);
      shape ??= [list.length];
    }
    if (got != dtype || shape.length != 1) $raise("TypeError", `${where}: expected ${dtype}[n], got ${got}${shape ? `[${[...shape].join(", ")}]` : ""}`);
    const [size] = shape, [step] = object.stride ?? object.strides ?? [1], span = (size && size - 1) * step;
    const lo = offset + Math.min(0, span), hi = offset + Math.max(0, span) + !!size;
    if (![size, step, offset].every(Number.isInteger) || size < 0 || lo < 0 || hi > data.length) {
    //#end
      $raise("TypeError", `${where}: strides out of bounds`);
    }
    //#if packs
    //- An array that is not laid out as the function needs it goes as a packed copy.
    //#if full
    const order = (axes) => (layout == "F" ? [...axes].reverse() : axes), skip = layout == "F" ? 0 : rank - layout;
    if (layout && !$dense(order(shape).slice(skip), order(stride).slice(skip))) {
      const copy = new type(size), resident = data.buffer === memory.buffer && data.byteOffset, { length } = data;
      const each = (visit, k = 0) => $walk(order(shape), order(stride), offset, (at) => visit(at, k++));
      each((at, k) => (copy[k] = data[at]));
      const back = () => {
        const to = resident ? new type(memory.buffer, resident, length) : data;
        each((at, k) => (to[at] = copy[k]));
        if (data !== list) $unpack(dtype, list, data);
      };
      return Object.assign(read(dtype, rank, { data: copy, shape, stride: order($strides(order(shape))) }, where, use), { back });
    }
    //#else
    if (layout && size > 1 && step != 1) return read(dtype, { data: type.from({ length: size }, (_, k) => data[offset + k * step]) }, where);
    //#end
    //#end
    //#if overloads
    if (trial == "exact" && data !== list) $raise("TypeError", `${where}: converted`);
    //#end
    const start = data.byteOffset + lo * item, bytes = (hi - lo) * item;
    //#if full
    const dense = $dense(shape, stride);
    return { dtype, data, shape, stride, size, offset, lo, hi, use, dense, item, start, bytes, list: data !== list && list, base: data.buffer === memory.buffer && start };
    //#else
    return { dtype, data, size, step, offset, lo, item, start, bytes, base: data.buffer === memory.buffer && start };
    //#end
  };
