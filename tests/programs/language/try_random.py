# Random programs of `try`, loops and ways out.
import numpy as np


def helper(x, i):
    try:
        if i == 5:
            raise KeyError(f"five {i}")
        return int(x[i])
    except IndexError:
        return -1
    finally:
        i += 1


def f0(x, n):
    t = n
    v0 = 1
    v1 = 2
    v2 = 3
    try:
        try:
            t = (t * 7 + 3) % 100003
            try:
                t = (t * 7 + 5) % 100003
                t = (t * 7 + 6) % 100003
            except (ValueError, IndexError):
                a = x * 2 + t % 11
                t += int(a[t % 3])
            t = (t * 7 + 8) % 100003
        finally:
            w = x + t
            t += int(w[1])
            a = x * 0 + t % 11
            t += int(a[t % 3])
            try:
                t += v0
                t += int(x[(t + 13) % 5])
                t += v2
            finally:
                t = (t * 7 + 15) % 100003
                a = x * 1 + t % 11
                t += int(a[t % 3])
        if (t + 17) % 4 == 0:
            if (t + n) % 4 == 0:
                raise ZeroDivisionError("m18")
        else:
            t = (t * 7 + 19) % 100003
    finally:
        if (t + 20) % 4 == 0:
            if (t + n) % 3 == 1:
                raise ValueError(f"t {t}")
        else:
            if (t + n) % 4 == 0:
                raise IndexError
        t += int(x[(t + 23) % 5])
        try:
            t = (t * 7 + 25) % 100003
        finally:
            t = (t * 7 + 26) % 100003
    w = x + t
    t += int(w[1])
    t += int(x[(t + 28) % 5])
    return t


# raises: IndexError
# run: f0(np.array([3, 1, 4]), 0)
# raises: IndexError
# run: f0(np.array([3, 1, 4]), 1)
# raises: IndexError
# run: f0(np.array([3, 1, 4]), 2)
# raises: IndexError
# run: f0(np.array([3, 1, 4]), 3)


def f1(x, n):
    t = n
    v0 = 1
    v1 = 2
    v2 = 3
    t = (t * 7 + 1) % 100003
    for i3 in range((t + 2) % 4):
        try:
            t += v0
        except (ValueError, IndexError):
            t += v1
            t = (t * 7 + 6) % 100003
            if (t + 7) % 3 == 0:
                t = (t * 7 + 8) % 100003
                if (t + n) % 7 == 1:
                    return t + 9
            else:
                if (t + n) % 4 == 0:
                    raise IndexError(f"t {t}")
                a = x * 1 + t % 11
                t += int(a[t % 3])
                t += v0
        except IndexError as e:
            t += len(str(e))
            t += v1
            t = (t * 7 + 14) % 100003
            v3 = t % 3
        else:
            try:
                t += int(x[(t + 17) % 5])
                t += v2
                t += v3
            except Exception as e:
                t += len(str(e))
                a = x * 0 + t % 11
                t += int(a[t % 3])
                if (t + n) % 3 == 1:
                    raise IndexError
                if t % 3 == 0:
                    raise e
            except (ValueError, IndexError):
                t = (t * 7 + 22) % 100003
        for i2 in range((t + 23) % 4):
            v0 = t % 5
            t += 100 // ((t + 25) % 4)
    try:
        t += v3
        for i2 in range((t + 28) % 4):
            t = (t * 7 + 29) % 100003
            t += v2
            try:
                t += v0
            except KeyError:
                t = (t * 7 + 33) % 100003
            finally:
                t = t * 3 + 1
    except IndexError as e:
        t += len(str(e))
        t = t * 3 + 1
    return t


# raises: IndexError
# run: f1(np.array([3, 1, 4]), 0)
# raises: ZeroDivisionError
# run: f1(np.array([3, 1, 4]), 1)
# raises: IndexError
# run: f1(np.array([3, 1, 4]), 2)
# raises: UnboundLocalError
# run: f1(np.array([3, 1, 4]), 3)


