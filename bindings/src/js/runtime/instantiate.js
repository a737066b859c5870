//- From bytes, a module, a response or an address, or a promise of one of them.
export const instantiate = async (source) => {
  source = await source;
  if (typeof source == "string" || source instanceof URL) source = await fetch(source);
  if (source.arrayBuffer) source = await source.arrayBuffer();
  return $bind(source instanceof WebAssembly.Module ? source : await WebAssembly.compile(source));
};
export const instantiateSync = (source) => $bind(source instanceof WebAssembly.Module ? source : new WebAssembly.Module(source));
