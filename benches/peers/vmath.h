/* exp and sin of two float64 at once, for the C peers with intrinsics: the formulas of npc's library (stdlib/math/exp.py and trig.py) by
   hand, for all arguments and with the same bits. */
#include <math.h>
#include <wasm_simd128.h>

#define V(x) wasm_f64x2_const_splat(x)
#define L(x) wasm_i64x2_const_splat(x)
#define MUL wasm_f64x2_mul
#define ADD wasm_f64x2_add
#define SUB wasm_f64x2_sub
#define LINE(x, c0, c1) ADD(V(c0), MUL(x, V(c1)))

static inline v128_t vexp(v128_t x) {
  v128_t c = wasm_f64x2_pmax(wasm_f64x2_pmin(x, V(710.0)), V(-746.0));
  v128_t k = ADD(MUL(c, V(1.4426950408889634)), V(6755399441057790.0)), fk = SUB(k, V(6755399441057790.0));
  v128_t hi = SUB(c, MUL(fk, V(6.9314718055989033e-01))), lo = MUL(fk, V(5.4979230187083712e-14));
  v128_t r = SUB(hi, lo), z = MUL(r, r), w = MUL(z, z);
  v128_t low = ADD(LINE(r, 0.5, 1.6666666666666433e-01), MUL(z, LINE(r, 4.1666666666603860e-02, 8.3333333335009335e-03)));
  v128_t high = ADD(LINE(r, 1.3888888926828500e-03, 1.9841269463757551e-04), MUL(z, LINE(r, 2.4801508649139405e-05, 2.7557643378153574e-06)));
  high = ADD(high, MUL(w, LINE(r, 2.7625197783360703e-07, 2.4977510714198292e-08)));
  v128_t tail = MUL(z, ADD(low, MUL(w, high)));
  v128_t y = ADD(V(1.0), ADD(hi, SUB(tail, lo)));
  v128_t a = wasm_v128_and(wasm_i64x2_shl(k, 51), L(0x7ff0000000000000)), b = wasm_i64x2_sub(wasm_i64x2_shl(k, 52), a);
  return MUL(MUL(y, a), b);
}

static inline v128_t vsin(v128_t x) {
  v128_t k = ADD(MUL(x, V(0.63661977236758138)), V(6755399441055744.0)), fk = SUB(k, V(6755399441055744.0));
  v128_t a = SUB(x, MUL(fk, V(1.5707963267923333))), w = MUL(fk, V(2.5633441515839558e-12)), h = SUB(a, w);
  v128_t l = SUB(MUL(fk, V(1.0562999066987428e-23)), SUB(SUB(a, h), w));
  v128_t z = MUL(h, h), z2 = MUL(z, z), z4 = MUL(z2, z2), half = MUL(V(0.5), z), v = SUB(V(1.0), half);
  v128_t p = ADD(LINE(z, 1.6666666666666632e-01, -8.3333333333224912e-03), MUL(z2, LINE(z, 1.9841269829859676e-04, -2.7557313707727272e-06)));
  p = ADD(p, MUL(z4, LINE(z, 2.5050760360313016e-08, -1.5896916250699605e-10)));
  v128_t s = SUB(h, ADD(MUL(MUL(h, z), p), MUL(l, v)));
  v128_t q = ADD(LINE(z, 4.1666666666666602e-02, -1.3888888888874483e-03), MUL(z2, LINE(z, 2.4801587289679723e-05, -2.7557314403827323e-07)));
  q = ADD(q, MUL(z4, LINE(z, 2.0875729693699351e-09, -1.1359956500239106e-11)));
  v128_t c = ADD(v, ADD(SUB(SUB(V(1.0), v), half), ADD(MUL(z2, q), MUL(h, l))));
  v128_t even = wasm_i64x2_eq(wasm_v128_and(k, L(1)), L(0));
  v128_t y = wasm_v128_bitselect(s, c, even);
  y = wasm_v128_xor(y, wasm_v128_and(wasm_i64x2_shl(k, 62), V(-0.0)));
  v128_t small = wasm_f64x2_le(wasm_f64x2_abs(x), V(102943.0));
  if (__builtin_expect(!wasm_i64x2_all_true(small), 0)) {
    if (!wasm_i64x2_extract_lane(small, 0)) y = wasm_f64x2_replace_lane(y, 0, sin(wasm_f64x2_extract_lane(x, 0)));
    if (!wasm_i64x2_extract_lane(small, 1)) y = wasm_f64x2_replace_lane(y, 1, sin(wasm_f64x2_extract_lane(x, 1)));
  }
  return y;
}
