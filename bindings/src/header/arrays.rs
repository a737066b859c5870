//! Descriptors of arrays: a struct with its constructors for each dtype and rank that the module has.

use npc_midend::interface::{Interface, Shape};
use npc_midend::types::DType;
use std::collections::BTreeSet;

/// The declarations of every array type in the interface, and of complex numbers if there are some.
pub fn declare(interface: &Interface) -> String {
    let mut types = BTreeSet::new();
    let mut numbers = BTreeSet::new();
    for function in &interface.functions {
        let shapes = function.params.iter().map(|param| &param.shape).chain([&function.result]);
        for shape in shapes {
            add(shape, &mut types);
            add_complex(shape, &mut numbers);
        }
    }
    let numbers: String = numbers.into_iter().map(declare_complex).collect();
    numbers + &types.into_iter().map(|(dtype, rank)| declare_one(dtype, rank)).collect::<String>()
}

fn add_complex(shape: &Shape, to: &mut BTreeSet<DType>) {
    match shape {
        Shape::Scalar { dtype, .. } if dtype.is_complex() => drop(to.insert(*dtype)),
        Shape::Array(ty) if ty.dtype.is_complex() => drop(to.insert(ty.dtype)),
        Shape::Tuple(members) => members.iter().for_each(|member| add_complex(member, to)),
        _ => {}
    }
}

/// The layout of C99's `double complex` and of C++'s `std::complex<double>`.
fn declare_complex(dtype: DType) -> String {
    let (name, guard) = (element(dtype), element(dtype).to_uppercase());
    let part = if dtype == DType::C64 { "float" } else { "double" };
    format!(
        "\n#ifndef {guard}\n#define {guard}\n/** A {} number, laid out as `{part} complex` and `std::complex<{part}>`. \
         */\ntypedef struct {name} {{\n  {part} re;\n  {part} im;\n}} {name};\n#endif\n",
        dtype.numpy_name()
    )
}

fn add(shape: &Shape, to: &mut BTreeSet<(DType, u8)>) {
    match shape {
        Shape::Str => drop(to.insert((DType::U8, 1))),
        Shape::Array(ty) => drop(to.insert((ty.dtype, ty.rank))),
        Shape::Tuple(members) => members.iter().for_each(|member| add(member, to)),
        _ => {}
    }
}

/// The name of a descriptor: `npc_float64_2d`.
pub fn name(dtype: DType, rank: u8) -> String {
    format!("npc_{}_{rank}d", dtype.numpy_name())
}

/// The type of one element in C.
pub fn element(dtype: DType) -> &'static str {
    match dtype {
        DType::Bool => "bool",
        DType::I8 => "int8_t",
        DType::I16 => "int16_t",
        DType::I32 => "int32_t",
        DType::I64 => "int64_t",
        DType::U8 => "uint8_t",
        DType::U16 => "uint16_t",
        DType::U32 => "uint32_t",
        DType::U64 => "uint64_t",
        DType::F32 => "float",
        DType::F64 => "double",
        DType::C64 => "npc_complex64",
        DType::C128 => "npc_complex128",
    }
}

fn declare_one(dtype: DType, rank: u8) -> String {
    let name = name(dtype, rank);
    let guard = name.to_uppercase();
    let makers = Makers { name: &name, element: element(dtype), rank };
    let mut text = format!("\n#ifndef {guard}\n#define {guard}\n");
    text.push_str(&structure(&makers, dtype));
    text.push_str(&makers.strided());
    text.push_str(&makers.of());
    if rank > 1 {
        text.push_str(&makers.fortran());
    }
    text.push_str("#endif\n");
    text
}

fn structure(makers: &Makers<'_>, dtype: DType) -> String {
    let Makers { name, element, rank } = makers;
    let axes = match rank {
        // C has no arrays of length 0.
        0 => String::new(),
        rank => format!("  int64_t shape[{rank}];\n  int64_t strides[{rank}]; /* in bytes */\n"),
    };
    format!(
        "/** An array of {} with {rank} {}. */\ntypedef struct {name} {{\n  void *parent; /* of a result, for npc_release; NULL: \
         lent by the caller */\n  int64_t nitems;\n  int64_t itemsize;\n  {element} *data;\n{axes}}} {name};\n\n",
        dtype.numpy_name(),
        if *rank == 1 { "axis" } else { "axes" },
    )
}

/// The constructors of a descriptor.
struct Makers<'a> {
    name: &'a str,
    element: &'static str,
    rank: u8,
}

impl Makers<'_> {
    fn strided(&self) -> String {
        let Makers { name, element, rank } = self;
        let axes = 0..*rank;
        let strides: String = axes.clone().map(|axis| format!(", int64_t s{axis}")).collect();
        let product: String = axes.clone().map(|axis| format!(" * n{axis}")).collect();
        let fields: String =
            axes.map(|axis| format!("  array.shape[{axis}] = n{axis};\n  array.strides[{axis}] = s{axis};\n")).collect();
        format!(
            "/** Any elements: extents, then strides in bytes. Data of an argument that is written must not be constant. */\n\
             static inline {name} {name}_strided(const {element} *data{}{strides}) {{\n  {name} array;\n  array.parent = \
             NULL;\n  array.nitems = 1{product};\n  array.itemsize = (int64_t)sizeof({element});\n  array.data = ({element} \
             *)(uintptr_t)data;\n{fields}  return array;\n}}\n\n",
            self.extents(),
        )
    }

    fn of(&self) -> String {
        self.contiguous("of", "Elements one after the other, the last axis first (C order).", &|axis| axis + 1..self.rank)
    }

    fn fortran(&self) -> String {
        self.contiguous("of_fortran", "Elements one after the other, the first axis first.", &|axis| 0..axis)
    }

    /// `inner` names the axes that are walked before this one is.
    fn contiguous(&self, suffix: &str, doc: &str, inner: &dyn Fn(u8) -> std::ops::Range<u8>) -> String {
        let Makers { name, element, rank } = self;
        let extents: String = (0..*rank).map(|axis| format!(", n{axis}")).collect();
        let stride = |axis| {
            let product: String = inner(axis).map(|axis| format!(" * n{axis}")).collect();
            format!(", (int64_t)sizeof({element}){product}")
        };
        let strides: String = (0..*rank).map(stride).collect();
        format!(
            "/** {doc} */\nstatic inline {name} {name}_{suffix}(const {element} *data{}) {{\n  return \
             {name}_strided(data{extents}{strides});\n}}\n",
            self.extents(),
        )
    }

    fn extents(&self) -> String {
        (0..self.rank).map(|axis| format!(", int64_t n{axis}")).collect()
    }
}
