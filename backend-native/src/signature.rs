//! Types of functions in Rust: `fn(In<i32, 1>, f64) -> Array<f64, 1>`, and how calls with them are made.
//!
//! [`Param`] is what may stand before the arrow, [`Return`] what may stand behind it. Each says which types of the
//! interface it fits, and how its values become words of the binary interface. The traits are sealed: compiled code
//! relies on these words.

use crate::array::Array;
use crate::element::{Complex, Element, sealed::Sealed as _};
use crate::view::{View, ViewMut};
use crate::words::{Record, Words};
use npc_midend::interface::{Param as Declared, Shape};
use npc_midend::types::{ArrayType, Layout};
use std::marker::PhantomData;

/// An array of `N` axes that the function only reads; the argument is a [`View`].
#[derive(Debug)]
pub struct In<T, const N: usize>(PhantomData<T>);

/// An array of `N` axes that the function may write; the argument is a [`ViewMut`].
#[derive(Debug)]
pub struct Out<T, const N: usize>(PhantomData<T>);

mod sealed {
    pub trait Sealed {}
}

/// The type of a parameter: `bool`, a number, [`In`], [`Out`], `()` for `None`, or a tuple of these.
pub trait Param: sealed::Sealed {
    /// What is passed.
    type Arg<'a>;
    /// The type as Rust writes it.
    fn name() -> String;
    /// The type of the interface that values of this one have.
    fn shape() -> Shape;
    /// True if it fits a parameter of this type, which the function writes or does not.
    fn fits(shape: &Shape, written: bool) -> bool;
    #[doc(hidden)]
    fn pass(arg: Self::Arg<'_>, words: &mut Words<'_>);
}

/// The type of a result: `bool`, a number, [`Array`], `()` for `None`, or a tuple of these.
pub trait Return: Sized + sealed::Sealed {
    /// Where a call puts the result, if the caller says where: `&mut` numbers, [`ViewMut`] of arrays, tuples of these.
    type Out<'a>;
    /// The type as Rust writes it.
    fn name() -> String;
    /// True if it fits a result of this type.
    fn fits(shape: &Shape) -> bool;
    #[doc(hidden)]
    fn lend(out: &mut Self::Out<'_>, record: &mut Record<'_>);
    #[doc(hidden)]
    fn take(record: &mut Record<'_>) -> Self;
    #[doc(hidden)]
    fn fill(out: Self::Out<'_>, record: &mut Record<'_>);
}

/// The type of a function: a `fn` pointer of up to eight parameters.
pub trait Signature: sealed::Sealed {
    /// The arguments of a call, as a tuple.
    type Args<'a>;
    /// The result.
    type Result: Return;
    /// The type as Rust writes it.
    fn name() -> String;
    /// The types of the interface that arguments of these types have.
    fn shapes() -> Vec<Shape>;
    /// True if it fits a function with these parameters and this result. Parameters that have defaults may be left out
    /// at the end.
    fn fits(params: &[Declared], result: &Shape) -> bool;
    #[doc(hidden)]
    fn pass(args: Self::Args<'_>, words: &mut Words<'_>);
}

/// What the function with these parameters and this result is in Rust; `None` if it is more than a signature can say.
pub fn describe(params: &[Declared], result: &Shape) -> Option<String> {
    let params: Option<Vec<_>> = params.iter().map(|param| describe_param(&param.shape, param.written)).collect();
    let result = match result {
        Shape::None => String::new(),
        result => format!(" -> {}", describe_result(result)?),
    };
    Some(format!("fn({}){result}", params?.join(", ")))
}

fn describe_param(shape: &Shape, written: bool) -> Option<String> {
    Some(match shape {
        Shape::Array(ty) => format!("{}<{}, {}>", if written { "Out" } else { "In" }, rust_name(ty.dtype)?, ty.rank),
        Shape::Tuple(members) => {
            tuple_name(members.iter().map(|member| describe_param(member, written)).collect::<Option<_>>()?)
        }
        other => describe_result(other)?,
    })
}

fn describe_result(shape: &Shape) -> Option<String> {
    Some(match shape {
        Shape::None => "()".to_string(),
        Shape::Scalar { dtype, .. } => rust_name(*dtype)?.to_string(),
        Shape::Str => "String".to_string(),
        Shape::Array(ty) => format!("Array<{}, {}>", rust_name(ty.dtype)?, ty.rank),
        Shape::Tuple(members) => tuple_name(members.iter().map(describe_result).collect::<Option<_>>()?),
        // In columns, as entries have them.
        container => describe_result(&container.lowered())?,
    })
}

fn tuple_name(members: Vec<String>) -> String {
    match members.as_slice() {
        [only] => format!("({only},)"),
        several => format!("({})", several.join(", ")),
    }
}

fn rust_name(dtype: npc_midend::types::DType) -> Option<&'static str> {
    macro_rules! find {
        ($($ty:ident)*) => { $(if dtype == $ty::DTYPE { return Some($ty::RUST) })* };
    }
    find!(bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64);
    match dtype {
        npc_midend::types::DType::C64 => Some(Complex::<f32>::RUST),
        npc_midend::types::DType::C128 => Some(Complex::<f64>::RUST),
        _ => None,
    }
}

