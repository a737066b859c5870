//! Arguments of a call: checked against the signature, then brought into the form of the binary interface.

use npc_midend::abi::descriptor;
use npc_midend::host::{Arg, ArrayArg, byte_range};
use npc_midend::interface::{Param, Shape};
use npc_midend::types::{ArrayType, DType, Layout};

/// Alignment of lent memory, as of the buffers that compiled code allocates.
const ALIGN: usize = 16;

/// A machine argument.
pub enum Word<'a> {
    /// Bits of a scalar.
    Scalar(u64),
    /// An array with the type that the function was compiled for; it lies within its buffer.
    Array(&'a ArrayArg, ArrayType),
}

/// Checks the arguments and puts the members of tuples one after the other.
pub fn check<'a>(params: &[Param], args: &'a [Arg], buffers: &[Vec<u8>]) -> Result<Vec<Word<'a>>, String> {
    if params.len() != args.len() {
        return Err(format!("expected {} arguments, got {}", params.len(), args.len()));
    }
    let mut words = Vec::new();
    for (param, arg) in params.iter().zip(args) {
        check_one(&param.shape, arg, buffers, &mut words).map_err(|error| format!("{}: {error}", param.name))?;
    }
    Ok(words)
}

fn check_one<'a>(shape: &Shape, arg: &'a Arg, buffers: &[Vec<u8>], to: &mut Vec<Word<'a>>) -> Result<(), String> {
    match (shape, arg) {
        (Shape::None, _) => Ok(()),
        (Shape::Scalar { dtype, .. }, Arg::Scalar(bits)) if !dtype.is_complex() => {
            to.push(Word::Scalar(extend(*dtype, *bits)));
            Ok(())
        }
        (Shape::Scalar { dtype, .. }, Arg::Complex(parts)) if dtype.is_complex() => {
            to.extend(parts.map(Word::Scalar));
            Ok(())
        }
        (Shape::Array(ty), Arg::Array(array)) => {
            check_array(*ty, array, buffers)?;
            to.push(Word::Array(array, *ty));
            Ok(())
        }
        (Shape::Str, Arg::Array(array)) => {
            check_array(Shape::STR_ARRAY, array, buffers)?;
            to.push(Word::Array(array, Shape::STR_ARRAY));
            Ok(())
        }
        (Shape::Tuple(shapes), Arg::Tuple(args)) if shapes.len() == args.len() => {
            shapes.iter().zip(args).try_for_each(|(shape, arg)| check_one(shape, arg, buffers, to))
        }
        (expected, _) => Err(format!("expected {}", expected.name())),
    }
}

/// The bits of a dtype as the interface has them: integers sign- or zero-extended, bool 0 or 1.
pub fn extend(dtype: DType, bits: u64) -> u64 {
    match dtype {
        DType::Bool => u64::from(bits as u8 != 0),
        DType::I8 => bits as i8 as u64,
        DType::I16 => bits as i16 as u64,
        DType::I32 => bits as i32 as u64,
        DType::U8 => bits & 0xFF,
        DType::U16 => bits & 0xFFFF,
        DType::U32 | DType::F32 => bits & 0xFFFF_FFFF,
        DType::I64 | DType::U64 | DType::F64 | DType::C64 | DType::C128 => bits,
    }
}

fn check_array(ty: ArrayType, array: &ArrayArg, buffers: &[Vec<u8>]) -> Result<(), String> {
    let rank = usize::from(ty.rank);
    if array.dtype != ty.dtype || array.shape.len() != rank || array.strides.len() != rank {
        let (dtype, got) = (array.dtype.numpy_name(), array.shape.len());
        return Err(format!("expected {}, got {dtype} with {got} axes", Shape::Array(ty).name()));
    }
    let buffer = buffers.get(array.buffer).ok_or("its buffer is not there")?;
    if !array.shape.contains(&0) {
        let inside = |(low, high): (i64, i64)| low >= 0 && usize::try_from(high).is_ok_and(|high| high <= buffer.len());
        byte_range(array).filter(|range| inside(*range)).ok_or("it does not lie within its buffer")?;
    }
    let bytes = array.shape.iter().try_fold(u64::from(ty.dtype.itemsize()), |n, extent| n.checked_mul(*extent as u64));
    bytes.filter(|bytes| i64::try_from(*bytes).is_ok()).ok_or("it has too many elements")?;
    let strides = contiguous(array, ty.layout);
    let known = known_axes(ty);
    let matters = |axis: &usize| array.shape[*axis] > 1 && !array.shape.contains(&0);
    if known.filter(matters).any(|axis| array.strides[axis] as i64 != strides[axis]) {
        return Err(format!("expected {}, got other strides", Shape::Array(ty).name()));
    }
    Ok(())
}

