/* The largest error of results, in units of the last place of the exact result, which libquadmath knows to 113 bits. It is slow, so only
   those are looked at that may be the worst: libm's long double tells. */
#include <math.h>
#include <quadmath.h>
#include <stdint.h>
#include <string.h>

typedef __float128 quad;

/* A function of one or of two arguments, in both. */
static const struct {
  const char *name;
  quad (*one)(quad), (*two)(quad, quad);
  long double (*rough_one)(long double), (*rough_two)(long double, long double);
} functions[] = {
    {"exp", expq, 0, expl, 0},
    {"exp2", exp2q, 0, exp2l, 0},
    {"expm1", expm1q, 0, expm1l, 0},
    {"log", logq, 0, logl, 0},
    {"log2", log2q, 0, log2l, 0},
    {"log10", log10q, 0, log10l, 0},
    {"log1p", log1pq, 0, log1pl, 0},
    {"sin", sinq, 0, sinl, 0},
    {"cos", cosq, 0, cosl, 0},
    {"tan", tanq, 0, tanl, 0},
    {"arcsin", asinq, 0, asinl, 0},
    {"arccos", acosq, 0, acosl, 0},
    {"arctan", atanq, 0, atanl, 0},
    {"arctan2", 0, atan2q, 0, atan2l},
    {"sinh", sinhq, 0, sinhl, 0},
    {"cosh", coshq, 0, coshl, 0},
    {"tanh", tanhq, 0, tanhl, 0},
    {"arcsinh", asinhq, 0, asinhl, 0},
    {"arccosh", acoshq, 0, acoshl, 0},
    {"arctanh", atanhq, 0, atanhl, 0},
    {"cbrt", cbrtq, 0, cbrtl, 0},
    {"power", 0, powq, 0, powl},
    {"hypot", 0, hypotq, 0, hypotl},
    {"erf", erfq, 0, erfl, 0},
    {"erfc", erfcq, 0, erfcl, 0},
};

/* A format: bits of the fraction, the exponent of the smallest number and the one that is too large. */
typedef struct { int digits, lowest, highest; } format;
static const format single = {24, -149, 128}, twice = {53, -1074, 1024};

static double error(double got, quad exact, format f) {
  if (isnan(got) || isnanq(exact)) return isnan(got) && isnanq(exact) ? 0 : INFINITY;
  if (isinfq(exact)) return isinf(got) && (got > 0) == (exact > 0) ? 0 : INFINITY;
  quad over = ldexpq(1, f.highest), value = isinf(got) ? copysignq(over, got) : (quad)got;
  int exponent = f.lowest;
  if (exact != 0) frexpq(exact, &exponent), exponent -= f.digits;
  if (exponent < f.lowest) exponent = f.lowest;
  if (exponent > f.highest - f.digits) exponent = f.highest - f.digits;
  if (fabsq(exact) > over) exact = copysignq(over, exact);
  return (double)ldexpq(fabsq(value - exact), -exponent);
}

/* As error, within a hundredth; infinity if that is not sure. */
static double rough_error(double got, long double exact, format f) {
  int exponent;
  if (!isfinite(got) || !isfinite(exact) || !(fabsl(exact) >= ldexpl(1, f.lowest + f.digits))) return INFINITY;
  frexpl(exact, &exponent);
  return (double)fabsl(ldexpl(got - exact, f.digits - exponent));
}

static double worst(const char *name, const void *got, const void *x, const void *y, int64_t n, int64_t *at, int bytes) {
  double largest = -1;
  size_t i = 0;
  while (strcmp(functions[i].name, name) != 0) i++;
  for (int64_t k = 0; k < n; k++) {
    double a = bytes == 4 ? ((const float *)x)[k] : ((const double *)x)[k];
    double b = bytes == 4 ? ((const float *)y)[k] : ((const double *)y)[k];
    double r = bytes == 4 ? ((const float *)got)[k] : ((const double *)got)[k];
    format f = bytes == 4 ? single : twice;
    long double rough = functions[i].one ? functions[i].rough_one(a) : functions[i].rough_two(a, b);
    if (rough_error(r, rough, f) + 0.02 < largest) continue;
    double e = error(r, functions[i].one ? functions[i].one(a) : functions[i].two(a, b), f);
    if (e > largest) largest = e, *at = k;
  }
  return largest;
}

/* The largest error of n results for x (and y), and where it is. */
double worst64(const char *name, const double *got, const double *x, const double *y, int64_t n, int64_t *at) {
  return worst(name, got, x, y, n, at, 8);
}

double worst32(const char *name, const float *got, const float *x, const float *y, int64_t n, int64_t *at) {
  return worst(name, got, x, y, n, at, 4);
}
