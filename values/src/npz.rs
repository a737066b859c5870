//! NumPy's `.npz` files: zip archives of `.npy` files.

use std::io::{Cursor, Read, Write};

use thiserror::Error;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::ArrayValue;
use crate::npy::{self, NpyError};

/// Why bytes are no `.npz` file that npc can use, or arrays cannot be written into one.
#[derive(Debug, Error)]
pub enum NpzError {
    /// Not a zip archive, or a damaged one.
    #[error("this is not a .npz file: {0}")]
    Zip(#[from] ZipError),
    /// A member that cannot be decompressed.
    #[error("`{name}` in the .npz file cannot be read: {source}")]
    Damaged {
        /// The member's name.
        name: String,
        /// What the decompression says.
        source: std::io::Error,
    },
    /// A member that is not an array.
    #[error("`{name}` in the .npz file: {source}")]
    Member {
        /// The member's name.
        name: String,
        /// What is wrong with it.
        source: NpyError,
    },
}

/// Reads the arrays in the bytes of a `.npz` file, in the order of the file; their names are without `.npy`.
pub fn read(file: &[u8]) -> Result<Vec<(String, ArrayValue)>, NpzError> {
    let mut archive = ZipArchive::new(Cursor::new(file))?;
    (0..archive.len()).map(|index| read_member(&mut archive, index)).collect()
}

fn read_member(archive: &mut ZipArchive<Cursor<&[u8]>>, index: usize) -> Result<(String, ArrayValue), NpzError> {
    let mut member = archive.by_index(index)?;
    let name = member.name().to_owned();
    let mut bytes = vec![];
    if let Err(source) = member.read_to_end(&mut bytes) {
        return Err(NpzError::Damaged { name, source });
    }
    match npy::read(&bytes) {
        Ok(array) => Ok((name.strip_suffix(".npy").unwrap_or(&name).to_owned(), array)),
        Err(source) => Err(NpzError::Member { name, source }),
    }
}

/// The bytes of a `.npz` file that holds the arrays, uncompressed, as `np.savez(file, **arrays)` does.
///
/// The result depends on the arrays only, not on the time. Two arrays of the same name are an error.
pub fn write(arrays: &[(String, ArrayValue)]) -> Result<Vec<u8>, NpzError> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut archive = ZipWriter::new(Cursor::new(vec![]));
    for (name, array) in arrays {
        let bytes = npy::write(array);
        archive.start_file(format!("{name}.npy"), options.large_file(bytes.len() >= u32::MAX as usize))?;
        archive.write_all(&bytes).map_err(ZipError::Io)?;
    }
    Ok(archive.finish()?.into_inner())
}
