//! The forms in which types are written, right and wrong, and that a printed type is read as what it was.

use super::declared::{Declared, Dim};
use super::pythran;
use super::reader::Reader;
use crate::module::UserModule;
use crate::value::Ty;
use npc_base::{Diagnostic, FileId, Source};
use npc_midend::types::{ArrayType, DType, Layout};
use ruff_python_ast::Stmt;

const FILE: FileId = FileId(0);

/// An error and the text that it points at.
type Located = (Diagnostic, String);

fn module(source: &Source) -> UserModule {
    let (tree, _) = crate::parse::parse(source, FILE).unwrap();
    UserModule::new(tree, FILE, 0, 0, &mut Vec::new())
}

/// The signatures that the last line of a text, an expression, stands for.
fn signatures(text: &str) -> Result<Vec<super::Signature>, Box<Located>> {
    let source = Source::new("test.py", text);
    let module = module(&source);
    let (tree, _) = crate::parse::parse(&source, FILE).unwrap();
    let Some(Stmt::Expr(last)) = tree.body.last() else { panic!("no expression in {text}") };
    Reader::new(&source, FILE, Some(&module)).signatures(&last.value).map_err(|error| located(error, &source))
}

/// An error with the text at its primary place.
fn located(error: Diagnostic, source: &Source) -> Box<Located> {
    let at = error.span().map_or("", |span| &source.text()[span.start as usize..span.end as usize]);
    let at = at.to_string();
    Box::new((error, at))
}

fn shown(declared: &Declared) -> String {
    match declared {
        Declared::Unknown => "?".to_string(),
        Declared::Ty(ty) => ty.name(),
        Declared::AnyRank(dtype) => format!("{}[…]", dtype.numpy_name()),
        Declared::Shaped(array, dims) => {
            let dim = |dim: &Dim| match dim {
                Dim::Any => ":".to_string(),
                Dim::Fixed(extent) => extent.to_string(),
                Dim::Named(name) => name.clone(),
            };
            format!("{}{{{}}}", array.dtype.numpy_name(), dims.iter().map(dim).collect::<Vec<_>>().join(", "))
        }
        Declared::Union(members) => members.iter().map(shown).collect::<Vec<_>>().join(" | "),
    }
}

fn shown_all(signatures: &[super::Signature]) -> String {
    let one = |signature: &super::Signature| {
        let args: Vec<_> = signature.args.iter().map(shown).collect();
        let result = signature.result.as_ref().map(|result| format!(" -> {}", shown(result))).unwrap_or_default();
        format!("({}){result}", args.join(", "))
    };
    signatures.iter().map(one).collect::<Vec<_>>().join("; ")
}

#[test]
fn ten_forms_of_numba_are_read() {
    for (text, expected) in [
        ("int32(int32[:])", "(int32[:]) -> int32"),
        ("'float64(float64[:, ::1])'", "(float64[:, ::1]) -> float64"),
        ("'void(f4[::1, :], i8, b1)'", "(float32[::1, :], int64, bool) -> None"),
        ("(int32, float64[:])", "(int32, float64[:])"),
        ("[int64(int64), 'f8(f8)']", "(int64) -> int64; (float64) -> float64"),
        ("('int32(int32)', int64(int64))", "(int32) -> int32; (int64) -> int64"),
        ("nb.types.Tuple((nb.float64, nb.intp))(nb.uintp)", "(uint64) -> (float64, int64)"),
        ("UniTuple(int64, 3)(UniTuple(f8, 1))", "((float64,)) -> (int64, int64, int64)"),
        ("float64(optional(float64))", "(float64 | None) -> float64"),
        (
            "types.void(types.Array(types.float32, 2, 'F'), types.Array(u1, 1, layout='A'))",
            "(float32[::1, :], uint8[:]) -> None",
        ),
    ] {
        assert_eq!(shown_all(&signatures(text).unwrap()), expected, "{text}");
    }
}

