  //- A vector in the memory of the module, until it is freed or forgotten; a view of its data keeps it. The descriptor that calls take comes
  //- before the elements.
  const forgotten = new FinalizationRegistry(npc_release), owners = new WeakMap();
  class Vector {
    #header;
    #data;
    constructor(dtype, size) {
      const item = $types[dtype].BYTES_PER_ELEMENT, header = (this.#header = alloc(48 + size * item));
      describe(header + 16, item, header + 64, size, 1);
      new Uint8Array(memory.buffer, header + 64, size * item).fill(0);
      forgotten.register(this, header, this);
      Object.freeze(Object.assign(this, { dtype, shape: [size], stride: [1], strides: [1], offset: 0, ndim: 1, size, resident: true }));
    }
    //- Where the descriptor is, if that is one.
    static at(x, dtype) { if (Object(x) === x && #header in x && x.dtype == dtype && x.#header) return x.#header + 16; }
    get data() {
      if (!this.#header) $raise("ValueError", "the array is disposed of");
      if (this.#data?.buffer !== memory.buffer) owners.set((this.#data = new $types[this.dtype](memory.buffer, this.#header + 64, this.size)), this);
      return this.#data;
    }
    toTypedArray() { return this.data.slice(); }
    dispose() {
      forgotten.unregister(this);
      npc_release(this.#header);
      this.#header = 0;
    }
    [Symbol.dispose ?? "dispose"]() { this.dispose(); }
  }
  const array = (npc.array = (dtype, shape, values) => {
    const type = $types[dtype] ?? $raise("TypeError", `array(dtype): got ${$got(dtype)}`), size = shape[0];
    if (!Number.isInteger(size) || size < 0 || shape.length != 1) $raise("ValueError", `array(shape): expected [n], got [${shape}]`);
    const from = values == null ? null : read(dtype, values, "array(values)");
    if (from && from.size != size) $raise("ValueError", `array(values): expected ${size} values, got ${from.size}`);
    const copy = from && type.from({ length: size }, (_, k) => from.data[from.offset + k * from.step]), made = new Vector(dtype, size);
    if (copy) made.data.set(copy);
    return made;
  });