def f2(x, n):
    t = n
    v0 = 1
    v1 = 2
    v2 = 3
    if (t + 1) % 3 == 0:
        a = x * 2 + t % 11
        t += int(a[t % 3])
    else:
        for i2 in range((t + 3) % 4):
            try:
                if (t + n) % 3 == 1:
                    return t + 5
                t += v2
                if (t + n) % 5 == 1:
                    return t + 7
            except Exception:
                t += 100 // ((t + 8) % 4)
            else:
                t += helper(x, (t + 9) % 6)
                if (t + n) % 2 == 1:
                    continue
            finally:
                v3 = t % 6
                if (t + n) % 4 == 1:
                    continue
            for i1 in range((t + 13) % 4):
                t = (t * 7 + 14) % 100003
                t += v3
            try:
                t += int(x[(t + 17) % 5])
                t += 100 // ((t + 18) % 4)
                if (t + n) % 7 == 1:
                    return t + 19
            except ValueError:
                t += v0
                if (t + n) % 4 == 1:
                    return t + 21
            else:
                v2 = t % 3
            finally:
                t = (t * 7 + 23) % 100003
                t += helper(x, (t + 24) % 6)
    if (t + 25) % 3 == 0:
        try:
            try:
                t += 100 // ((t + 28) % 4)
            except KeyError:
                t += helper(x, (t + 29) % 6)
            except IndexError:
                v2 = t % 4
            finally:
                if (t + n) % 5 == 1:
                    raise TypeError(f"t {t}")
                t += int(x[(t + 32) % 5])
        except IndexError:
            t = t * 3 + 1
        except:
            t = t * 3 + 1
    try:
        t = t * 3 + 1
    finally:
        t = t * 3 + 1
    return t


# raises: KeyError
# run: f2(np.array([3, 1, 4]), 0)
# run: f2(np.array([3, 1, 4]), 1)
# run: f2(np.array([3, 1, 4]), 2)
# raises: IndexError
# run: f2(np.array([3, 1, 4]), 3)


def f3(x, n):
    t = n
    v0 = 1
    v1 = t % 3
    try:
        v3 = t % 5
        t += helper(x, (t + 4) % 6)
        t += int(x[(t + 5) % 5])
    finally:
        try:
            t = (t * 7 + 7) % 100003
            t = (t * 7 + 8) % 100003
        finally:
            t += v1
            t = (t * 7 + 10) % 100003
        t = (t * 7 + 11) % 100003
    if (t + n) % 5 == 1:
        return t + 12
    return t


# raises: IndexError
# run: f3(np.array([3, 1, 4]), 0)
# raises: KeyError
# run: f3(np.array([3, 1, 4]), 1)
# run: f3(np.array([3, 1, 4]), 2)
# raises: IndexError
# run: f3(np.array([3, 1, 4]), 3)


def f4(x, n):
    t = n
    v0 = 1
    t += int(x[(t + 1) % 5])
    t += helper(x, (t + 2) % 6)
    try:
        try:
            v1 = t % 7
            for i1 in range((t + 6) % 4):
                t += 100 // ((t + 7) % 4)
        except KeyError:
            t += 100 // ((t + 8) % 4)
            t += 100 // ((t + 9) % 4)
        except TypeError as e:
            t += len(str(e))
            try:
                v3 = t % 6
            except KeyError:
                a = x * 2 + t % 11
                t += int(a[t % 3])
            except TypeError:
                if (t + n) % 3 == 1:
                    raise
        else:
            try:
                t = (t * 7 + 15) % 100003
            except ArithmeticError:
                if (t + n) % 4 == 1:
                    return t + 16
            except TypeError:
                t += v1
                if (t + n) % 4 == 0:
                    raise ZeroDivisionError
                t += 100 // ((t + 19) % 4)
            finally:
                t = (t * 7 + 20) % 100003
            try:
                a = x * 2 + t % 11
                t += int(a[t % 3])
                t = (t * 7 + 23) % 100003
            except KeyError:
                t += v0
            t += int(x[(t + 25) % 5])
    except LookupError:
        for i2 in range((t + 26) % 4):
            t += 100 // ((t + 27) % 4)
    else:
        for i2 in range((t + 28) % 4):
            try:
                a = x * 0 + t % 11
                t += int(a[t % 3])
                if (t + n) % 5 == 1:
                    raise KeyError(f"t {t}")
            except TypeError as e:
                t += len(str(e))
                if (t + n) % 5 == 1:
                    return t + 32
                t += 100 // ((t + 33) % 4)
            except:
                t = t * 3 + 1
    return t