fn is_array<T: Element>(shape: &Shape, rank: usize) -> bool {
    matches!(shape, Shape::Array(ty) if ty.dtype == T::DTYPE && usize::from(ty.rank) == rank)
}

fn array_shape<T: Element, const N: usize>() -> Shape {
    Shape::Array(ArrayType::new(T::DTYPE, u8::try_from(N).unwrap_or(u8::MAX), Layout::ANY))
}

impl<T, const N: usize> sealed::Sealed for In<T, N> {}

impl<T: Element, const N: usize> Param for In<T, N> {
    type Arg<'a> = View<'a, T, N>;

    fn name() -> String {
        format!("In<{}, {N}>", T::RUST)
    }

    fn shape() -> Shape {
        array_shape::<T, N>()
    }

    fn fits(shape: &Shape, written: bool) -> bool {
        is_array::<T>(shape, N) && !written
    }

    fn pass(arg: View<'_, T, N>, words: &mut Words<'_>) {
        words.array(T::DTYPE, arg.as_ptr().cast(), &arg.shape(), &arg.strides());
    }
}

impl<T, const N: usize> sealed::Sealed for Out<T, N> {}

impl<T: Element, const N: usize> Param for Out<T, N> {
    type Arg<'a> = ViewMut<'a, T, N>;

    fn name() -> String {
        format!("Out<{}, {N}>", T::RUST)
    }

    fn shape() -> Shape {
        array_shape::<T, N>()
    }

    fn fits(shape: &Shape, _written: bool) -> bool {
        is_array::<T>(shape, N)
    }

    fn pass(arg: ViewMut<'_, T, N>, words: &mut Words<'_>) {
        words.array(T::DTYPE, arg.as_ptr().cast(), &arg.shape(), &arg.strides());
    }
}

impl<T, const N: usize> sealed::Sealed for Array<T, N> {}

impl<T: Element, const N: usize> Return for Array<T, N> {
    type Out<'a> = ViewMut<'a, T, N>;

    fn name() -> String {
        format!("Array<{}, {N}>", T::RUST)
    }

    fn fits(shape: &Shape) -> bool {
        is_array::<T>(shape, N)
    }

    fn lend(out: &mut ViewMut<'_, T, N>, record: &mut Record<'_>) {
        record.lend(T::DTYPE, out.as_ptr().cast(), &out.shape(), &out.strides());
    }

    fn take(record: &mut Record<'_>) -> Self {
        record.array()
    }

    fn fill(_out: ViewMut<'_, T, N>, record: &mut Record<'_>) {
        record.skip_array(N);
    }
}

impl sealed::Sealed for String {}

impl Param for String {
    type Arg<'a> = &'a str;

    fn name() -> String {
        "String".to_string()
    }

    fn shape() -> Shape {
        Shape::Str
    }

    fn fits(shape: &Shape, _written: bool) -> bool {
        *shape == Shape::Str
    }

    fn pass(arg: &str, words: &mut Words<'_>) {
        words.array(npc_midend::types::DType::U8, arg.as_ptr(), &[arg.len()], &[1]);
    }
}

impl Return for String {
    type Out<'a> = &'a mut String;

    fn name() -> String {
        "String".to_string()
    }

