//- The class of n-dimensional results and of resident arrays.
const $index = (i, n, axis) =>
  Number.isInteger(i) && i >= -n && i < n ? (i < 0 ? i + n : i) : $raise("IndexError", `index ${i} is out of bounds for axis ${axis} with size ${n}`);
//- `store` has the data, and `free` if they are the module's.
class $NDArray {
  #store;
  constructor(dtype, shape, stride, offset, store) {
    Object.assign(this, { dtype, shape, stride, offset });
    this.#store = store;
  }
  get strides() { return this.stride; }
  get ndim() { return this.shape.length; }
  get size() { return $product(this.shape); }
  get data() { return this.#store.data; }
  get resident() { return !!this.#store.free; }
  //- A view. `axis` gives length, stride and the elements to skip; an axis without a length goes.
  #cut(axis, order = this.shape.keys()) {
    let { offset } = this;
    const axes = Array.from(order, (k) => axis(this.shape[k], this.stride[k], k)).filter(([n, s, skip]) => ((offset += skip), n != null));
    return new $NDArray(this.dtype, axes.map((a) => a[0]), axes.map((a) => a[1]), offset, this.#store);
  }
  #at(i) {
    if (i.length != this.ndim) $raise("IndexError", `expected ${this.ndim} indices, got ${i.length}`);
    return i.reduce((at, i, k) => at + $index(i, this.shape[k], k) * this.stride[k], this.offset);
  }
  get(...i) { return $value(this.dtype, this.data[this.#at(i)]); }
  set(...i) {
    const { dtype, data } = this, v = $check(dtype)(i.pop(), "set"), at = this.#at(i);
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
    const all = [...this.shape.keys()];
    if (!axes.length) axes = all.reverse();
    else if (axes.length != all.length || !all.every((k) => axes.includes(k))) $raise("ValueError", "axes don't match array");
    return this.#cut((n, s) => [n, s, 0], axes);
  }
  toTypedArray() {
    const { data, shape, stride, offset, size } = this;
    if ($dense(shape, stride)) return data.slice(offset, offset + size);
    const copy = new data.constructor(size);
    let k = 0;
    $walk(shape, stride, offset, (at) => (copy[k++] = data[at]));
    return copy;
  }
  toArray() { return this.ndim ? Array.from(this, (a) => a.toArray?.() ?? a) : this.get(); }
  toNumbers() { return Float64Array.from(this.toTypedArray(), (v) => Number($value(this.dtype, v))); }
  *[Symbol.iterator]() {
    if (!this.ndim) $raise("TypeError", "iteration over a 0-d array");
    for (let i = 0; i < this.shape[0]; i++) yield this.ndim > 1 ? this.pick(i) : this.get(i);
  }
  dispose() { this.#store.free?.(); }
  [Symbol.dispose ?? "dispose"]() { this.dispose(); }
}
const $clip = (i, n) => (Number.isInteger(i) ? Math.max(0, Math.min(i, n)) : $raise("TypeError", `expected an integer, got ${$got(i)}`));