# raises: ZeroDivisionError
# run: f4(np.array([3, 1, 4]), 0)
# run: f4(np.array([3, 1, 4]), 1)
# raises: IndexError
# run: f4(np.array([3, 1, 4]), 2)
# raises: IndexError
# run: f4(np.array([3, 1, 4]), 3)


def f5(x, n):
    t = n
    v0 = 1
    v1 = 2
    v2 = 3
    t += v1
    try:
        t += int(x[(t + 3) % 5])
    except KeyError:
        t += helper(x, (t + 4) % 6)
        t += 100 // ((t + 5) % 4)
        if (t + n) % 4 == 1:
            return t + 6
    except ValueError:
        if (t + 7) % 3 == 0:
            try:
                v1 = t % 4
                t = (t * 7 + 10) % 100003
                v3 = t % 6
            finally:
                t = (t * 7 + 12) % 100003
            t += 100 // ((t + 13) % 4)
        else:
            t = (t * 7 + 14) % 100003
            t = (t * 7 + 15) % 100003
            a = x * 1 + t % 11
            t += int(a[t % 3])
        for i2 in range((t + 17) % 4):
            a = x * 3 + t % 11
            t += int(a[t % 3])
            t += 100 // ((t + 19) % 4)
            a = x * 0 + t % 11
            t += int(a[t % 3])
        else:
            t += 100 // ((t + 21) % 4)
            for i1 in range((t + 22) % 4):
                t += int(x[(t + 23) % 5])
                t = (t * 7 + 24) % 100003
                t = (t * 7 + 25) % 100003
        try:
            t = (t * 7 + 27) % 100003
            try:
                if (t + n) % 7 == 1:
                    return t + 29
                t += helper(x, (t + 30) % 6)
                a = x * 1 + t % 11
                t += int(a[t % 3])
            except ArithmeticError:
                t += v0
            except Exception as e:
                t += len(str(e))
                t = t * 3 + 1
        except KeyError:
            t = t * 3 + 1
        else:
            t = t * 3 + 1
    try:
        t = t * 3 + 1
    except TypeError as e:
        t += len(str(e))
        t = t * 3 + 1
    except Exception:
        t = t * 3 + 1
    else:
        t = t * 3 + 1
    finally:
        t = t * 3 + 1
    return t


# run: f5(np.array([3, 1, 4]), 0)
# run: f5(np.array([3, 1, 4]), 1)
# run: f5(np.array([3, 1, 4]), 2)
# raises: IndexError
# run: f5(np.array([3, 1, 4]), 3)


