// Made by npc.
/// <reference lib="es2020" />
/// <reference lib="esnext.disposable" />
export type DType = "bool" | "int8" | "int16" | "int32" | "int64" | "uint8" | "uint16" | "uint32" | "uint64" | "float32" | "float64";
/** The arrays that results of a dtype come in. */
export interface DataOf {
 bool: Uint8Array;
  int8: Int8Array;
  int16: Int16Array;
  int32: Int32Array;
  int64: BigInt64Array;
  uint8: Uint8Array;
  uint16: Uint16Array;
  uint32: Uint32Array;
  uint64: BigUint64Array;
  float32: Float32Array;
  float64: Float64Array;
}
/** The arrays that a parameter of a dtype takes. */
export interface AcceptOf {
 bool: Uint8Array | Uint8ClampedArray;
  int8: Int8Array;
  int16: Int16Array;
  int32: Int32Array;
  int64: BigInt64Array | Int32Array;
  uint8: Uint8Array | Uint8ClampedArray;
  uint16: Uint16Array;
  uint32: Uint32Array;
  uint64: BigUint64Array | Uint32Array;
  float32: Float32Array;
  float64: Float64Array;
}
/** One element. */
export type Scalar<D extends DType> = D extends "bool" ? boolean : D extends "int64" | "uint64" ? number : number;
/** A 1-d result. */
export type Vec<D extends DType> = DataOf[D];
/** The lengths of N axes. */
export type Shape<N extends number> = number extends N ? readonly number[]
 : N extends 0 ? readonly [] : N extends 1 ? readonly [number] : N extends 2 ? readonly [number, number]
 : N extends 3 ? readonly [number, number, number] : N extends 4 ? readonly [number, number, number, number]
 : readonly number[];
/** An array as scijs and numpy-ts have it; strides in elements. */
export interface Strided<T, N extends number, D extends string = string> {
 /** Need not be there, but must not contradict. */
 readonly dtype?: D;
 readonly data: T;
 readonly shape: readonly number[];
 readonly stride?: readonly number[];
 readonly strides?: readonly number[];
 readonly offset?: number;
 /** Never there: lets the compiler compare ranks where it knows them. */
 rank?(n: N): void;
}
/** An array that names its dtype, as numpy-ts has it: its data may be typed as any typed array. */
export interface Named<D extends DType, N extends number> {
 readonly dtype: D;
 readonly data: ArrayBufferView & { readonly length: number };
 readonly shape: readonly number[];
 readonly strides: readonly number[];
 rank?(n: N): void;
}
/** What npc, scijs and numpy-ts call the arrays that a parameter of a dtype takes. */
export type NameOf<D extends DType> = D | "array" | "generic" | (D extends "bool" ? "uint8" | "uint8_clamped" : D extends "uint8" ? "uint8_clamped"
 : D extends "int64" ? "bigint64" | "int32" | "float64" : D extends "uint64" ? "biguint64" | "uint32" | "float64" : never);
/** An element of a plain array. */
export type Plain<D extends DType> = D extends "bool" ? boolean | number : D extends "int64" | "uint64" ? number | bigint : number;
/** Plain arrays, nested N deep. */
export type Nested<T, N extends number> = N extends 0 ? T : N extends 1 ? readonly T[]
 : N extends 2 ? readonly ArrayLike<T>[] : N extends 3 ? readonly (readonly ArrayLike<T>[])[] : readonly unknown[];
/** An array that is read. */
export type In<D extends DType, N extends number> =
 | (N extends 1 ? AcceptOf[D] : never) | Nested<Plain<D>, N> | Strided<AcceptOf[D] | readonly Plain<D>[], N, NameOf<D>> | Named<D, N>;