#[test]
fn annotations_are_read() {
    for (text, expected) in [
        ("float64[:, ::1]", "float64[:, ::1]"),
        ("'int32[()]'", "int32[()]"),
        ("np.float32", "float32"),
        ("int | None", "int | None"),
        ("Optional[float]", "float | None"),
        ("Union[int, 'float64[:]', None]", "int | float64[:] | None"),
        ("tuple[int, np.float32]", "(int, float32)"),
        ("np.ndarray[tuple[int, int], np.dtype[np.float32]]", "float32{:, :}"),
        ("np.ndarray[tuple[int, ...], np.dtype[np.int8]]", "int8[…]"),
        ("np.ndarray[Any, np.dtype[np.int8]]", "int8[…]"),
        ("npt.NDArray[np.float64]", "float64[…]"),
        ("Float64[np.ndarray, 'n m']", "float64{n, m}"),
        ("Float[Array, 'rows=4 3 _ n+1']", "float64{4, 3, :, :}"),
        ("Int32[Array, '...']", "int32[…]"),
        ("Annotated[float, 'metres']", "float"),
    ] {
        assert_eq!(shown_all(&signatures(text).unwrap()), format!("({expected})"), "{text}");
    }
}

#[test]
fn names_of_the_file_stand_for_types() {
    for (text, expected) in [
        ("Matrix = float64[:, ::1]\nMatrix", "(float64[:, ::1])"),
        ("Real = np.float32\nVector = Real[:]\nvoid(Vector, Real)", "(float32[:], float32) -> None"),
        ("signature = 'f8(f8)'\nsignature", "(float64) -> float64"),
        ("all = [int32(int32), int64(int64)]\nall", "(int32) -> int32; (int64) -> int64"),
        ("from numba import float64 as real\nreal(real[:])", "(float64[:]) -> float64"),
        ("type Pair = tuple[int, int]\nPair", "((int, int))"),
        ("from numpy import byte\nbyte", "(int8)"),
        ("from numba import byte\nbyte", "(uint8)"),
        ("np.byte", "(int8)"),
    ] {
        assert_eq!(shown_all(&signatures(text).unwrap()), expected, "{text}");
    }
}

#[test]
fn wrong_forms_are_pointed_at() {
    for (text, at, message) in [
        ("'float64(flaot64[:])'", "flaot64", "`flaot64` is not a type that npc knows"),
        ("nb.types.flaot64(int32)", "flaot64", "`nb.types.flaot64` is not a type that npc knows"),
        ("'float64(float64[:)'", ")", "`float64(float64[:)` is not a signature"),
        ("float64[::1, ::1]", "::1", "`::1` in this place is no memory order"),
        ("float64[:, ::1, :]", "::1", "`::1` in this place is no memory order"),
        ("float64[::2]", "::2", "`::2` is not an axis of an array type"),
        ("float64[3]", "3", "an extent is not part of an array type"),
        ("float64[..., :]", "...", "`...` leaves the number of axes open"),
        ("float64[1:]", "1:", "this is not an axis of an array type"),
        ("complex256(int32)", "complex256", "`complex256` is not supported yet"),
        ("float16[:]", "float16", "`float16` is not supported yet"),
        ("ListType(int64)", "ListType(int64)", "a list is not supported yet"),
        ("tuple[int, ...]", "tuple[int, ...]", "a tuple whose length is not known"),
        ("np.ndarray", "np.ndarray", "`np.ndarray` says neither the dtype nor the number of axes"),
        ("np.ndarray[int]", "np.ndarray[int]", "`np.ndarray[…]` takes a shape and a dtype"),
        ("npt.NDArray[np.floating]", "np.floating", "`floating` is a family of types"),
        ("UniTuple(int64, -1)", "-1", "this is not the length of a tuple"),
        ("Array(float64, 2, 'X')", "'X'", "this is not a memory order"),
        ("Array(float64)", "Array(float64)", "`Array` takes a dtype, a number of axes and a layout"),
        ("int32(x=int32)", "x=int32", "a keyword in a signature"),
        ("tuple[npt.NDArray[np.int8]]", "npt.NDArray[np.int8]", "the number of axes must be written here"),
        ("UniTuple(UniTuple(UniTuple(int64, 99), 99), 99)", "99", "a tuple with more than 500 members"),
        ("A = B\nB = A\nA", "A", "this type is defined by itself"),
    ] {
        let (error, place) = *signatures(text).unwrap_err();
        assert_eq!((place.as_str(), error.message.as_str()), (at, message), "{text}");
    }
}

// ---- Pythran

fn exports(text: &str) -> Result<String, Box<Located>> {
    let source = Source::new("test.py", text);
    let (_, comments) = crate::parse::parse(&source, FILE).unwrap();
    let mut all = Vec::new();
    for exports in pythran::exports(&source, FILE, &comments) {
        for export in exports.map_err(|error| located(error, &source))? {
            let optional: String = export.optional.iter().map(|(at, _)| format!(" ?{at}")).collect();
            all.push(format!("{}{}{optional}", export.name, shown_all(&[export.signature])));
        }
    }
    Ok(all.join("; "))
}