def f6(x, n):
    t = n
    v0 = 1
    t += int(x[(t + 1) % 5])
    try:
        try:
            a = x * 4 + t % 11
            t += int(a[t % 3])
        except ArithmeticError:
            try:
                v2 = t % 8
                a = x * 2 + t % 11
                t += int(a[t % 3])
                a = x * 3 + t % 11
                t += int(a[t % 3])
            except Exception as e:
                t += len(str(e))
                t += v1
                t += helper(x, (t + 10) % 6)
                if t % 3 == 0:
                    raise e
            except IndexError as e:
                t += len(str(e))
                if (t + n) % 4 == 1:
                    return t + 11
            else:
                a = x * 2 + t % 11
                t += int(a[t % 3])
                t = (t * 7 + 13) % 100003
                t += 100 // ((t + 14) % 4)
            try:
                t += 100 // ((t + 16) % 4)
            except TypeError:
                a = x * 2 + t % 11
                t += int(a[t % 3])
                t = (t * 7 + 18) % 100003
            finally:
                t = (t * 7 + 19) % 100003
            if (t + 20) % 4 == 0:
                v1 = t % 2
        except Exception:
            t = (t * 7 + 22) % 100003
            t += helper(x, (t + 23) % 6)
            try:
                v1 = t % 6
                t += v2
                v3 = t % 8
            except TypeError as e:
                t += len(str(e))
                t += helper(x, (t + 28) % 6)
                t += 100 // ((t + 29) % 4)
                if t % 3 == 0:
                    raise e
        t += int(x[(t + 30) % 5])
    finally:
        if (t + 31) % 3 == 0:
            t += int(x[(t + 32) % 5])
        else:
            t = t * 3 + 1
    t += int(x[(t + 33) % 5])
    return t


# run: f6(np.array([3, 1, 4]), 0)
# run: f6(np.array([3, 1, 4]), 1)
# raises: IndexError
# run: f6(np.array([3, 1, 4]), 2)
# raises: IndexError
# run: f6(np.array([3, 1, 4]), 3)


def f7(x, n):
    t = n
    v0 = 1
    try:
        try:
            try:
                a = x * 4 + t % 11
                t += int(a[t % 3])
                t = (t * 7 + 5) % 100003
                t = (t * 7 + 6) % 100003
            except TypeError as e:
                t += len(str(e))
                t = (t * 7 + 7) % 100003
                a = x * 3 + t % 11
                t += int(a[t % 3])
                v1 = t % 4
            t += helper(x, (t + 10) % 6)
        except ValueError as e:
            t += len(str(e))
            if (t + n) % 4 == 1:
                return t + 11
            t = (t * 7 + 12) % 100003
        for i2 in range((t + 13) % 4):
            for i1 in range((t + 14) % 4):
                if (t + n) % 5 == 1:
                    raise KeyError(f"t {t}")
                if (t + n) % 2 == 0:
                    raise ZeroDivisionError(f"t {t}")
                t += int(x[(t + 17) % 5])
        else:
            try:
                if (t + n) % 7 == 1:
                    return t + 19
            except IndexError:
                t += int(x[(t + 20) % 5])
                v1 = t % 2
                if (t + n) % 4 == 0:
                    raise ValueError(f"t {t}")
            t = (t * 7 + 23) % 100003
            t = (t * 7 + 24) % 100003
        t += int(x[(t + 25) % 5])
    except ZeroDivisionError as e:
        t += len(str(e))
        try:
            if (t + n) % 5 == 1:
                raise KeyError(f"t {t}")
            try:
                a = x * 4 + t % 11
                t += int(a[t % 3])
                t += helper(x, (t + 30) % 6)
            except TypeError:
                v3 = t % 5
            else:
                t = t * 3 + 1
            finally:
                t = t * 3 + 1
        except (ValueError, IndexError):
            t = t * 3 + 1
        finally:
            t = t * 3 + 1
    t = (t * 7 + 32) % 100003
    for i3 in range((t + 33) % 4):
        t = t * 3 + 1
    else:
        t = t * 3 + 1
    return t


# run: f7(np.array([3, 1, 4]), 0)
# run: f7(np.array([3, 1, 4]), 1)
# raises: KeyError
# run: f7(np.array([3, 1, 4]), 2)
# run: f7(np.array([3, 1, 4]), 3)


