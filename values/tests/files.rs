//! Files that are damaged, foreign or cut off: an error each, never a panic. Good files are in `goldens.txt`.

use npc_values::{ArrayValue, DType, npy, npz};

/// A file of version 1.0 with this header and these data.
fn file(header: &str, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(header.len()).unwrap().to_le_bytes();
    [b"\x93NUMPY\x01\x00", length.as_slice(), header.as_bytes(), data].concat()
}

#[track_caller]
fn check(file: &[u8], expected: &str) {
    let outcome = npy::read(file).map_or_else(|error| error.to_string(), |array| array.repr());
    assert_eq!(outcome, expected);
}

#[track_caller]
fn check_header(header: &str, expected: &str) {
    check(&file(header, &[0; 16]), expected);
}

fn sample() -> ArrayValue {
    ArrayValue::from_contiguous(DType::Float64, vec![3, 4], vec![0; 96]).unwrap()
}

#[test]
fn cut_off_files_say_what_is_missing() {
    let whole = npy::write(&sample());
    check(&whole[..4], "this is not a .npy file: it does not start with `\\x93NUMPY`");
    check(&whole[..9], "the file is cut off: its header takes 10 bytes and 9 are there");
    check(&whole[..20], "the file is cut off: its header takes 128 bytes and 20 are there");
    check(&whole[..178], "the file is cut off: float64 data of shape (3, 4) takes 96 bytes and 50 are there");
    for length in 0..whole.len() {
        assert!(npy::read(&whole[..length]).is_err());
    }
}

#[test]
fn no_damaged_byte_makes_it_panic() {
    let whole = npy::write(&sample());
    for at in 0..whole.len() {
        for byte in 0..=255 {
            let mut damaged = whole.clone();
            damaged[at] = byte;
            let _ = npy::read(&damaged).map(|array| array.repr());
        }
    }
}

#[test]
fn foreign_types_are_named() {
    let unsupported = |descr: &str| {
        let header = format!("{{'descr': {descr}, 'fortran_order': False, 'shape': (2,)}}");
        npy::read(&file(&header, &[0; 64])).unwrap_err().to_string()
    };
    assert!(unsupported("'<f2'").starts_with("dtype `<f2` is not supported; these are: bool, int8, "));
    for descr in ["'|O'", "'<U5'", "'<M8[s]'", "'<f16'", "'f'", "''", "'<'", "'é'"] {
        assert!(unsupported(descr).contains("is not supported"), "{descr}");
    }
    assert!(unsupported("[('x', '<f8')]").starts_with("dtype `[('x', '<f8')]` is not supported"));
}

#[test]
fn headers_are_checked() {
    check_header("{'descr': '<i4', 'fortran_order': False, 'shape': (2,)}", "array([0, 0], dtype=int32)");
    check_header("{'shape': (), 'fortran_order': True, 'descr': 'i8', 'more': 1, }  \n", "array(0)");
    check_header("", "the header is malformed: expected `{`, found nothing, at offset 0");
    check_header("{}", "the header has no valid `fortran_order`");
    check_header("{'descr': 'i8', 'fortran_order': 0, 'shape': ()}", "the header has no valid `fortran_order`");
    check_header("{'descr': 'i8', 'fortran_order': False, 'shape': (-1,)}", "the header has no valid `shape`");
    check_header("{'descr': 'i8', 'fortran_order': False, 'shape': 3}", "the header has no valid `shape`");
    check_header("{'fortran_order': False, 'shape': (3,)}", "the header has no valid `descr`");
    check_header("{'descr': '<i4' 'shape': ()}", "the header is malformed: expected `}`, found `:`, at offset 23");
    let nested = "{'descr': ".to_owned() + &"[".repeat(60_000);
    check_header(&nested, "the header is malformed: brackets are nested more than 200 deep, at offset 210");
    check(b"\x93NUMPY\x07\x00\x00\x00", "version 7.0 of the .npy format is not known");
    check(b"\x93NUMPY\x02\x00\xff\xff\xff\xff", "the file is cut off: its header takes 4294967307 bytes and 12 are there");
}

#[test]
fn shapes_beyond_memory_are_errors() {
    let shaped = |shape: &str| format!("{{'descr': '<f8', 'fortran_order': True, 'shape': {shape}}}");
    let n = "4294967296";
    check_header(&shaped(&format!("({n}, {n})")), "an array of shape (4294967296, 4294967296) is too big");
    check_header(&shaped(&format!("(0, {n}, {n})")), "an array of shape (0, 4294967296, 4294967296) is too big");
    check_header(&shaped(&format!("({})", "1, ".repeat(65))), "an array has at most 64 dimensions, not 65");
}

#[test]
fn bools_are_zero_or_one() {
    let header = "{'descr': '|b1', 'fortran_order': False, 'shape': (3,)}";
    let array = npy::read(&file(header, &[0, 1, 255])).unwrap();
    assert_eq!(array.to_bytes(), [0, 1, 1]);
}

#[test]
fn views_are_written_without_gaps() {
    let matrix = ArrayValue::from_contiguous(DType::UInt8, vec![2, 3], vec![0, 1, 2, 3, 4, 5]).unwrap();
    let data = matrix.data().clone();
    let column = ArrayValue::from_parts(DType::UInt8, vec![2], vec![3], 1, data).unwrap();
    assert_eq!(npy::read(&npy::write(&column)).unwrap().to_bytes(), [1, 4]);
    let turned = npy::write(&matrix.transposed());
    assert!(turned.ends_with(&[0, 1, 2, 3, 4, 5]));
    assert_eq!(npy::read(&turned).unwrap().strides(), [1, 3]);
}

#[test]
fn damaged_archives_are_errors() {
    let whole = npz::write(&[("arr_0".to_owned(), sample()), ("arr_1".to_owned(), sample())]).unwrap();
    assert_eq!(npz::read(&whole).unwrap().len(), 2);
    assert!(npz::read(b"").is_err());
    for length in 0..whole.len() {
        assert!(npz::read(&whole[..length]).is_err());
    }
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 0xff;
        // Some bytes do not matter; none makes it panic.
        let _ = npz::read(&damaged);
    }
    assert_eq!(npz::read(&npz::write(&[]).unwrap()).unwrap(), []);
    assert!(npz::write(&[("a".to_owned(), sample()), ("a".to_owned(), sample())]).is_err());
}
