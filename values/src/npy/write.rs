//! Writing `.npy` files.

use super::header::Header;
use crate::{ArrayValue, Order};

/// The bytes of the `.npy` file that `np.save` would write. An array in Fortran order stays in that order.
pub fn write(array: &ArrayValue) -> Vec<u8> {
    let fortran = array.is_contiguous(Order::Fortran) && !array.is_contiguous(Order::C);
    let order = if fortran { Order::Fortran } else { Order::C };
    let header = Header { dtype: array.dtype(), big_endian: false, order, shape: array.shape().to_vec() };
    let mut file = header.to_bytes();
    if fortran {
        file.extend_from_slice(array.span());
    } else {
        file.extend_from_slice(&array.to_bytes());
    }
    file
}