def f8(x, n):
    t = n
    v0 = 1
    try:
        t = (t * 7 + 2) % 100003
    except LookupError:
        t = (t * 7 + 3) % 100003
        try:
            v1 = t % 7
            t += helper(x, (t + 6) % 6)
            a = x * 2 + t % 11
            t += int(a[t % 3])
        except LookupError as e:
            t += len(str(e))
            a = x * 3 + t % 11
            t += int(a[t % 3])
            try:
                if (t + n) % 4 == 0:
                    raise ValueError(f"t {t}")
                t = (t * 7 + 11) % 100003
                t += int(x[(t + 12) % 5])
            finally:
                if (t + n) % 6 == 1:
                    return t + 13
            t += helper(x, (t + 14) % 6)
        for i2 in range((t + 15) % 4):
            try:
                t += 100 // ((t + 17) % 4)
                t = (t * 7 + 18) % 100003
                v3 = t % 7
            except ZeroDivisionError:
                if (t + n) % 2 == 1:
                    continue
                t = (t * 7 + 21) % 100003
                t += 100 // ((t + 22) % 4)
            except Exception as e:
                t += len(str(e))
                t = (t * 7 + 23) % 100003
                t = (t * 7 + 24) % 100003
                v1 = t % 6
            except:
                a = x * 1 + t % 11
                t += int(a[t % 3])
                t = (t * 7 + 27) % 100003
            finally:
                t = (t * 7 + 28) % 100003
                t = (t * 7 + 29) % 100003
            try:
                a = x * 1 + t % 11
                t += int(a[t % 3])
            except ValueError:
                t = t * 3 + 1
            except:
                t = t * 3 + 1
            else:
                t = t * 3 + 1
        else:
            t = t * 3 + 1
    except TypeError:
        t = t * 3 + 1
    try:
        t = t * 3 + 1
    finally:
        t = t * 3 + 1
    try:
        t = t * 3 + 1
    except LookupError as e:
        t += len(str(e))
        t = t * 3 + 1
    except:
        t = t * 3 + 1
    else:
        t = t * 3 + 1
    finally:
        t = t * 3 + 1
    return t


# run: f8(np.array([3, 1, 4]), 0)
# run: f8(np.array([3, 1, 4]), 1)
# run: f8(np.array([3, 1, 4]), 2)
# run: f8(np.array([3, 1, 4]), 3)


def f9(x, n):
    t = n
    v0 = 1
    if (t + n) % 3 == 1:
        raise IndexError("m1")
    t += int(x[(t + 2) % 5])
    try:
        try:
            for i1 in range((t + 5) % 4):
                t = (t * 7 + 6) % 100003
                v3 = t % 2
            if (t + n) % 6 == 1:
                return t + 8
            t += v1
        except Exception:
            t = (t * 7 + 10) % 100003
            try:
                a = x * 2 + t % 11
                t += int(a[t % 3])
            except IndexError as e:
                t += len(str(e))
                v1 = t % 8
                if (t + n) % 4 == 0:
                    raise KeyError(f"t {t}")
            except LookupError:
                t += int(x[(t + 15) % 5])
            else:
                t = (t * 7 + 16) % 100003
            try:
                a = x * 3 + t % 11
                t += int(a[t % 3])
                t = (t * 7 + 19) % 100003
                v0 = t % 8
            except TypeError as e:
                t += len(str(e))
                a = x * 1 + t % 11
                t += int(a[t % 3])
            except ValueError as e:
                t += len(str(e))
                t = (t * 7 + 22) % 100003
                t = (t * 7 + 23) % 100003
                if t % 3 == 0:
                    raise e
            finally:
                v0 = t % 5
                t += 100 // ((t + 25) % 4)
                t += 100 // ((t + 26) % 4)
        else:
            t += int(x[(t + 27) % 5])
        if (t + n) % 2 == 0:
            raise TypeError
    except KeyError as e:
        t += len(str(e))
        t += v1
    return t


# raises: ZeroDivisionError
# run: f9(np.array([3, 1, 4]), 0)
# raises: IndexError
# run: f9(np.array([3, 1, 4]), 1)
# raises: IndexError
# run: f9(np.array([3, 1, 4]), 2)
# run: f9(np.array([3, 1, 4]), 3)


