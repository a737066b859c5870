  //- A vector in the memory of the module, until it is freed or forgotten.
  const forgotten = new FinalizationRegistry(npc_release);
  const array = (npc.array = (dtype, shape, values) => {
    const type = $types[dtype] ?? $raise("TypeError", `array(dtype): got ${$got(dtype)}`), [size] = shape;
    if (size < 0 || !Number.isInteger(size) || shape.length != 1) $raise("ValueError", `array(shape): expected [n], got [${shape}]`);
    const from = values && read(dtype, values, "array(values)");
    if (from && from.size != size) $raise("ValueError", `array(values): expected ${size} values, got ${from.size}`);
    const copy = from && type.from({ length: size }, (_, k) => from.data[from.offset + k * from.step]);
    let header = alloc(size * type.BYTES_PER_ELEMENT), cached;
    const address = header + 16, dispose = () => (forgotten.unregister(made), npc_release(header), (header = 0));
    const made = {
      dtype, shape: [size], stride: [1], strides: [1], offset: 0, ndim: 1, size, resident: true,
      get data() {
        if (!header) $raise("ValueError", "the array is disposed of");
        return cached?.buffer === memory.buffer ? cached : (cached = new type(memory.buffer, address, size));
      },
      toTypedArray: () => made.data.slice(), dispose, [Symbol.dispose ?? "dispose"]: dispose,
    };
    forgotten.register(made, header, made);
    made.data.set(copy ?? new type(size));
    return made;
  });
