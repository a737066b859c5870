/** The npc compiler in a page, a worker or Node: Python functions over NumPy arrays become wasm and JavaScript. */

/** What `load` takes: npc.wasm as bytes, a module, a response or an address. */
export type Source = BufferSource | WebAssembly.Module | Response | Blob | URL | string;
/** The compiler; by default npc.wasm beside this file. */
export function load(source?: Source | Promise<Source>): Promise<Npc>;
/** The compiler at once, from bytes or a module. */
export function loadSync(source: BufferSource | WebAssembly.Module): Npc;

export interface Options {
  /** Signatures beside those in the source: `"f: int64(int32[:])"` or `"f: (float64[:, ::1], int)"`. */
  readonly sig?: readonly string[];
  /** Functions to export, `"f"` or `"f=name"`; without it, those that the source says. */
  readonly export?: readonly string[];
  /** The file's name in messages and tracebacks; its stem is the module's name. */
  readonly name?: string;
  /** The module's name, where it is not the stem of `name`. */
  readonly module?: string;
  /** Python files that may be imported, by the name that the import has: `{ "pkg.utils": "def clamp…" }`. */
  readonly modules?: Readonly<Record<string, string | { readonly name?: string; readonly source: string }>>;
  /** Python's int beyond 64 bits: OverflowError, or wrapped around. */
  readonly int?: "raise" | "wrap";
  /** Leaves out the bounds checks. */
  readonly unchecked?: boolean;
  /** The form of `js`. */
  readonly bindings?: "inline" | "script" | "esm" | "raw" | "worker" | "none";
  /** 64-bit integers of results, in `js` and in `exports`. */
  readonly jsInt64?: "default" | "number" | "bigint";
  /** The texts that are wanted; both unless this says less. */
  readonly emit?: readonly ("js" | "dts")[];
}

export interface Npc {
  /** Errors of the program are in `diagnostics`; nothing is thrown for them until `exports` is read. */
  compile(source: string, options?: Options): Compiled;
  /**
   * A function that is compiled for the types of its arguments: dtypes, ranks and memory order of arrays, kinds of
   * scalars (whole numbers are `int`). Types in the source come first.
   * @throws {CompileError}
   */
  compileFunction(source: string, name: string, options?: Options): CompiledFunction;
}

export interface CompiledFunction {
  (...args: any[]): any;
  /** What has been compiled so far, by the types of the arguments. */
  readonly instances: ReadonlyMap<string, Compiled>;
}

export interface Compiled {
  /** The module; null if there are errors. */
  readonly wasm: Uint8Array<ArrayBuffer> | null;
  /** The bindings. */
  readonly js?: string;
  /** Their declarations. */
  readonly dts?: string;
  /** Errors and warnings, in the order of the source. */
  readonly diagnostics: readonly Diagnostic[];
  /** The diagnostics as the command prints them. */
  readonly text: string;
  /** The name of the module. */
  readonly module?: string;
  /** What is in the module's section `npc.abi`. */
  readonly interface?: any;
  /** Names of functions: Python's to JavaScript's. */
  readonly names: Readonly<Record<string, string>>;
  /**
   * What `js` exports, bound without evaluating any text.
   * @throws {CompileError}
   */
  readonly exports: Readonly<Record<string, any>>;
}

export interface Diagnostic {
  readonly severity: "error" | "warning";
  /** As in `error[unknown-name]`; `npc explain` says more. */
  readonly code: string;
  readonly message: string;
  /** Where to look; the first is where to change something. */
  readonly labels: readonly Label[];
  readonly help: readonly string[];
  readonly notes: readonly string[];
  /** With the source lines, as the command prints it. */
  readonly text: string;
}

export interface Label {
  readonly file: string;
  /** First UTF-16 unit in the file's text. */
  readonly start: number;
  /** One past the last unit. */
  readonly end: number;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in characters. */
  readonly column: number;
  readonly text: string;
}

/** A program has errors; the message is `text`. */
export class CompileError extends Error {
  readonly diagnostics: readonly Diagnostic[];
}

/** The compiler broke one of its own rules. The next compilation has a fresh compiler. */
export class CompilerBug extends Error {}