def f10(x, n):
    t = n
    v0 = 1
    v1 = 2
    v2 = 3
    t += 100 // ((t + 1) % 4)
    try:
        try:
            v0 = t % 6
        except IndexError:
            a = x * 0 + t % 11
            t += int(a[t % 3])
            t = (t * 7 + 6) % 100003
        t = (t * 7 + 7) % 100003
    except ValueError:
        try:
            for i1 in range((t + 9) % 4):
                if (t + n) % 4 == 0:
                    raise ZeroDivisionError("m10")
            else:
                a = x * 1 + t % 11
                t += int(a[t % 3])
                if (t + n) % 2 == 0:
                    raise ValueError(f"t {t}")
                a = x * 3 + t % 11
                t += int(a[t % 3])
            t = (t * 7 + 14) % 100003
            try:
                v0 = t % 4
                if (t + n) % 3 == 1:
                    raise ValueError
                t += v2
            except KeyError as e:
                t += len(str(e))
                v3 = t % 7
                t += int(x[(t + 20) % 5])
                v1 = t % 2
            except:
                v2 = t % 3
                if (t + n) % 6 == 1:
                    return t + 23
                t = (t * 7 + 24) % 100003
            else:
                a = x * 0 + t % 11
                t += int(a[t % 3])
                t += v2
                v3 = t % 8
        except (ValueError, IndexError):
            try:
                t += helper(x, (t + 29) % 6)
                t += v2
            except LookupError:
                t = (t * 7 + 31) % 100003
        except:
            t += 100 // ((t + 32) % 4)
    except:
        t = t * 3 + 1
    finally:
        t = t * 3 + 1
    t = (t * 7 + 33) % 100003
    return t


# run: f10(np.array([3, 1, 4]), 0)
# run: f10(np.array([3, 1, 4]), 1)
# run: f10(np.array([3, 1, 4]), 2)
# raises: ZeroDivisionError
# run: f10(np.array([3, 1, 4]), 3)


def f11(x, n):
    t = n
    v0 = 1
    v1 = 2
    v2 = 3
    t += helper(x, (t + 1) % 6)
    try:
        t += v3
        t += int(x[(t + 4) % 5])
        try:
            a = x * 1 + t % 11
            t += int(a[t % 3])
        finally:
            t += v3
            t += helper(x, (t + 8) % 6)
    except IndexError:
        v1 = t % 4
    except Exception as e:
        t += len(str(e))
        a = x * 0 + t % 11
        t += int(a[t % 3])
    else:
        for i2 in range((t + 11) % 4):
            try:
                w = x + t
                t += int(w[1])
                t += v2
            except IndexError:
                v3 = t % 3
                t = (t * 7 + 16) % 100003
                t = (t * 7 + 17) % 100003
            except ValueError:
                t = (t * 7 + 18) % 100003
            v3 = t % 7
            try:
                t += v1
                a = x * 2 + t % 11
                t += int(a[t % 3])
            except Exception:
                a = x * 3 + t % 11
                t += int(a[t % 3])
                t += v0
                t = (t * 7 + 25) % 100003
            else:
                t = (t * 7 + 26) % 100003
                a = x * 2 + t % 11
                t += int(a[t % 3])
                t = (t * 7 + 28) % 100003
        try:
            t = (t * 7 + 30) % 100003
            if (t + n) % 4 == 1:
                return t + 31
        except (ValueError, IndexError) as e:
            t += len(str(e))
            t += int(x[(t + 32) % 5])
    for i3 in range((t + 33) % 4):
        t = t * 3 + 1
    else:
        t = t * 3 + 1
    return t


# run: f11(np.array([3, 1, 4]), 0)
# run: f11(np.array([3, 1, 4]), 1)
# run: f11(np.array([3, 1, 4]), 2)
# run: f11(np.array([3, 1, 4]), 3)

