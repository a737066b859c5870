//! The header of a `.npy` file.
//!
//! ```text
//! \x93NUMPY, version (2 bytes), length (2 or 4 bytes, little-endian), then so many bytes of text:
//! {'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }      (spaces, newline)
//! ```

use super::NpyError;
use crate::literal::Parser;
use crate::{DType, Order, Value};

const MAGIC: &[u8] = b"\x93NUMPY";
/// Data begin at a multiple of this.
const ALIGNMENT: usize = 64;
/// `np.save` leaves room for the axis that a file grows along.
const GROWTH_DIGITS: usize = 21;

/// What a header says.
pub(super) struct Header {
    pub dtype: DType,
    pub big_endian: bool,
    pub order: Order,
    pub shape: Vec<usize>,
}

impl Header {
    /// Reads the header; also returns the data, which follow it.
    pub fn read(file: &[u8]) -> Result<(Self, &[u8]), NpyError> {
        let after_magic = file.strip_prefix(MAGIC).ok_or(NpyError::NotNpy)?;
        let cut_off = |expected| NpyError::CutOffHeader { expected, actual: file.len() };
        let (&[major, minor], rest) = after_magic.split_first_chunk().ok_or_else(|| cut_off(10))?;
        let (length, rest) = match (major, minor) {
            (1, 0) => {
                let (length, rest) = rest.split_first_chunk().ok_or_else(|| cut_off(10))?;
                (u16::from_le_bytes(*length).into(), rest)
            }
            (2 | 3, 0) => {
                let (length, rest) = rest.split_first_chunk().ok_or_else(|| cut_off(12))?;
                (u32::from_le_bytes(*length) as usize, rest)
            }
            _ => return Err(NpyError::UnknownVersion { major, minor }),
        };
        let start = file.len() - rest.len();
        let (text, data) = rest.split_at_checked(length).ok_or_else(|| cut_off(start.saturating_add(length)))?;
        let text = std::str::from_utf8(text).map_err(|_| NpyError::HeaderEncoding)?;
        Ok((Self::parse(text)?, data))
    }

    /// Reads the dict. Keys other than the three are ignored.
    fn parse(text: &str) -> Result<Self, NpyError> {
        let (mut descr, mut fortran, mut shape) = (None, None, None);
        let mut parser = Parser::new(text);
        parser.expect('{')?;
        while !parser.eat('}') {
            let key = parser.value()?;
            parser.expect(':')?;
            let value = parser.value()?;
            match key {
                Value::Str(key) if key == "descr" => descr = Some(value),
                Value::Str(key) if key == "fortran_order" => fortran = Some(value),
                Value::Str(key) if key == "shape" => shape = Some(value),
                _ => {}
            }
            if !parser.eat(',') {
                parser.expect('}')?;
                break;
            }
        }
        parser.expect_end()?;
        let Some(Value::Bool(fortran)) = fortran else {
            return Err(NpyError::HeaderKey("fortran_order"));
        };
        let shape = shape.and_then(sizes).ok_or(NpyError::HeaderKey("shape"))?;
        let (dtype, big_endian) = dtype(&descr.ok_or(NpyError::HeaderKey("descr"))?)?;
        Ok(Self { dtype, big_endian, order: if fortran { Order::Fortran } else { Order::C }, shape })
    }

    /// The bytes of the header, which are those that `np.save` writes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let fortran = self.order == Order::Fortran;
        let growing = if fortran { self.shape.last() } else { self.shape.first() };
        let room = growing.map_or(0, |n| GROWTH_DIGITS.saturating_sub(n.to_string().len()));
        let text = format!(
            "{{'descr': '{}', 'fortran_order': {}, 'shape': {}, }}{:room$}",
            self.dtype.descr(),
            if fortran { "True" } else { "False" },
            crate::print::shape(&self.shape),
            "",
        );
        // Even 64 axes of 20 digits stay far below the limit of version 1.0, 64 KiB.
        let unpadded = MAGIC.len() + 4 + text.len() + 1;
        let padding = ALIGNMENT - unpadded % ALIGNMENT;
        let length = (text.len() + padding + 1) as u16;
        [MAGIC, &[1, 0], &length.to_le_bytes(), text.as_bytes(), &vec![b' '; padding], b"\n"].concat()
    }
}

fn sizes(shape: Value) -> Option<Vec<usize>> {
    let (Value::Tuple(axes) | Value::List(axes)) = shape else {
        return None;
    };
    let size = |axis| {
        if let Value::Int(n) = axis { usize::try_from(n).ok() } else { None }
    };
    axes.into_iter().map(size).collect()
}

/// The dtype that a type string such as `>f8` names, and whether it is big-endian.
fn dtype(descr: &Value) -> Result<(DType, bool), NpyError> {
    let unsupported = || NpyError::UnsupportedDType { descr: described(descr) };
    let Value::Str(text) = descr else {
        return Err(unsupported());
    };
    let name = text.trim_start_matches(['<', '>', '|', '=']);
    let same = |dtype: &DType| dtype.descr().get(1..) == Some(name);
    let dtype = DType::ALL.into_iter().find(same).ok_or_else(unsupported)?;
    Ok((dtype, text.starts_with('>')))
}

fn described(descr: &Value) -> String {
    match descr {
        Value::Str(text) => text.clone(),
        record => record.repr(),
    }
}
