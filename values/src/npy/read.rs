//! Reading `.npy` files.

use super::NpyError;
use super::header::Header;
use crate::array::byte_size;
use crate::{ArrayValue, DType};

/// Reads the array in the bytes of a `.npy` file. Bytes behind the last element are ignored, as in NumPy.
pub fn read(file: &[u8]) -> Result<ArrayValue, NpyError> {
    let (Header { dtype, big_endian, order, shape }, data) = Header::read(file)?;
    let expected = byte_size(dtype, &shape)?;
    let Some(data) = data.get(..expected) else {
        return Err(NpyError::CutOffData { dtype, shape, expected, actual: data.len() });
    };
    let mut data = data.to_vec();
    if big_endian {
        data.chunks_exact_mut(dtype.swapped_unit()).for_each(<[u8]>::reverse);
    }
    if dtype == DType::Bool {
        // Code that reads a bool relies on its being 0 or 1.
        data.iter_mut().for_each(|byte| *byte = (*byte != 0).into());
    }
    Ok(ArrayValue::from_ordered(dtype, shape, order, data)?)
}
