//- The module from its text, at once.
const $compile = (base64) => {
  try {
    return new WebAssembly.Module(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)));
  } catch (error) {
    error.message += " (does the page's CSP allow 'wasm-unsafe-eval'?)";
    throw error;
  }
};
