  //- The class of n-dimensional results and of resident arrays. It is the instance's own, so that arrays of another instance are copied.
  const $index = (i, n, axis) =>
    Number.isInteger(i) && i >= -n && i < n ? (i < 0 ? i + n : i) : $raise("IndexError", `index ${typeof i == "number" ? i : $got(i)} is out of bounds for axis ${axis} with size ${n}`);
  const $clip = (i, n) => (Number.isInteger(i) ? Math.max(0, Math.min(i, n)) : $raise("TypeError", `expected an integer, got ${$got(i)}`));
  //- `store` has the data, and `headers` if they are the module's; `at` is where the descriptor is, if there is one.
  class NDArray {
    #store;
    #at;
    constructor(dtype, shape, stride, offset, store, at = 0) {
      Object.assign(this, { dtype, shape: Object.freeze(shape), stride: Object.freeze(stride), offset });
      this.#store = store;
      this.#at = at;
      Object.freeze(this);
    }
    static at(x, dtype, rank) { return typeof x == "object" && x && #at in x && x.#store.headers && x.dtype == dtype && x.shape.length == rank && x.#at; }
    static store(x) { return Object(x) === x && #store in x && x.#store; }
    get strides() { return this.stride; }
    get ndim() { return this.shape.length; }
    get size() { return $product(this.shape); }
    get data() { return this.#store.data; }
    get resident() { return !!this.#store.free; }
    //- A view. `axis` gives length, stride and the elements to skip; an axis without a length goes.
    #cut(axis, order = Array.from(this.shape.keys())) {
      let { offset } = this;
      const axes = order.map((k) => axis(this.shape[k], this.stride[k], k)).filter((a) => ((offset += a[2]), a[0] != null));
      return new NDArray(this.dtype, axes.map((a) => a[0]), axes.map((a) => a[1]), offset, this.#store);
    }
    #position(i) {
      if (i.length != this.ndim) $raise("IndexError", `expected ${this.ndim} indices, got ${i.length}`);
      return i.reduce((at, i, k) => at + $index(i, this.shape[k], k) * this.stride[k], this.offset);
    }
    //#if complexes
    get(...i) { return $element(this.dtype, this.data, this.#position(i)); }
    //#else
    get(...i) { return $value(this.dtype, this.data[this.#position(i)]); }
    //#end
    set(...i) {
      //#if complexes
      const { dtype, data } = this;
      if ($floats(dtype) > 1) {
        const pair = $pair(i.pop(), dtype, "set"), at = 2 * this.#position(i);
        data[at] = pair[0];
        data[at + 1] = pair[1];
        return;
      }
      const v = $check(dtype)(i.pop(), "set"), at = this.#position(i);
      //#else
      const { dtype, data } = this, v = $check(dtype)(i.pop(), "set"), at = this.#position(i);
      //#end
      data[at] = typeof data[at] == "bigint" ? BigInt(v) : Number(v);
    }
    pick(...i) { return this.#cut((n, s, k) => (i[k] == null ? [n, s, 0] : [null, s, $index(i[k], n, k) * s])); }
    lo(...i) { return this.#cut((n, s, k) => [n - (k = $clip(i[k] ?? 0, n)), s, k * s]); }
    hi(...i) { return this.#cut((n, s, k) => [$clip(i[k] ?? n, n), s, 0]); }
    step(...i) {
      return this.#cut((n, s, k) => {
        const by = i[k] ?? 1;
        if (!by || !Number.isInteger(by)) $raise("ValueError", "a step is an integer other than 0");
        return [Math.ceil(n / Math.abs(by)), s * by, by < 0 && n ? (n - 1) * s : 0];
      });
    }
    transpose(...axes) {
      const all = this.shape.map((_, k) => k);
      if (!axes.length) axes = all.reverse();
      else if (axes.length != all.length || !all.every((k) => axes.includes(k))) $raise("ValueError", "axes don't match array");
      return this.#cut((n, s) => [n, s, 0], axes);
    }
    toTypedArray() {
      const { dtype, data, shape, stride, offset, size } = this;
      //#if complexes
      const floats = $floats(dtype);
      if ($dense(shape, stride)) return data.slice(floats * offset, floats * (offset + size));
      const copy = new $types[dtype](floats * size);
      let k = 0;
      $walk(shape, stride, offset, (at) => { for (let f = 0; f < floats; f++) copy[k++] = data[floats * at + f]; });
      //#else
      if ($dense(shape, stride)) return data.slice(offset, offset + size);
      const copy = new $types[dtype](size);
      let k = 0;
      $walk(shape, stride, offset, (at) => (copy[k++] = data[at]));
      //#end
      return copy;
    }
    toArray() {
      //#if complexes
      const { dtype, data, shape, stride, offset } = this;
      const list = (k, at) => (k == shape.length ? $element(dtype, data, at) : Array.from({ length: shape[k] }, (_, i) => list(k + 1, at + i * stride[k])));
      //#else
      const { dtype, data, shape, stride, offset } = this;
      const list = (k, at) => (k == shape.length ? $value(dtype, data[at]) : Array.from({ length: shape[k] }, (_, i) => list(k + 1, at + i * stride[k])));
      //#end
      return list(0, offset);
    }
    toNumbers() {
      const from = this.toTypedArray(), to = new Float64Array(from.length);
      for (let k = 0; k < to.length; k++) to[k] = Number($value(this.dtype, from[k]));
      return to;
    }
    *[Symbol.iterator]() {
      if (!this.ndim) $raise("TypeError", "iteration over a 0-d array");
      for (let i = 0; i < this.shape[0]; i++) yield this.ndim > 1 ? this.pick(i) : this.get(i);
    }
    dispose() { this.#store.free?.(); }
    [Symbol.dispose ?? "dispose"]() { this.dispose(); }
  }
