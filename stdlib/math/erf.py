import npc
from .exp import INV_LN2, LN2_HI, LN2_LO, ROUND_BIAS, TOP27, exp_tail, scale2

# Ranges and rational approximations: fdlibm s_erf.c (Sun Microsystems, 1993).
ERX = 8.45062911510467529297e-01
PP0 = 1.28379167095512558561e-01
PP1 = -3.25042107247001499370e-01
PP2 = -2.84817495755985104766e-02
PP3 = -5.77027029648944159157e-03
PP4 = -2.37630166566501626084e-05
QQ1 = 3.97917223959155352819e-01
QQ2 = 6.50222499887672944485e-02
QQ3 = 5.08130628187576562776e-03
QQ4 = 1.32494738004321644526e-04
QQ5 = -3.96022827877536812320e-06

PA0 = -2.36211856075265944077e-03
PA1 = 4.14856118683748331666e-01
PA2 = -3.72207876035701323847e-01
PA3 = 3.18346619901161753674e-01
PA4 = -1.10894694282396677476e-01
PA5 = 3.54783043256182359371e-02
PA6 = -2.16637559486879084300e-03
QA1 = 1.06420880400844228286e-01
QA2 = 5.40397917702171048937e-01
QA3 = 7.18286544141962662868e-02
QA4 = 1.26171219808761642112e-01
QA5 = 1.36370839120290507362e-02
QA6 = 1.19844998467991074170e-02

RA0 = -9.86494403484714822705e-03
RA1 = -6.93858572707181764372e-01
RA2 = -1.05586262253232909814e+01
RA3 = -6.23753324503260060396e+01
RA4 = -1.62396669462573470355e+02
RA5 = -1.84605092906711035994e+02
RA6 = -8.12874355063065934246e+01
RA7 = -9.81432934416914548592e+00
SA1 = 1.96512716674392571292e+01
SA2 = 1.37657754143519042600e+02
SA3 = 4.34565877475229228821e+02
SA4 = 6.45387271733267880336e+02
SA5 = 4.29008140027567833386e+02
SA6 = 1.08635005541779435134e+02
SA7 = 6.57024977031928170135e+00
SA8 = -6.04244152148580987438e-02

RB0 = -9.86494292470009928597e-03
RB1 = -7.99283237680523006574e-01
RB2 = -1.77579549177547519889e+01
RB3 = -1.60636384855821916062e+02
RB4 = -6.37566443368389627722e+02
RB5 = -1.02509513161107724954e+03
RB6 = -4.83519191608651397019e+02
SB1 = 3.03380607434824582924e+01
SB2 = 3.25792512996573918826e+02
SB3 = 1.53672958608443695994e+03
SB4 = 3.19985821950859553908e+03
SB5 = 2.55305040643316442583e+03
SB6 = 4.74528541206955367215e+02
SB7 = -2.24409524465858183362e+01


def erf_near(x: float64) -> float64:
    """erf(x) - x for |x| < 0.84375."""
    z = x * x
    p = PP0 + z * (PP1 + z * (PP2 + z * (PP3 + z * PP4)))
    q = 1.0 + z * (QQ1 + z * (QQ2 + z * (QQ3 + z * (QQ4 + z * QQ5))))
    return x * (p / q)


def erf_middle(a: float64) -> float64:
    """erf(a) - ERX for 0.84375 <= a < 1.25."""
    s = a - 1.0
    p = PA0 + s * (PA1 + s * (PA2 + s * (PA3 + s * (PA4 + s * (PA5 + s * PA6)))))
    q = 1.0 + s * (QA1 + s * (QA2 + s * (QA3 + s * (QA4 + s * (QA5 + s * QA6)))))
    return p / q


def exp_pair(a: float64, b: float64) -> float64:
    """e**(a + b) for -800 < a < 0 and |b| <= 1, as exp with the rest in two doubles."""
    k = (a + b) * INV_LN2 + ROUND_BIAS
    fk = k - ROUND_BIAS
    hi = a - fk * LN2_HI
    h = hi + b
    t = h - hi
    l = ((hi - (h - t)) + (b - t)) - fk * LN2_LO
    w = 1.0 + h
    return scale2(w + (((1.0 - w) + h) + (exp_tail(h + l) + l)), k)


def erfc_far(a: float64) -> float64:
    """erfc(a) = e**(-a*a - 0.5625 + r/s)/a for 1.25 <= a < 28, a*a in two doubles."""
    z = 1.0 / (a * a)
    if a < 2.857142857142857:
        r = RA0 + z * (RA1 + z * (RA2 + z * (RA3 + z * (RA4 + z * (RA5 + z * (RA6 + z * RA7))))))
        s = 1.0 + z * (SA1 + z * (SA2 + z * (SA3 + z * (SA4 + z * (SA5 + z * (SA6 + z * (SA7 + z * SA8)))))))
    else:
        r = RB0 + z * (RB1 + z * (RB2 + z * (RB3 + z * (RB4 + z * (RB5 + z * RB6)))))
        s = 1.0 + z * (SB1 + z * (SB2 + z * (SB3 + z * (SB4 + z * (SB5 + z * (SB6 + z * SB7))))))
    t = npc.from_bits(npc.bits(a) & TOP27)
    return exp_pair(-(t * t), (t - a) * (t + a) - 0.5625 + r / s) / a


def erf(x: float64) -> float64:
    """Error function; fdlibm s_erf.c."""
    a = npc.abs(x)
    if a < 0.84375:
        return x + erf_near(x)
    if a < 1.25:
        return npc.copysign(ERX + erf_middle(a), x)
    if a < 6.0:
        return npc.copysign(1.0 - erfc_far(a), x)
    return x if x != x else npc.copysign(1.0, x)


def erfc(x: float64) -> float64:
    """1 - erf(x); fdlibm s_erf.c."""
    a = npc.abs(x)
    if a < 0.84375:
        if x < 0.25:
            return 1.0 - (x + erf_near(x))
        return 0.5 - (erf_near(x) + (x - 0.5))
    if a < 1.25:
        p = erf_middle(a)
        return 1.0 + (ERX + p) if x < 0.0 else (1.0 - ERX) - p
    if x < -6.0:
        return 2.0
    if a < 28.0:
        y = erfc_far(a)
        return 2.0 - y if x < 0.0 else y
    return x if x != x else 0.0


def erf_f32(x: float32) -> float32:
    """float32 form of erf."""
    return npc.float32(erf(npc.float64(x)))


def erfc_f32(x: float32) -> float32:
    """float32 form of erfc."""
    return npc.float32(erfc(npc.float64(x)))