#[test]
fn pythrans_grammar_is_read() {
    for (text, expected) in [
        ("# pythran export f(float64[:,:], int)", "f(float64[:, :], int)"),
        ("#pythran export f()", "f()"),
        ("# pythran export f(float64[], int8[][])", "f(float64[:], int8[:, :])"),
        ("# pythran export f(float64[::], float32[:, ::])", "f(float64[:], float32[:, :])"),
        ("# pythran export f(float64[:,:] order(C), float[:, :] order(F))", "f(float64[:, ::1], float64[::1, :])"),
        ("# pythran export f(int or float or None)", "f(int | float | None)"),
        ("# pythran export f(int, float?)", "f(int, float) ?1"),
        ("# pythran export f((int, (float32, uint8[:])))", "f((int, (float32, uint8[:])))"),
        ("# pythran export f(int), g(numpy.int64)", "f(int); g(int64)"),
        ("# pythran export f(int,\n#                float)", "f(int, float)"),
        ("# pythran export f(float64[:, 3])", "f(float64{:, 3})"),
        ("x = '# pythran export f(int)'", ""),
        ("# pythran exporting is not this", ""),
    ] {
        assert_eq!(exports(text).unwrap(), expected, "{text}");
    }
}

#[test]
fn wrong_exports_are_pointed_at() {
    for (text, at, message) in [
        ("# pythran export f(flaot64[:])", "flaot64", "`flaot64` is not a type that npc knows"),
        ("# pythran export f(float64 list)", "float64 list", "a list is not supported yet"),
        ("# pythran export f(int set)", "int set", "a set is not supported yet"),
        ("# pythran export f(str:int dict)", "str", "a dict is not supported yet"),
        ("# pythran export f(int:int dict)", "int", "a dict is not supported yet"),
        ("# pythran export f(int(int))", "int", "a function as an argument is not supported yet"),
        ("# pythran export f(slice)", "slice", "a slice as an argument is not supported yet"),
        ("# pythran export f(float128[:])", "float128", "`float128` is not supported yet"),
        ("# pythran export capsule f(int)", "capsule", "`pythran export capsule` is not supported yet"),
        ("# pythran export f", "f", "`f` is exported without the types of its parameters"),
        ("# pythran export f(int) g(int)", "g", "`,` or the end of the comment expected in this export"),
        ("# pythran export f(int float)", "f", "`,` or `)` expected in this export"),
        ("# pythran export f(float64[x])", "x", "`:` or an extent expected in this export"),
        ("# pythran export f(float64[:] order(X))", "X", "this is not a memory order"),
        ("# pythran export f((int, float)[:])", "(int, float)", "this is not the type of an array's elements"),
    ] {
        let (error, place) = *exports(text).unwrap_err();
        assert_eq!((place.as_str(), error.message.as_str()), (at, message), "{text}");
    }
}

// ---- printing and reading

/// A type made of the digits of a number: every number is one, and small numbers are simple types.
fn numbered(mut n: u64, depth: u32) -> Ty {
    let mut digit = |base: u64| {
        let digit = n % base;
        n /= base;
        digit
    };
    let dtype = DType::ALL[digit(11) as usize];
    match digit(if depth > 0 { 5 } else { 4 }) {
        0 => Ty::None,
        // NumPy's `bool` and Python's have one name.
        1 => Ty::Scalar { dtype, weak: dtype == DType::Bool },
        2 => Ty::Scalar { dtype: [DType::Bool, DType::I64, DType::F64][digit(3) as usize], weak: true },
        3 => {
            let layout = [Layout::ANY, Layout::C, Layout::F][digit(3) as usize];
            Ty::Array(ArrayType::new(dtype, digit(6) as u8, layout))
        }
        _ => Ty::Tuple((0..digit(4)).map(|k| numbered(n.wrapping_mul(k + 3), depth - 1)).collect()),
    }
}

#[test]
fn a_printed_type_is_read_as_what_it_was() {
    let mut n: u64 = 1;
    for round in 0..20_000 {
        n = n.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let ty = numbered(if round < 2000 { round } else { n >> 11 }, 3);
        let source = Source::new("test.py", ty.name());
        let parsed = crate::parse::parse_expression(source.text()).unwrap_or_else(|| panic!("{}", ty.name()));
        assert_eq!(Reader::new(&source, FILE, None).ty(&parsed), Ok(ty.clone()), "{}", ty.name());
    }
}