    fn fits(shape: &Shape) -> bool {
        *shape == Shape::Str
    }

    fn lend(_out: &mut &mut String, record: &mut Record<'_>) {
        record.skip_array(1);
    }

    fn take(record: &mut Record<'_>) -> String {
        String::from_utf8_lossy(record.array::<u8, 1>().as_slice()).into_owned()
    }

    fn fill(out: &mut String, record: &mut Record<'_>) {
        *out = <String as Return>::take(record);
    }
}

macro_rules! scalars {
    ($($ty:ident $weak:expr;)*) => {$(
        impl sealed::Sealed for $ty {}

        impl Param for $ty {
            type Arg<'a> = $ty;

            fn name() -> String {
                $ty::RUST.to_string()
            }

            fn shape() -> Shape {
                Shape::Scalar { dtype: $ty::DTYPE, weak: $weak }
            }

            fn fits(shape: &Shape, _written: bool) -> bool {
                <$ty as Return>::fits(shape)
            }

            fn pass(arg: $ty, words: &mut Words<'_>) {
                words.scalar(arg.to_word());
            }
        }

        impl Return for $ty {
            type Out<'a> = &'a mut $ty;

            fn name() -> String {
                $ty::RUST.to_string()
            }

            fn fits(shape: &Shape) -> bool {
                matches!(shape, Shape::Scalar { dtype, .. } if *dtype == $ty::DTYPE)
            }

            fn lend(_out: &mut &mut $ty, record: &mut Record<'_>) {
                record.word();
            }

            fn take(record: &mut Record<'_>) -> $ty {
                $ty::from_word(record.word())
            }

            fn fill(out: &mut $ty, record: &mut Record<'_>) {
                *out = $ty::from_word(record.word());
            }
        }
    )*};
}

// `bool`, `i64` and `f64` are Python's own types too, and so is `Complex<f64>`.
scalars! { bool true; i8 false; i16 false; i32 false; i64 true; u8 false; u16 false; u32 false; u64 false; f32 false; f64 true; }

macro_rules! complex_scalars {
    ($($part:ident $weak:literal $from:expr;)*) => {$(
        impl sealed::Sealed for Complex<$part> {}

        impl Param for Complex<$part> {
            type Arg<'a> = Complex<$part>;

            fn name() -> String {
                Self::RUST.to_string()
            }

            fn shape() -> Shape {
                Shape::Scalar { dtype: Self::DTYPE, weak: $weak }
            }

            fn fits(shape: &Shape, _written: bool) -> bool {
                <Self as Return>::fits(shape)
            }

            fn pass(arg: Self, words: &mut Words<'_>) {
                words.scalar(arg.re.to_word());
                words.scalar(arg.im.to_word());
            }
        }

        impl Return for Complex<$part> {
            type Out<'a> = &'a mut Complex<$part>;

            fn name() -> String {
                Self::RUST.to_string()
            }

            fn fits(shape: &Shape) -> bool {
                matches!(shape, Shape::Scalar { dtype, .. } if *dtype == Self::DTYPE)
            }

            fn lend(_out: &mut &mut Self, record: &mut Record<'_>) {
                let _ = Self::take(record);
            }

            fn take(record: &mut Record<'_>) -> Self {
                ($from)(record)
            }

            fn fill(out: &mut Self, record: &mut Record<'_>) {
                *out = Self::take(record);
            }
        }
    )*};
}

// In the record the parts stand as in memory: those of a `complex64` share a word.
complex_scalars! {
    f32 false |record: &mut Record<'_>| {
        let word = record.word();
        Complex::new(f32::from_word(word & 0xffff_ffff), f32::from_word(word >> 32))
    };
    f64 true |record: &mut Record<'_>| {
        let (re, im) = (record.word(), record.word());
        Complex::new(f64::from_word(re), f64::from_word(im))
    };
}