/// The axes whose strides the layout determines.
pub fn known_axes(ty: ArrayType) -> std::ops::Range<usize> {
    let rank = usize::from(ty.rank);
    match ty.layout {
        Layout::C | Layout::F => 0..rank,
        Layout::Trailing(n) => rank.saturating_sub(usize::from(n))..rank,
    }
}

/// The strides of a contiguous array of this shape, in F order if the layout is, else in C order.
fn contiguous(array: &ArrayArg, layout: Layout) -> Vec<i64> {
    let rank = array.shape.len();
    let mut strides = vec![0; rank];
    let mut stride = i64::from(array.dtype.itemsize());
    for step in 0..rank {
        let axis = if layout == Layout::F { step } else { rank - 1 - step };
        strides[axis] = stride;
        stride = stride.wrapping_mul(array.shape[axis].max(1) as i64);
    }
    strides
}

/// Arguments in machine form. It can only be made of checked ones, so its addresses are good for a call.
pub struct Prepared<'a> {
    words: Vec<u64>,
    lent: Vec<Lent<'a>>,
    /// Descriptors that `words` points to; never moved.
    _descriptors: Vec<Box<[u64]>>,
}

impl<'a> Prepared<'a> {
    /// Lends the buffers to a call with these arguments, which [`check`] has made of the same buffers.
    pub fn new(args: &[Word<'_>], buffers: &'a mut [Vec<u8>]) -> Prepared<'a> {
        let mut lent: Vec<_> = buffers.iter_mut().map(Lent::new).collect();
        let mut descriptors = Vec::new();
        let mut words = Vec::new();
        for arg in args {
            words.push(match arg {
                Word::Scalar(bits) => *bits,
                Word::Array(array, ty) => {
                    let mut descriptor = describe(array, *ty, &mut lent[array.buffer]).into_boxed_slice();
                    let address = descriptor.as_mut_ptr().expose_provenance() as u64;
                    descriptors.push(descriptor);
                    address
                }
            });
        }
        Prepared { words, lent, _descriptors: descriptors }
    }

    /// One word for each machine argument.
    pub fn words(&self) -> &[u64] {
        &self.words
    }

    /// Ends the loan: what the call has written is in the buffers afterwards.
    pub fn give_back(self) {
        self.lent.into_iter().for_each(Lent::give_back);
    }
}

fn describe(array: &ArrayArg, ty: ArrayType, lent: &mut Lent<'_>) -> Vec<u64> {
    let mut words = vec![0; descriptor::size(ty.rank) as usize / 8];
    let mut set = |offset: u32, value: u64| words[offset as usize / 8] = value;
    set(descriptor::NITEMS, array.shape.iter().product::<usize>() as u64);
    set(descriptor::ITEMSIZE, u64::from(ty.dtype.itemsize()));
    set(descriptor::DATA, lent.address(array.offset));
    let canonical = contiguous(array, ty.layout);
    let known = known_axes(ty);
    for axis in 0..ty.rank {
        let at = usize::from(axis);
        // An axis of extent 1 may have any stride; code that relies on the layout may use it all the same.
        let stride = if known.contains(&at) { canonical[at] } else { array.strides[at] as i64 };
        set(descriptor::shape(axis), array.shape[at] as u64);
        set(descriptor::stride(axis, ty.rank), stride as u64);
    }
    words
}

/// A buffer in the hands of compiled code: the caller's memory, or an aligned copy where that is not aligned.
struct Lent<'a> {
    buffer: &'a mut Vec<u8>,
    copy: Option<(Vec<u8>, usize)>,
}

impl<'a> Lent<'a> {
    fn new(buffer: &'a mut Vec<u8>) -> Lent<'a> {
        let aligned = buffer.as_ptr().addr().is_multiple_of(ALIGN);
        let copy = (!aligned).then(|| {
            let mut copy = vec![0; buffer.len() + ALIGN];
            let start = copy.as_ptr().addr().next_multiple_of(ALIGN) - copy.as_ptr().addr();
            copy[start..start + buffer.len()].copy_from_slice(buffer);
            (copy, start)
        });
        Lent { buffer, copy }
    }

    /// The address of a byte; that of the start for offsets outside, which only arrays without elements have.
    fn address(&mut self, offset: usize) -> u64 {
        let offset = if offset < self.buffer.len() { offset } else { 0 };
        let base = match &mut self.copy {
            Some((copy, start)) => copy.as_mut_ptr().wrapping_add(*start),
            None => self.buffer.as_mut_ptr(),
        };
        base.wrapping_add(offset).expose_provenance() as u64
    }

    fn give_back(self) {
        if let Some((copy, start)) = self.copy {
            let len = self.buffer.len();
            self.buffer.copy_from_slice(&copy[start..start + len]);
        }
    }
}
