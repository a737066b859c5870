;; A hand-written module that keeps to the ABI: what the compiler would make of `kitchen.py`, for tests of the bindings.
;; @NAMES are the offsets of midend/src/abi.rs.
(module
  (memory (export "memory") 1)
  (global $top (mut i32) (i32.const 1024))
  (global $free (mut i32) (i32.const 0))
  (global $default_out (mut i32) (i32.const 0))

  ;; Buffers: from a list of freed ones with the same size, else from the top.
  (func $alloc (export "npc_alloc") (param $bytes i32) (result i32)
    (local $at i32) (local $link i32) (local $left i64)
    (local.set $left (i64.load (i32.const @COUNTDOWN)))
    (if (i64.ne (local.get $left) (i64.const 0)) (then
      (i64.store (i32.const @COUNTDOWN) (i64.sub (local.get $left) (i64.const 1)))
      (if (i64.eq (local.get $left) (i64.const 1)) (then (return (i32.const 0))))))
    (local.set $bytes (i32.and (i32.add (local.get $bytes) (i32.const 15)) (i32.const -16)))
    (local.set $link (i32.const 0))
    (local.set $at (global.get $free))
    (block $found (block $none
      (loop $next
        (br_if $none (i32.eqz (local.get $at)))
        (br_if $found (i32.eq (i32.load offset=8 (local.get $at)) (local.get $bytes)))
        (local.set $link (local.get $at))
        (local.set $at (i32.load (local.get $at)))
        (br $next)))
      ;; from the top
      (local.set $at (global.get $top))
      (if (i64.gt_u (i64.add (i64.extend_i32_u (local.get $at)) (i64.add (i64.extend_i32_u (local.get $bytes)) (i64.const 16)))
                    (i64.shl (i64.extend_i32_u (memory.size)) (i64.const 16)))
        (then (if (i32.eq (memory.grow (i32.add (i32.shr_u (local.get $bytes) (i32.const 16)) (i32.const 1))) (i32.const -1))
          (then (return (i32.const 0))))))
      (global.set $top (i32.add (local.get $at) (i32.add (local.get $bytes) (i32.const 16))))
      (call $own (local.get $at) (local.get $bytes))
      (return (local.get $at)))
    (if (local.get $link)
      (then (i32.store (local.get $link) (i32.load (local.get $at))))
      (else (global.set $free (i32.load (local.get $at)))))
    (call $own (local.get $at) (local.get $bytes))
    (local.get $at))
  (func $own (param $at i32) (param $bytes i32)
    (i64.store (local.get $at) (i64.const 1))
    (i64.store offset=8 (local.get $at) (i64.extend_i32_u (local.get $bytes)))
    (i64.store (i32.const @IN_USE) (i64.add (i64.load (i32.const @IN_USE)) (i64.extend_i32_u (local.get $bytes)))))
  ;; Freed buffers are filled with 0xAA; freeing twice traps.
  (func $release (export "npc_release") (param $at i32)
    (if (i32.eqz (local.get $at)) (then (return)))
    (if (i64.ne (i64.load (local.get $at)) (i64.const 1)) (then (unreachable)))
    (i64.store (i32.const @IN_USE) (i64.sub (i64.load (i32.const @IN_USE)) (i64.load offset=8 (local.get $at))))
    (memory.fill (i32.add (local.get $at) (i32.const 16)) (i32.const 0xAA) (i32.load offset=8 (local.get $at)))
    (i64.store (local.get $at) (i64.extend_i32_u (global.get $free)))
    (global.set $free (local.get $at)))

  (func $raise (param $site i32) (param $a i64) (param $b i64) (result i32)
    (i64.store (i32.const @SITE) (i64.extend_i32_u (local.get $site)))
    (i64.store (i32.const @POSITION) (i64.const 0))
    (i64.store (i32.const @ARGS) (local.get $a))
    (i64.store (i32.const @ARGS1) (local.get $b))
    (i32.const 1))

  ;; Fields of 1-d descriptors.
  (func $n (param $x i32) (result i32) (i32.load offset=32 (local.get $x)))
  (func $at (param $x i32) (param $i i32) (result i32)
    (i32.add (i32.load offset=24 (local.get $x)) (i32.mul (local.get $i) (i32.load offset=40 (local.get $x)))))

  ;; A fresh 1-d result with items of $item bytes, unless there is a destination. 0: no memory. 2: the destination has another length.
  (func $vector (param $ret i32) (param $n i32) (param $item i32) (result i32)
    (local $header i32)
    (if (i32.load offset=24 (local.get $ret)) (then
      (return (select (i32.const 1) (i32.const 2) (i32.eq (call $n (local.get $ret)) (local.get $n))))))
    (local.set $header (call $alloc (i32.mul (local.get $n) (local.get $item))))
    (if (i32.eqz (local.get $header)) (then (return (i32.const 0))))
    (i64.store (local.get $ret) (i64.extend_i32_u (local.get $header)))
    (i64.store offset=8 (local.get $ret) (i64.extend_i32_u (local.get $n)))
    (i64.store offset=16 (local.get $ret) (i64.extend_i32_u (local.get $item)))
    (i64.store offset=24 (local.get $ret) (i64.extend_i32_u (i32.add (local.get $header) (i32.const 16))))
    (i64.store offset=32 (local.get $ret) (i64.extend_i32_u (local.get $n)))
    (i64.store offset=40 (local.get $ret) (i64.extend_i32_u (local.get $item)))
    (i32.const 1))
  ;; Status of $vector: 1 raised.
  (func $refused (param $code i32) (result i32)
    (if (i32.eqz (local.get $code)) (then (return (call $raise (i32.const 4) (i64.const 0) (i64.const 0)))))
    (if (i32.eq (local.get $code) (i32.const 2)) (then (return (call $raise (i32.const 3) (i64.const 0) (i64.const 0)))))
    (i32.const 0))

  ;; np_sum(x: int32[:]) -> int
  (func (export "np_sum") (param $ret i32) (param $ctx i32) (param $x i32) (result i32)
    (local $i i32) (local $sum i64)
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $i) (call $n (local.get $x))))
      (local.set $sum (i64.add (local.get $sum) (i64.load32_s (call $at (local.get $x) (local.get $i)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $next)))
    (i64.store (local.get $ret) (local.get $sum))
    (i32.const 0))

  ;; count_true(x: bool[:]) -> uint8: the sum of the bytes
  (func (export "count_true") (param $ret i32) (param $ctx i32) (param $x i32) (result i32)
    (local $i i32) (local $sum i32)
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $i) (call $n (local.get $x))))
      (local.set $sum (i32.add (local.get $sum) (i32.load8_u (call $at (local.get $x) (local.get $i)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $next)))
    (i64.store (local.get $ret) (i64.const -1))
    (i32.store (local.get $ret) (local.get $sum))
    (i32.const 0))

  ;; arange(n: int = 3) -> float64[:], raises IndexError for n < 0
  (func $arange (export "arange") (param $ret i32) (param $ctx i32) (param $n i64) (result i32)
    (local $i i32) (local $code i32)
    (if (i64.lt_s (local.get $n) (i64.const 0)) (then (return (call $raise (i32.const 1) (local.get $n) (i64.const 7)))))
    (local.set $code (call $refused (call $vector (local.get $ret) (i32.wrap_i64 (local.get $n)) (i32.const 8))))
    (if (local.get $code) (then (return (local.get $code))))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $i) (i32.wrap_i64 (local.get $n))))
      (f64.store (call $at (local.get $ret) (local.get $i)) (f64.convert_i32_u (local.get $i)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $next)))
    (i32.const 0))
  (func (export "arange.js") (param $ret i32) (param $ctx i32) (param $n f64) (result i32)
    (call $arange (local.get $ret) (local.get $ctx) (i64.trunc_f64_s (local.get $n))))

  ;; longs(n: int) -> int64[:], n and n + 1
  (func (export "longs") (param $ret i32) (param $ctx i32) (param $n i64) (result i32)
    (local $code i32)
    (local.set $code (call $refused (call $vector (local.get $ret) (i32.const 2) (i32.const 8))))
    (if (local.get $code) (then (return (local.get $code))))
    (i64.store (call $at (local.get $ret) (i32.const 0)) (local.get $n))
    (i64.store (call $at (local.get $ret) (i32.const 1)) (i64.add (local.get $n) (i64.const 1)))
    (i32.const 0))

  ;; scale(x: float64[:], s: float = 2.0) -> None: in place; raises IndexError at the end for a NaN
  (func (export "scale") (param $ret i32) (param $ctx i32) (param $x i32) (param $s f64) (result i32)
    (local $i i32) (local $p i32)
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $i) (call $n (local.get $x))))
      (local.set $p (call $at (local.get $x) (local.get $i)))
      (f64.store (local.get $p) (f64.mul (f64.load (local.get $p)) (local.get $s)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $next)))
    (if (f64.ne (local.get $s) (local.get $s))
      (then (return (call $raise (i32.const 1) (i64.extend_i32_u (call $n (local.get $x))) (i64.extend_i32_u (call $n (local.get $x)))))))
    (i32.const 0))

  ;; shift(dst: float64[:], src: float64[:]) -> None: dst[i] = src[i], first to last
  (func (export "shift") (param $ret i32) (param $ctx i32) (param $dst i32) (param $src i32) (result i32)
    (local $i i32)
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $i) (call $n (local.get $src))))
      (f64.store (call $at (local.get $dst) (local.get $i)) (f64.load (call $at (local.get $src) (local.get $i))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $next)))
    (i32.const 0))

  ;; negate(x: float64[::1]) -> None: in place, without a look at the stride
  (func (export "negate") (param $ret i32) (param $ctx i32) (param $x i32) (result i32)
    (local $i i32) (local $p i32)
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $i) (call $n (local.get $x))))
      (local.set $p (i32.add (i32.load offset=24 (local.get $x)) (i32.mul (local.get $i) (i32.const 8))))
      (f64.store (local.get $p) (f64.neg (f64.load (local.get $p))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $next)))
    (i32.const 0))

  ;; second(a: float64[:, ::1]) -> float: the second element in memory; also with other layouts
  (func (export "second") (param $ret i32) (param $ctx i32) (param $a i32) (result i32)
    (f64.store (local.get $ret) (f64.load offset=8 (i32.load offset=24 (local.get $a))))
    (i32.const 0))

  ;; halve(x: int64[:]) -> None: in place
  (func (export "halve") (param $ret i32) (param $ctx i32) (param $x i32) (result i32)
    (local $i i32) (local $p i32)
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $i) (call $n (local.get $x))))
      (local.set $p (call $at (local.get $x) (local.get $i)))
      (i64.store (local.get $p) (i64.shr_s (i64.load (local.get $p)) (i64.const 1)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $next)))
    (i32.const 0))

  ;; divmod(a: int, b: int) -> (int, int)
  (func $divmod (export "divmod") (param $ret i32) (param $ctx i32) (param $a i64) (param $b i64) (result i32)
    (if (i64.eqz (local.get $b)) (then (return (call $raise (i32.const 2) (i64.const 0) (i64.const 0)))))
    (i64.store (local.get $ret) (i64.div_s (local.get $a) (local.get $b)))
    (i64.store offset=8 (local.get $ret) (i64.rem_s (local.get $a) (local.get $b)))
    (i32.const 0))
  (func (export "divmod.js") (param $ret i32) (param $ctx i32) (param $a f64) (param $b f64) (result i32)
    (call $divmod (local.get $ret) (local.get $ctx) (i64.trunc_f64_s (local.get $a)) (i64.trunc_f64_s (local.get $b))))

  ;; pair(x: float64[:]) -> (float64[:], int): a reversed view of a copy, and 2^60 times its length
  (func (export "pair") (param $ret i32) (param $ctx i32) (param $x i32) (result i32)
    (local $i i32) (local $n i32) (local $code i32) (local $fresh i32)
    (local.set $n (call $n (local.get $x)))
    (local.set $fresh (i32.eqz (i32.load offset=24 (local.get $ret))))
    (local.set $code (call $refused (call $vector (local.get $ret) (local.get $n) (i32.const 8))))
    (if (local.get $code) (then (return (local.get $code))))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $i) (local.get $n)))
      (f64.store (call $at (local.get $ret) (local.get $i)) (f64.load (call $at (local.get $x) (local.get $i))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $next)))
    (if (i32.and (local.get $fresh) (i32.gt_u (local.get $n) (i32.const 0))) (then
      (i64.store offset=24 (local.get $ret) (i64.extend_i32_u (call $at (local.get $ret) (i32.sub (local.get $n) (i32.const 1)))))
      (i64.store offset=40 (local.get $ret) (i64.const -8))))
    (i64.store offset=48 (local.get $ret) (i64.mul (i64.extend_i32_u (local.get $n)) (i64.const 0x1000000000000000)))
    (i32.const 0))

  ;; transpose(a: float64[:, :]) -> float64[:, :]: a fresh array is in Fortran order
  (func (export "transpose") (param $ret i32) (param $ctx i32) (param $a i32) (result i32)
    (local $h i32) (local $w i32) (local $i i32) (local $j i32) (local $header i32)
    (local.set $h (i32.load offset=40 (local.get $a)))
    (local.set $w (i32.load offset=32 (local.get $a)))
    (if (i32.load offset=24 (local.get $ret))
      (then
        (if (i32.or (i32.ne (i32.load offset=32 (local.get $ret)) (local.get $h)) (i32.ne (i32.load offset=40 (local.get $ret)) (local.get $w)))
          (then (return (call $raise (i32.const 3) (i64.const 0) (i64.const 0))))))
      (else
        (local.set $header (call $alloc (i32.mul (i32.mul (local.get $h) (local.get $w)) (i32.const 8))))
        (if (i32.eqz (local.get $header)) (then (return (call $raise (i32.const 4) (i64.const 0) (i64.const 0)))))
        (i64.store (local.get $ret) (i64.extend_i32_u (local.get $header)))
        (i64.store offset=8 (local.get $ret) (i64.extend_i32_u (i32.mul (local.get $h) (local.get $w))))
        (i64.store offset=16 (local.get $ret) (i64.const 8))
        (i64.store offset=24 (local.get $ret) (i64.extend_i32_u (i32.add (local.get $header) (i32.const 16))))
        (i64.store offset=32 (local.get $ret) (i64.extend_i32_u (local.get $h)))
        (i64.store offset=40 (local.get $ret) (i64.extend_i32_u (local.get $w)))
        (i64.store offset=48 (local.get $ret) (i64.const 8))
        (i64.store offset=56 (local.get $ret) (i64.extend_i32_u (i32.mul (local.get $h) (i32.const 8))))))
    (block $rows (loop $row
      (br_if $rows (i32.ge_u (local.get $i) (local.get $h)))
      (local.set $j (i32.const 0))
      (block $done (loop $next
        (br_if $done (i32.ge_u (local.get $j) (local.get $w)))
        (f64.store (call $at2 (local.get $ret) (local.get $i) (local.get $j)) (f64.load (call $at2 (local.get $a) (local.get $j) (local.get $i))))
        (local.set $j (i32.add (local.get $j) (i32.const 1)))
        (br $next)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $row)))
    (i32.const 0))
  (func $at2 (param $x i32) (param $i i32) (param $j i32) (result i32)
    (i32.add (i32.load offset=24 (local.get $x)) (i32.add
      (i32.mul (local.get $i) (i32.load offset=48 (local.get $x)))
      (i32.mul (local.get $j) (i32.load offset=56 (local.get $x))))))

  ;; wrap(x: float64[()]) -> float64[()]: one more than x
  (func (export "wrap") (param $ret i32) (param $ctx i32) (param $x i32) (result i32)
    (local $header i32)
    (local.set $header (call $alloc (i32.const 8)))
    (if (i32.eqz (local.get $header)) (then (return (call $raise (i32.const 4) (i64.const 0) (i64.const 0)))))
    (f64.store offset=16 (local.get $header) (f64.add (f64.const 1) (f64.load (i32.load offset=24 (local.get $x)))))
    (i64.store (local.get $ret) (i64.extend_i32_u (local.get $header)))
    (i64.store offset=8 (local.get $ret) (i64.const 1))
    (i64.store offset=16 (local.get $ret) (i64.const 8))
    (i64.store offset=24 (local.get $ret) (i64.extend_i32_u (i32.add (local.get $header) (i32.const 16))))
    (i32.const 0))

  ;; scalars that come back as they are
  (func $same_i64 (export "same_i64") (param $ret i32) (param $ctx i32) (param $n i64) (result i32)
    (i64.store (local.get $ret) (local.get $n)) (i32.const 0))
  (func (export "same_i64.js") (param $ret i32) (param $ctx i32) (param $n f64) (result i32)
    (call $same_i64 (local.get $ret) (local.get $ctx) (i64.trunc_f64_s (local.get $n))))
  (func (export "same_i32") (param $ret i32) (param $ctx i32) (param $n i32) (result i32)
    (i64.store (local.get $ret) (i64.const 0x5555555555555555))
    (i32.store (local.get $ret) (local.get $n)) (i32.const 0))
  (func (export "same_f64") (param $ret i32) (param $ctx i32) (param $n f64) (result i32)
    (f64.store (local.get $ret) (local.get $n)) (i32.const 0))
  (func (export "same_f32") (param $ret i32) (param $ctx i32) (param $n f32) (result i32)
    (f32.store (local.get $ret) (local.get $n)) (i32.const 0))
  ;; hypot2(p: (float, float), q: None = None) -> float
  (func (export "hypot2") (param $ret i32) (param $ctx i32) (param $x f64) (param $y f64) (result i32)
    (f64.store (local.get $ret) (f64.add (f64.mul (local.get $x) (local.get $x)) (f64.mul (local.get $y) (local.get $y))))
    (i32.const 0))
  ;; total(x: float64[:]) -> float, beside total(x: int32[:]) -> int
  (func (export "total__float64_1d") (param $ret i32) (param $ctx i32) (param $x i32) (result i32)
    (local $i i32) (local $sum f64)
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $i) (call $n (local.get $x))))
      (local.set $sum (f64.add (local.get $sum) (f64.load (call $at (local.get $x) (local.get $i)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $next)))
    (f64.store (local.get $ret) (local.get $sum))
    (i32.const 0))

  ;; mix(x: float64[:], a: float, n: int) -> float: x[0] + a * n
  (func $mix (export "mix") (param $ret i32) (param $ctx i32) (param $x i32) (param $a f64) (param $n i64) (result i32)
    (f64.store (local.get $ret) (f64.add (f64.load (call $at (local.get $x) (i32.const 0)))
      (f64.mul (local.get $a) (f64.convert_i64_s (local.get $n)))))
    (i32.const 0))
  (func (export "mix.js") (param $ret i32) (param $ctx i32) (param $x i32) (param $a f64) (param $n f64) (result i32)
    (call $mix (local.get $ret) (local.get $ctx) (local.get $x) (local.get $a) (i64.trunc_f64_s (local.get $n))))

  ;; invert(x: bool[:]) -> None: in place
  (func (export "invert") (param $ret i32) (param $ctx i32) (param $x i32) (result i32)
    (local $i i32) (local $p i32)
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $i) (call $n (local.get $x))))
      (local.set $p (call $at (local.get $x) (local.get $i)))
      (i32.store8 (local.get $p) (i32.xor (i32.const 1) (i32.load8_u (local.get $p))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $next)))
    (i32.const 0))

  ;; first(x: uint64[:]) -> uint64
  (func (export "first") (param $ret i32) (param $ctx i32) (param $x i32) (result i32)
    (i64.store (local.get $ret) (i64.load (call $at (local.get $x) (i32.const 0))))
    (i32.const 0))

  ;; deep(n: int) -> None: n calls in each other; from a depth of 100000 on it raises
  (func $deep (export "deep") (param $ret i32) (param $ctx i32) (param $n i64) (result i32)
    (local $status i32)
    (if (i64.eqz (local.get $n)) (then (return (i32.const 0))))
    (i64.store (i32.const @DEPTH) (i64.add (i64.load (i32.const @DEPTH)) (i64.const 1)))
    (if (i64.gt_s (i64.load (i32.const @DEPTH)) (i64.const 100000))
      (then
        (local.set $status (call $raise (i32.const 5) (i64.const 0) (i64.const 0))))
      (else
        (local.set $status (call $deep (local.get $ret) (local.get $ctx) (i64.sub (local.get $n) (i64.const 1))))))
    (i64.store (i32.const @DEPTH) (i64.sub (i64.load (i32.const @DEPTH)) (i64.const 1)))
    (local.get $status))
  (func (export "deep.js") (param $ret i32) (param $ctx i32) (param $n f64) (result i32)
    (call $deep (local.get $ret) (local.get $ctx) (i64.trunc_f64_s (local.get $n))))
)