macro_rules! tuples {
    ($($member:ident $at:tt $shape:ident;)*) => {
        impl<$($member: sealed::Sealed),*> sealed::Sealed for ($($member,)*) {}

        impl<$($member: Param),*> Param for ($($member,)*) {
            type Arg<'a> = ($($member::Arg<'a>,)*);

            fn name() -> String {
                tuple_name(vec![$($member::name()),*])
            }

            fn shape() -> Shape {
                tuple_shape(vec![$($member::shape()),*])
            }

            fn fits(shape: &Shape, written: bool) -> bool {
                let (members, _) = (tuple_members(shape), written);
                matches!(members, Some([$($shape),*]) if true $(&& $member::fits($shape, written))*)
            }

            fn pass(arg: Self::Arg<'_>, words: &mut Words<'_>) {
                let _ = (&arg, &words);
                $($member::pass(arg.$at, words);)*
            }
        }

        impl<$($member: Return),*> Return for ($($member,)*) {
            type Out<'a> = ($($member::Out<'a>,)*);

            fn name() -> String {
                tuple_name(vec![$($member::name()),*])
            }

            fn fits(shape: &Shape) -> bool {
                matches!(tuple_members(shape), Some([$($shape),*]) if true $(&& $member::fits($shape))*)
            }

            fn lend(out: &mut Self::Out<'_>, record: &mut Record<'_>) {
                let _ = (&out, &record);
                $($member::lend(&mut out.$at, record);)*
            }

            #[allow(clippy::unused_unit, reason = "the tuple without members")]
            fn take(record: &mut Record<'_>) -> Self {
                let _ = &record;
                ($($member::take(record),)*)
            }

            fn fill(out: Self::Out<'_>, record: &mut Record<'_>) {
                let _ = (&out, &record);
                $($member::fill(out.$at, record);)*
            }
        }
    };
}

/// `None` is the tuple without members.
fn tuple_members(shape: &Shape) -> Option<&[Shape]> {
    match shape {
        Shape::None => Some(&[]),
        Shape::Tuple(members) => Some(members),
        _ => None,
    }
}

fn tuple_shape(members: Vec<Shape>) -> Shape {
    if members.is_empty() { Shape::None } else { Shape::Tuple(members) }
}

tuples! {}
tuples! { A 0 a; }
tuples! { A 0 a; B 1 b; }
tuples! { A 0 a; B 1 b; C 2 c; }
tuples! { A 0 a; B 1 b; C 2 c; D 3 d; }
tuples! { A 0 a; B 1 b; C 2 c; D 3 d; E 4 e; }
tuples! { A 0 a; B 1 b; C 2 c; D 3 d; E 4 e; F 5 f; }

macro_rules! signatures {
    ($($param:ident $at:tt $declared:ident;)*) => {
        impl<$($param: Param,)* R: Return> sealed::Sealed for fn($($param),*) -> R {}

        impl<$($param: Param,)* R: Return> Signature for fn($($param),*) -> R {
            type Args<'a> = ($($param::Arg<'a>,)*);
            type Result = R;

            fn name() -> String {
                let params: Vec<String> = vec![$($param::name()),*];
                let result = R::name();
                let result = if result == "()" { String::new() } else { format!(" -> {result}") };
                format!("fn({}){result}", params.join(", "))
            }

            fn shapes() -> Vec<Shape> {
                vec![$($param::shape()),*]
            }

            fn fits(params: &[Declared], result: &Shape) -> bool {
                let mut params = params.iter();
                $(let Some($declared) = params.next() else { return false };)*
                params.all(|param| param.default.is_some())
                    $(&& $param::fits(&$declared.shape, $declared.written))*
                    && R::fits(result)
            }

            fn pass(args: Self::Args<'_>, words: &mut Words<'_>) {
                let _ = (&args, &words);
                $($param::pass(args.$at, words);)*
            }
        }
    };
}

signatures! {}
signatures! { A 0 a; }
signatures! { A 0 a; B 1 b; }
signatures! { A 0 a; B 1 b; C 2 c; }
signatures! { A 0 a; B 1 b; C 2 c; D 3 d; }
signatures! { A 0 a; B 1 b; C 2 c; D 3 d; E 4 e; }
signatures! { A 0 a; B 1 b; C 2 c; D 3 d; E 4 e; F 5 f; }
signatures! { A 0 a; B 1 b; C 2 c; D 3 d; E 4 e; F 5 f; G 6 g; }
signatures! { A 0 a; B 1 b; C 2 c; D 3 d; E 4 e; F 5 f; G 6 g; H 7 h; }
