//! Compares printing, literals and files with NumPy, case by case, from a file that `make_goldens.py` wrote.
//!
//! Another file than the committed one can be named by the variable `NPC_VALUES_GOLDENS`.

use npc_values::{ArrayValue, DType, Order, Scalar, Value, npy, npz, parse_literal};

/// What one case makes.
enum Made {
    Value(Value),
    /// Arrays by name; only their repr is compared.
    Archive(Vec<(String, ArrayValue)>),
}

#[test]
fn everything_is_as_numpy_has_it() {
    let committed = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/goldens.txt");
    let path = std::env::var("NPC_VALUES_GOLDENS").unwrap_or(committed.to_owned());
    let text = std::fs::read_to_string(path).unwrap();
    let cases = cases(&text);
    assert!(cases.len() > 1000, "only {} cases", cases.len());
    let failures: Vec<_> = cases.iter().filter_map(failure).collect();
    let shown = failures.iter().take(20).cloned().collect::<Vec<_>>().join("\n");
    assert!(failures.is_empty(), "{} of {} cases differ:\n{shown}", failures.len(), cases.len());
}

/// Every case: its first line and its expectations, a mark and a text each.
fn cases(text: &str) -> Vec<(&str, Vec<(&str, String)>)> {
    let mut cases: Vec<(&str, Vec<(&str, String)>)> = vec![];
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let Some((mark @ ("s" | "r" | "h"), line)) = line.split_once('|') else {
            cases.push((line, vec![]));
            continue;
        };
        let expectations = &mut cases.last_mut().unwrap().1;
        match expectations.last_mut() {
            Some((last, text)) if *last == mark => *text += &format!("\n{line}"),
            _ => expectations.push((mark, line.to_owned())),
        }
    }
    cases
}

fn failure((maker, expectations): &(&str, Vec<(&str, String)>)) -> Option<String> {
    if let Some(source) = maker.strip_prefix("rejected ") {
        return parse_literal(source).ok().map(|value| format!("{maker}\nis taken as {}\n", value.repr()));
    }
    let made = make(maker);
    let differing = expectations.iter().find_map(|(mark, expected)| {
        let actual = match (&made, *mark) {
            (Made::Value(value), "s") => value.display(),
            (Made::Value(value), "r") => value.repr(),
            (Made::Value(Value::Array(array)), "h") => saved_header(array),
            (Made::Archive(arrays), "r") => listing(arrays),
            _ => panic!("no {mark} of {maker}"),
        };
        (actual != *expected).then(|| format!("expected:\n{expected}\nactual:\n{actual}\n"))
    });
    assert!(!expectations.is_empty(), "nothing expected of {maker}");
    differing.map(|difference| format!("{:.200}\n{difference}", maker))
}

fn make(maker: &str) -> Made {
    let (kind, rest) = maker.split_once(' ').unwrap();
    Made::Value(match kind {
        "array" => Value::Array(array(rest)),
        "scalar" => {
            let (dtype, bytes) = rest.split_once(' ').unwrap();
            Value::Scalar(Scalar::from_le_bytes(DType::from_name(dtype).unwrap(), &hex(bytes)).unwrap())
        }
        "literal" => parse_literal(rest).unwrap_or_else(|error| panic!("{rest}: {error}")),
        "npy" => {
            let array = npy::read(&hex(rest)).unwrap();
            assert_eq!(npy::read(&npy::write(&array)).unwrap(), array);
            Value::Array(array)
        }
        "npz" => return Made::Archive(archive(&hex(rest))),
        _ => panic!("unknown case {maker}"),
    })
}

/// `float64 (2,3) F 0000`, the bytes repeated as often as needed; `-` for none.
fn array(text: &str) -> ArrayValue {
    let [dtype, shape, order, bytes] = text.split(' ').collect::<Vec<_>>().try_into().unwrap();
    let dtype = DType::from_name(dtype).unwrap();
    let axes = shape.trim_matches(['(', ')']).split(',').filter(|axis| !axis.is_empty());
    let shape: Vec<usize> = axes.map(|axis| axis.parse().unwrap()).collect();
    let length = shape.iter().product::<usize>() * dtype.itemsize();
    let bytes = if bytes == "-" { vec![] } else { hex(bytes) };
    let data = bytes.iter().copied().cycle().take(length).collect();
    let order = if order == "F" { Order::Fortran } else { Order::C };
    ArrayValue::from_ordered(dtype, shape, order, data).unwrap()
}

/// The header of the written file, once the data behind it have been compared.
fn saved_header(array: &ArrayValue) -> String {
    let file = npy::write(array);
    let (header, data) = file.split_at(file.len() - array.size() * array.dtype().itemsize());
    assert_eq!(data, array.data().as_slice());
    header.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn archive(file: &[u8]) -> Vec<(String, ArrayValue)> {
    let arrays = npz::read(file).unwrap();
    assert_eq!(npz::read(&npz::write(&arrays).unwrap()).unwrap(), arrays);
    arrays
}

fn listing(arrays: &[(String, ArrayValue)]) -> String {
    let lines: Vec<_> = arrays.iter().map(|(name, array)| format!("{name}: {}", array.repr())).collect();
    lines.join("\n")
}

fn hex(text: &str) -> Vec<u8> {
    let digits = |at: usize| u8::from_str_radix(&text[at..at + 2], 16).unwrap();
    (0..text.len()).step_by(2).map(digits).collect()
}
