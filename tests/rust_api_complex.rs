//! Complex numbers through the typed and the dynamic interface of the library.

use npc::{Array, Complex, In, Native, Options, Out, Source, Value};

const KERNELS: &str = r#"
def rotated(z: complex, angle: "complex64") -> complex:
    return z * angle


def single(z: "complex64"):
    return z + 1


def spun(x: "complex128[:]", z: complex):
    return x * z, z.conjugate(), x.sum()


def halved(x: "complex64[:, :]"):
    x /= 2


def shifted(z: complex, by: complex = 1 - 2j) -> complex:
    return z + by
"#;

fn compiled() -> Native {
    let program = npc::compile(&Source::new("kernels.py", KERNELS), &Options::default()).expect("no errors");
    program.jit().expect("this machine has a backend")
}

const fn c(re: f64, im: f64) -> Complex<f64> {
    Complex::new(re, im)
}

#[test]
fn scalars_are_pairs() {
    let native = compiled();
    let rotated = native.func::<fn(Complex<f64>, Complex<f32>) -> Complex<f64>>("rotated").expect("the function has this type");
    assert_eq!(rotated.call((c(1.0, 2.0), Complex::new(0.0, 1.0))).expect("a result"), c(-2.0, 1.0));
    let single = native.func::<fn(Complex<f32>) -> Complex<f32>>("single").expect("the function has this type");
    assert_eq!(single.call((Complex::new(0.5, -2.0),)).expect("a result"), Complex::new(1.5, -2.0));
    let mut place = Complex::default();
    single.call_into((Complex::new(0.25, 3.0),), &mut place).expect("a result");
    assert_eq!(place, Complex::new(1.25, 3.0));
    assert!(native.func::<fn(f64) -> Complex<f64>>("single").is_err());
}

#[test]
fn arrays_and_tuples_hold_them() {
    let native = compiled();
    type Spun = (Array<Complex<f64>, 1>, Complex<f64>, Complex<f64>);
    let spun = native.func::<fn(In<Complex<f64>, 1>, Complex<f64>) -> Spun>("spun").expect("the function has this type");
    let data = [c(1.0, 2.0), c(3.0, -1.0)];
    let (turned, conjugate, total) = spun.call(((&data).into(), c(0.0, 2.0))).expect("a result");
    assert_eq!(turned.as_slice(), [c(-4.0, 2.0), c(2.0, 6.0)]);
    assert_eq!((conjugate, total), (c(0.0, -2.0), c(4.0, 1.0)));
    let halved = native.func::<fn(Out<Complex<f32>, 2>)>("halved").expect("the function has this type");
    let mut grid = [[Complex::new(2.0_f32, 4.0), Complex::new(1.0, 0.0)]];
    let view = npc::ViewMut::from_shape([1, 2], grid.as_flattened_mut()).expect("a view");
    halved.call((view,)).expect("no exception");
    assert_eq!(grid, [[Complex::new(1.0, 2.0), Complex::new(0.5, 0.0)]]);
}

#[test]
fn defaults_and_values_of_any_type() {
    let native = compiled();
    let shifted = native.func::<fn(Complex<f64>) -> Complex<f64>>("shifted").expect("the other argument has a default");
    assert_eq!(shifted.call((c(0.0, 1.0),)).expect("a result"), c(1.0, -1.0));
    let call = |args: &mut [Value]| native.call("shifted", args).expect("a result");
    assert_eq!(call(&mut [Value::Complex(0.5, 1.0)]), Value::Complex(1.5, -1.0));
    assert_eq!(call(&mut [Value::Int(2), Value::Float(0.5)]), Value::Complex(2.5, 0.0));
}
