#include "peer.h"
#include "vmath.h"

void KERNEL(gauss_sine)(const double *RESTRICT x, double *RESTRICT out, int n) {
  int i = 0;
  for (; i + 2 <= n; i += 2) {
    v128_t v = wasm_v128_load(x + i);
    wasm_v128_store(out + i, MUL(vexp(MUL(wasm_f64x2_neg(v), v)), vsin(v)));
  }
  for (; i < n; i++) out[i] = exp(-x[i] * x[i]) * sin(x[i]);
}
