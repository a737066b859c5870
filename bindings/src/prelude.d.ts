//- What every declaration file of a module with arrays starts with.
/// <reference lib="es2020" />
/// <reference lib="esnext.disposable" />
export type DType = @dtypes;
/** The arrays that results of a dtype come in. */
export interface DataOf {
  @data_of
}
/** The arrays that a parameter of a dtype takes. */
export interface AcceptOf {
  @accept_of
}
/** One element. */
export type Scalar<D extends DType> = @scalar_of;
/** A 1-d result. */
export type Vec<D extends DType> = @vec_of;
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
//#if complexes
export type Plain<D extends DType> = D extends "complex64" | "complex128" ? number | readonly [number, number] : D extends "bool" ? boolean | number
  : D extends "int64" | "uint64" ? number | bigint : number;
//#else
export type Plain<D extends DType> = D extends "bool" ? boolean | number : D extends "int64" | "uint64" ? number | bigint : number;
//#end
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
//#if full
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
//#end
  toTypedArray(): DataOf[D];
  /** Frees a resident array, which is of no use afterwards. */
  dispose(): void;
  [Symbol.dispose](): void;
}