/** An array that is written. */
export type Out<D extends DType, N extends number> = (N extends 1 ? WriteOf<D> : never) | Strided<WriteOf<D>, N, NameOf<D>>;
/** The arrays that can be written. */
export type WriteOf<D extends DType> = DataOf[D] | (D extends "uint8" ? Uint8ClampedArray : never);
/** An n-dimensional array; strides and offset are in elements. */
export interface NDArray<D extends DType, N extends number> {
 readonly dtype: D;
 readonly shape: Shape<N>;
 readonly stride: Shape<N>;
 readonly strides: Shape<N>;
 readonly offset: number;
 readonly ndim: N;
 readonly size: number;
 /** True if the data are in the memory of the module. */
 readonly resident: boolean;
 /** Of a resident array, a view of memory that the next call may move: ask again after it. */
 readonly data: DataOf[D];
 rank?(n: N): void;
 get(...index: number[]): Scalar<D>;
 set(...indexAndValue: [...index: number[], value: Scalar<D>]): void;
 pick(...at: (number | null)[]): NDArray<D, number>;
 lo(...i: number[]): NDArray<D, N>;
 hi(...i: number[]): NDArray<D, N>;
 step(...i: number[]): NDArray<D, N>;
 transpose(...axes: number[]): NDArray<D, N>;
 toArray(): unknown[];
 toNumbers(): Float64Array;
 [Symbol.iterator](): Iterator<unknown>;
 toTypedArray(): DataOf[D];
 /** Frees a resident array, which is of no use afterwards. */
 dispose(): void;
 [Symbol.dispose](): void;
}
/** A Python exception, and where it was raised. */
export class PythonError extends Error {
  readonly traceback: readonly { file: string; line: number; function: string }[];
}
export class MemoryError extends PythonError {}
export class ValueError extends PythonError {}
export class IndexError extends PythonError {}
export class OverflowError extends PythonError {}
export class RecursionError extends PythonError {}
export class ZeroDivisionError extends PythonError {}
export interface Npc {
  readonly memory: WebAssembly.Memory;
  readonly module: WebAssembly.Module;
  /** What the custom section `npc.abi` says. */
  readonly interface: unknown;
  /** Makes room for as many bytes, so that memory need not grow later. */
  reserve(bytes: number): void;
  /** Bytes in live arrays. */
  readonly inUse: number;
  array<D extends DType, const S extends readonly number[]>(dtype: D, shape: S, values?: AcceptOf[D] | readonly Plain<D>[]): NDArray<D, S["length"]>;
}
export interface Exports {
  /**
   * Sum of all elements.
   *
   * Does not end *\/ here, <\/script> or `there` ${x} .
   * @throws {OverflowError} beyond 2^53 (see --js-int64)
   */
  np_sum(x: In<"int32", 1>): number;
  count_true(x: In<"bool", 1>): number;
  /** @param n default 3 */
  arange(n?: number | bigint): Vec<"float64">;
  /** @param n default 3 */
  arange(keywords: { n?: number | bigint }): Vec<"float64">;
  /** @param n default 3 */
  arange(keywords: { n?: number | bigint; resident: true }): NDArray<"float64", 1>;
  /** @param n default 3 */
  arange(n: number | bigint | undefined, options: { resident: true }): NDArray<"float64", 1>;
  /** @param n default 3 */
  arange<O extends Out<"float64", 1>>(keywords: { n?: number | bigint; out: O }): O;
  /** @param n default 3 */
  arange<O extends Out<"float64", 1>>(n: number | bigint | undefined, options: { out: O }): O;
  longs(n: number | bigint): Vec<"int64">;
  longs(n: number | bigint, keywords: { resident: true }): NDArray<"int64", 1>;
  longs<O extends Out<"int64", 1>>(n: number | bigint, keywords: { out: O }): O;
  /**
   * Writes `x`.
   * @param s default 2.0
   */
  scale(x: Out<"float64", 1>, s?: number): void;
  /**
   * Writes `x`.
   * @param s default 2.0
   */
  scale(x: Out<"float64", 1>, keywords: { s?: number }): void;
  /** Writes `dst`. */
  shift(dst: Out<"float64", 1>, src: In<"float64", 1>): void;
  /** Writes `x`. */
  negate(x: Out<"float64", 1>): void;
  second(a: In<"float64", 2>): number;
  second_row(a: In<"float64", 2>): number;
  second_any(a: In<"float64", 2>): number;
  /** Writes `x`. */
  halve(x: Out<"int64", 1>): void;
  /** @throws {OverflowError} beyond 2^53 (see --js-int64) */
  divmod(a: number | bigint, b: number | bigint): [number, number];
  /** @throws {OverflowError} beyond 2^53 (see --js-int64) */
  pair(x: In<"float64", 1>): [Vec<"float64">, number];
  /** @throws {OverflowError} beyond 2^53 (see --js-int64) */
  pair(x: In<"float64", 1>, keywords: { resident: true }): [NDArray<"float64", 1>, number];
  /** @throws {OverflowError} beyond 2^53 (see --js-int64) */
  pair<O extends Out<"float64", 1>>(x: In<"float64", 1>, keywords: { out: readonly [O, unknown] }): [O, number];
  transpose(a: In<"float64", 2>): NDArray<"float64", 2>;
  transpose(a: In<"float64", 2>, keywords: { resident: true }): NDArray<"float64", 2>;
  transpose<O extends Out<"float64", 2>>(a: In<"float64", 2>, keywords: { out: O }): O;
  wrap(x: In<"float64", 0>): NDArray<"float64", 0>;
  wrap(x: In<"float64", 0>, keywords: { resident: true }): NDArray<"float64", 0>;
  wrap<O extends Out<"float64", 0>>(x: In<"float64", 0>, keywords: { out: O }): O;
  /** @throws {OverflowError} beyond 2^53 (see --js-int64) */
  same_int(n: number | bigint): number;
  /** @throws {OverflowError} beyond 2^53 (see --js-int64) */
  same_i64(n: number | bigint): number;
  /** @throws {OverflowError} beyond 2^53 (see --js-int64) */
  same_u64(n: number | bigint): number;
  same_i8(n: number): number;
  same_u8(n: number): number;
  same_u32(n: number): number;
  same_bool(n: boolean): boolean;
  same_f64(n: number): number;
  same_f32(n: number): number;
  /** @param q default None */
  hypot2(p: readonly [number, number], q?: null): number;
  /** @param q default None */
  hypot2(p: readonly [number, number], keywords: { q?: null }): number;
  /** @throws {OverflowError} beyond 2^53 (see --js-int64) */
  total(x: In<"int32", 1>): number;
  total(x: In<"float64", 1>): number;
  mix(x: In<"float64", 1>, a: number, n: number | bigint): number;
  /** Writes `x`. */
  invert(x: Out<"bool", 1>): void;
  /** @throws {OverflowError} beyond 2^53 (see --js-int64) */
  first(x: In<"uint64", 1>): number;
  /** Writes `dst`. */
  shift_packed(dst: Out<"float64", 1>, src: In<"float64", 1>): void;
  deep(n: number | bigint): void;
  then_(n: number): number;
  delete_(n: number): number;
  npc_(n: number): number;
  __proto___(n: number): number;
  Array_(n: number): number;
  get(n: number): number;
  constructor(n: number): number;
  default_(n: number): number;
  memory_(n: number): number;
  größe(n: number): number;
  /** A resident array, zeroed or filled from `values`. */
  array<D extends DType, const S extends readonly number[]>(dtype: D, shape: S, values?: AcceptOf[D] | readonly Plain<D>[]): NDArray<D, S["length"]>;
  readonly npc: Npc;
}
export type Source = BufferSource | WebAssembly.Module | Response | URL | string;
export function instantiate(source: Source | PromiseLike<Source>): Promise<Exports>;
export function instantiateSync(source: BufferSource | WebAssembly.Module): Exports;
