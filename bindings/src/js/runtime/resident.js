  //- Data in the memory of the module, until it is freed or forgotten.
  const forgotten = new FinalizationRegistry(npc_release);
  const keep = (type, header, address, length) => {
    let cached;
    const store = {
      get data() {
        if (!header) $raise("ValueError", "the array is disposed of");
        return cached?.buffer === memory.buffer ? cached : (cached = new type(memory.buffer, address, length));
      },
      free() {
        forgotten.unregister(store);
        npc_release(header);
        header = 0;
      },
    };
    forgotten.register(store, header, store);
    return store;
  };
  const array = (npc.array = (dtype, shape, values) => {
    const type = $types[dtype] ?? $raise("TypeError", `array(dtype): got ${$got(dtype)}`), size = $product((shape = [...shape]));
    if (shape.some((n) => n < 0 || !Number.isInteger(n))) $raise("ValueError", `array(shape): got [${shape}]`);
    const from = values && read(dtype, 1, values, "array(values)");
    if (from && from.size != size) $raise("ValueError", `array(values): expected ${size} values, got ${from.size}`);
    const copy = from && new $NDArray(dtype, from.shape, from.stride, from.offset, from).toTypedArray();
    const header = alloc(size * type.BYTES_PER_ELEMENT), store = keep(type, header, header + 16, size);
    store.data.set(copy ?? new type(size));
    return new $NDArray(dtype, shape, $strides(shape), 0, store);
  });
