//! Reading and writing little-endian fields of records and descriptors.

use npc_midend::types::DType;

/// The 64-bit field at `at`; 0 behind the end.
pub fn field(bytes: &[u8], at: usize) -> u64 {
    let word = bytes.get(at..at.saturating_add(8)).and_then(|word| word.try_into().ok());
    word.map_or(0, u64::from_le_bytes)
}

/// Sets the 64-bit field at `at`, if it is there.
pub fn set_field(bytes: &mut [u8], at: usize, value: u64) {
    if let Some(word) = bytes.get_mut(at..at.saturating_add(8)) {
        word.copy_from_slice(&value.to_le_bytes());
    }
}

/// The bits of a scalar whose low bytes are `word`: integers are extended to 64 bits by their sign.
pub fn extend(dtype: DType, word: u64) -> u64 {
    match dtype {
        DType::Bool => u64::from(word & 0xff != 0),
        DType::I8 => word as i8 as u64,
        DType::I16 => word as i16 as u64,
        DType::I32 => word as i32 as u64,
        DType::U8 => word & 0xff,
        DType::U16 => word & 0xffff,
        DType::U32 | DType::F32 => word & 0xffff_ffff,
        DType::I64 | DType::U64 | DType::F64 | DType::C64 | DType::C128 => word,
    }
}
