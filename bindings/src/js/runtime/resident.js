  //- Data in the memory of the module, until they are freed or forgotten; a view of them keeps them.
  const release = (headers) => headers.forEach((header) => npc_release(header));
  const forgotten = new FinalizationRegistry(release), owners = new WeakMap();
  const keep = (dtype, shape, stride, offset, headers, first, length) => {
    const type = $types[dtype], item = @item;
    let cached, at = 0;
    if ($dense(shape, stride)) {
      headers.push((at = alloc(32 + 16 * shape.length)));
      describe((at += 16), item, first + offset * item, shape, stride);
    }
    const store = {
      headers,
      get data() {
        if (!store.headers) $raise("ValueError", "the array is disposed of");
        if (cached?.buffer !== memory.buffer) owners.set((cached = new type(memory.buffer, first, @stored)), store);
        return cached;
      },
      free() {
        if (!store.headers) return;
        forgotten.unregister(store);
        store.headers = null;
        release(headers);
      },
    };
    forgotten.register(store, headers, store);
    return new NDArray(dtype, shape, stride, offset, store, at);
  };
  const array = (npc.array = (dtype, shape, values) => {
    const type = $types[dtype] ?? $raise("TypeError", `array(dtype): got ${$got(dtype)}`), size = $product((shape = $axes(shape)));
    if (!shape.every((n) => n >= 0 && Number.isInteger(n))) $raise("ValueError", `array(shape): got [${shape}]`);
    const from = values == null ? null : read(dtype, 1, values, "array(values)");
    if (from && from.size != size) $raise("ValueError", `array(values): expected ${size} values, got ${from.size}`);
    const copy = from && new NDArray(dtype, from.shape, from.stride, from.offset, { data: from.data, free: null }).toTypedArray();
    const bytes = size * @item, header = alloc(bytes);
    try {
      new Uint8Array(memory.buffer, header + 16, bytes).fill(0);
      const made = keep(dtype, shape, $strides(shape), 0, [header], header + 16, size);
      if (copy) made.data.set(copy);
      return made;
    } catch (error) {
      npc_release(header);
      throw error;
    }
  });
