/* exp and sin of two float64 at once, for the C peers with intrinsics: branch-free, Taylor polynomials on a reduced argument, about 1 ULP.
   exp for |x| below 700, sin for |x| below 10^5. */
#include <wasm_simd128.h>

#define V(x) wasm_f64x2_const_splat(x)
#define MUL wasm_f64x2_mul
#define ADD wasm_f64x2_add
#define SUB wasm_f64x2_sub

/* 1.5 * 2^52: adding it rounds to a whole number, which the low bits of the sum then hold. */
#define ROUND V(6755399441055744.0)

static inline v128_t vexp(v128_t x) {
  v128_t sum = ADD(MUL(x, V(1.4426950408889634)), ROUND), n = SUB(sum, ROUND);
  v128_t r = SUB(SUB(x, MUL(n, V(6.93147180369123816490e-01))), MUL(n, V(1.90821492927058770002e-10)));
  v128_t r2 = MUL(r, r), r4 = MUL(r2, r2);
  v128_t a = ADD(V(1.0 / 2), MUL(r, V(1.0 / 6)));
  v128_t b = ADD(V(1.0 / 24), MUL(r, V(1.0 / 120)));
  v128_t c = ADD(V(1.0 / 720), MUL(r, V(1.0 / 5040)));
  v128_t d = ADD(V(1.0 / 40320), MUL(r, V(1.0 / 362880)));
  v128_t e = ADD(V(1.0 / 3628800), MUL(r, V(1.0 / 39916800)));
  v128_t f = ADD(V(1.0 / 479001600), MUL(r, V(1.0 / 6227020800.0)));
  v128_t low = ADD(a, MUL(r2, b)), middle = ADD(c, MUL(r2, d)), high = ADD(e, MUL(r2, f));
  v128_t tail = ADD(low, MUL(r4, ADD(middle, MUL(r4, high))));
  v128_t power = ADD(V(1.0), ADD(r, MUL(r2, tail)));
  return wasm_i64x2_add(power, wasm_i64x2_shl(sum, 52));
}

static inline v128_t vsin(v128_t x) {
  v128_t sum = ADD(MUL(x, V(0.31830988618379067)), ROUND), n = SUB(sum, ROUND);
  v128_t r = SUB(x, MUL(n, V(3.14159265160560607910e+00)));
  r = SUB(r, MUL(n, V(1.98418714791870343106e-09)));
  r = SUB(r, MUL(n, V(1.14423774522196636802e-17)));
  v128_t r2 = MUL(r, r), r4 = MUL(r2, r2), r8 = MUL(r4, r4);
  v128_t a = ADD(V(-1.0 / 6), MUL(r2, V(1.0 / 120)));
  v128_t b = ADD(V(-1.0 / 5040), MUL(r2, V(1.0 / 362880)));
  v128_t c = ADD(V(-1.0 / 39916800), MUL(r2, V(1.0 / 6227020800.0)));
  v128_t d = ADD(V(-1.0 / 1307674368000.0), MUL(r2, V(1.0 / 355687428096000.0)));
  v128_t e = ADD(V(-1.0 / 121645100408832000.0), MUL(r2, V(1.0 / 51090942171709440000.0)));
  v128_t tail = ADD(ADD(a, MUL(r4, b)), MUL(r8, ADD(ADD(c, MUL(r4, d)), MUL(r8, e))));
  v128_t sine = ADD(r, MUL(MUL(r, r2), tail));
  return wasm_v128_xor(sine, wasm_i64x2_shl(sum, 63));
}
