use super::*;
use npc_midend::types::{ArrayType, DType, Layout};

fn interface() -> Interface {
    let array = |rank| Shape::Array(ArrayType::new(DType::F64, rank, Layout::ANY));
    let int = Shape::Scalar { dtype: DType::I64, weak: true };
    let params = [("x", array(1)), ("a", array(2)), ("n", int.clone()), ("k", int)];
    let params = params.map(|(name, shape)| npc_midend::interface::Param {
        name: name.to_string(),
        shape,
        default: None,
        written: false,
    });
    let function = Function {
        name: "f".into(),
        entry: "f".into(),
        js_entry: None,
        doc: String::new(),
        line: 1,
        params: params.to_vec(),
        result: Shape::None,
        declared: false,
    };
    Interface {
        module: "m".into(),
        functions: vec![function],
        sites: vec![],
        positions: vec![],
        positions_of_loops: 0,
        files: vec![],
        traces: false,
        prints: false,
    }
}

fn read(text: &str) -> Result<BTreeMap<String, Domain>, Diagnostics> {
    domains(&Source::new("m.py", text), &interface())
}

fn domain(comment: &str) -> Domain {
    read(&format!("# npc: domain {comment}\ndef f(x, a, n, k):\n    pass\n")).expect(comment)["f"].clone()
}

#[test]
fn the_forms_of_conditions() {
    let found = domain("x: 0 < x <= 1.5e2, n: 1..64, a.shape: (n, m + 1), k: 0 <= k < len(x) and nonzero, x: finite");
    let json = found.to_json();
    assert_eq!(json["bounds"]["x"][0]["low"]["plus"], json!(0));
    assert_eq!(json["bounds"]["x"][0]["high"]["plus"], json!(150.0));
    assert_eq!((&json["bounds"]["x"][0]["low_open"], &json["bounds"]["x"][0]["high_open"]), (&json!(true), &json!(false)));
    assert_eq!(json["bounds"]["n"][0]["high"]["plus"], json!(64));
    assert_eq!(json["shapes"]["a"][1], json!({"base": "m", "axis": null, "plus": 1}));
    assert_eq!(json["bounds"]["k"][0]["high"], json!({"base": "x", "axis": 0, "plus": 0}));
    assert_eq!(json["words"], json!({"k": ["nonzero"], "x": ["finite"]}));
    assert_eq!(domain("k: {-1, 2}").sets["k"], [Number::Int(-1), Number::Int(2)]);
    let above = domain("x: x > -inf, k: 5 > k, n: a.shape[1] - 1 <= n");
    assert_eq!(above.to_json()["bounds"]["x"][0]["low"]["plus"], json!("-inf"));
    assert!(above.bounds["k"][0].high_open && above.bounds["k"][0].low.is_none());
    assert_eq!(above.to_json()["bounds"]["n"][0]["low"], json!({"base": "a", "axis": 1, "plus": -1}));
}

#[test]
fn comments_belong_to_the_function_around_them_or_below() {
    let text = "def g():\n    # npc: domain y: 1..2\n    pass\n\n\n# npc: domain n: 1..2\n@jit\ndef f(x, a, n, k):\n    # npc: domain k: 3..4\n    pass\n";
    let found = read(text).expect("g is not exported");
    assert_eq!(found["f"].bounds.keys().collect::<Vec<_>>(), ["k", "n"]);
}

#[test]
fn what_is_wrong_is_pointed_at() {
    let wrong = |comment: &str| {
        let text = format!("# npc: domain {comment}\ndef f(x, a, n, k):\n    pass\n");
        let found = read(&text).expect_err(comment);
        let finding = found.iter().next().expect("a finding").clone();
        let span = finding.span().expect("a place");
        (finding.message, text[span.start as usize..span.end as usize].to_string())
    };
    let case = |comment: &str, message: &str, place: &str| {
        assert_eq!(wrong(comment), (message.to_string(), place.to_string()), "{comment}");
    };
    case("y: 1..2", "`f` has no parameter `y`", "y");
    case("n: 5..1", "there is no such `n`", "5..1");
    case("n: 1 <", "expected a number", "<");
    case("n: 1 2", "expected `<`, `<=`, `>`, `>=` or `..`", "2");
    case("n: 1 < k", "this condition does not limit `n`", "1 < k");
    case("a.shape: (n)", "a shape of 1 extents for an array of 2 dimensions", "(n)");
    case("n.shape: (n)", "`n` is no array, it has no shape", "n");
    case("k: 0 <= k < len(n)", "`n` has no length", "n");
    case("k: 0 <= k < a.shape[2]", "`a` has 2 axes, counted from 0", "2");
    case("n: 1..2 k: 3..4", "expected `,` or the end of the domain", "k");
    case("k: 0 <= k < x", "`x` is no number", "x");
    case("n: 1..2; k", "`;` has no meaning in a domain", ";");
    case("", "expected the name of a parameter", "");
}
