// Values of the oracle in JavaScript: arguments as the bindings take them, arrays over shared buffers.
// Used by `npc parity` and by the Node leg of the test programs; `tests/oracle/README.md` describes the forms.

export const TYPED = {
  bool: Uint8Array, int8: Int8Array, int16: Int16Array, int32: Int32Array, int64: BigInt64Array,
  uint8: Uint8Array, uint16: Uint16Array, uint32: Uint32Array, uint64: BigUint64Array,
  float32: Float32Array, float64: Float64Array, complex64: Float32Array, complex128: Float64Array,
};
export const EXACT = 2n ** 53n;

/** Floats of an element: complex numbers are pairs. */
export const floats = (dtype) => (dtype.startsWith("complex") ? 2 : 1);


export class Skip extends Error {}

/** The JavaScript form of an argument; arrays lie in the buffers just as they lie in NumPy's. */
export function argument(arg, buffers) {
  switch (arg.kind) {
    case "none": return null;
    case "bool": return arg.value;
    case "str": return arg.value;
    case "int": return integer(arg.value);
    case "float": return fromBits(arg.bits);
    case "complex": return arg.bits.map(fromBits);
    case "tuple": case "list": return arg.items.map((item) => argument(item, buffers));
    case "set": return new Set(arg.items.map((item) => argument(item, buffers)));
    case "dict": {
      const items = arg.items.map((item) => argument(item, buffers));
      return new Map(items.flatMap((key, k) => (k % 2 ? [] : [[key, items[k + 1]]])));
    }
    case "record": return Object.fromEntries(arg.names.map((name, k) => [name, argument(arg.items[k], buffers)]));
    case "scalar": return scalarArgument(arg);
    case "array": return arrayArgument(arg, buffers);
    default: throw new Skip(`no JavaScript form for a ${arg.kind}`);
  }
}

function scalarArgument(arg) {
  if (arg.dtype === "bool") return arg.bits !== "00";
  if (floats(arg.dtype) > 1) return partsFromBits(arg.bits);
  return arg.dtype.startsWith("float") ? fromBits(arg.bits) : integer(arg.value);
}

/** The bits are those of the element as one number: the imaginary part stands first. */
export function partsFromBits(bits) {
  const half = bits.length / 2;
  return [fromBits(bits.slice(half)), fromBits(bits.slice(0, half))];
}

function integer(text) {
  const value = BigInt(text);
  return abs(value) > EXACT ? value : Number(value);
}

function arrayArgument(arg, buffers) {
  if (arg.data !== undefined) {
    const data = new TYPED[arg.dtype](decode(arg.data).buffer);
    return arg.shape.length === 1 ? data : { data, shape: [...arg.shape] };
  }
  const { data, stride, offset } = place(arg, buffers);
  const n = floats(arg.dtype);
  if (arg.shape.length === 1 && stride[0] === 1) return data.subarray(n * offset, n * (offset + arg.shape[0]));
  return { data, shape: [...arg.shape], stride, offset };
}

/** The array's buffer as a typed array, with its strides and its offset in elements. */
export function place(arg, buffers) {
  const Typed = TYPED[arg.dtype];
  if (!Typed) throw new Skip(`no typed array for ${arg.dtype}`);
  const size = floats(arg.dtype) * Typed.BYTES_PER_ELEMENT;
  const bytes = [arg.offset, ...(arg.shape.includes(0) ? [] : arg.strides)];
  if (bytes.some((n) => n % size)) throw new Skip("not aligned to its elements");
  const buffer = buffers[arg.base].buffer;
  return { data: new Typed(buffer, 0, floats(arg.dtype) * Math.floor(buffer.byteLength / size)), stride: arg.strides.map((n) => Math.trunc(n / size)), offset: arg.offset / size };
}

/** Fresh memory with these bytes (not a slice of Node's pool). */
export function decode(base64) {
  return Uint8Array.from(Buffer.from(base64, "base64"));
}

/** The elements in C order. */
export function elements(data, shape, stride, offset, floats = 1) {
  const count = shape.reduce((product, n) => product * n, 1);
  const out = new data.constructor(floats * count);
  const at = shape.map(() => 0);
  for (let i = 0; i < count; i++) {
    const from = at.reduce((sum, index, axis) => sum + index * stride[axis], offset);
    for (let f = 0; f < floats; f++) out[floats * i + f] = data[floats * from + f];
    for (let axis = shape.length - 1; axis >= 0 && ++at[axis] === shape[axis]; axis--) at[axis] = 0;
  }
  return out;
}

const scratch = new DataView(new ArrayBuffer(8));

export function fromBits(hex) {
  const bits = BigInt(`0x${hex}`);
  if (hex.length === 8) {
    scratch.setUint32(0, Number(bits));
    return scratch.getFloat32(0);
  }
  scratch.setBigUint64(0, bits);
  return scratch.getFloat64(0);
}

export function contents(arg, buffers) {
  const { data, stride, offset } = place(arg, buffers);
  return elements(data, arg.shape, stride, offset, floats(arg.dtype));
}

export function claim(arg, owned) {
  const size = floats(arg.dtype) * TYPED[arg.dtype].BYTES_PER_ELEMENT;
  const index = new Float64Array(Math.ceil(owned.length / size)).map((_, i) => i);
  for (const i of elements(index, arg.shape, arg.strides.map((n) => Math.trunc(n / size)), arg.offset / size)) owned.fill(1, i * size, (i + 1) * size);
}

export function nameOf(error) {
  return error?.name && error.name !== "Error" ? error.name : error?.constructor?.name ?? String(error);
}

export function abs(n) {
  return n < 0n ? -n : n;
}
