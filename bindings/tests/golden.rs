//! The text of the bindings, beside `tests/bindings/golden/`; `NPC_BLESS=1` writes it anew.

mod common;

use npc_bindings::{Kind, Options, javascript};
use npc_midend::interface::Interface;

fn check(interface: &Interface, kind: Kind, names: &[&str]) {
    let files = javascript(interface, b"wasm", &Options { kind, ..Options::default() });
    for name in names {
        let path = common::folder().join("golden").join(name);
        if std::env::var_os("NPC_BLESS").is_some() {
            std::fs::write(&path, &files[*name]).expect("the golden can be written");
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(files[*name] == expected, "{name} is not as in tests/bindings/golden (NPC_BLESS=1 accepts it)");
    }
}

#[test]
fn a_reader_of_vectors() {
    check(&common::kernels(), Kind::Inline, &["kernels.js", "kernels.d.ts"]);
}

#[test]
fn everything() {
    check(&common::kitchen(), Kind::Raw, &["kitchen.js", "kitchen.d.ts"]);
}

#[test]
fn no_bindings() {
    let options = Options { kind: Kind::None, ..Options::default() };
    assert!(javascript(&common::np_sum(), b"", &options).is_empty());
}

#[test]
fn text_that_is_not_trusted() {
    let mut interface = common::np_sum();
    interface.module = "a */ b</script>`${x}".into();
    let function = &mut interface.functions[0];
    function.name = "*/\u{2028}`</script>".into();
    function.entry = "</script><!--".into();
    function.doc = "*/ </script> <!-- \u{2028} `${x}`".into();
    function.params[0].name = "\"]</script>".into();
    for kind in [Kind::Inline, Kind::Script, Kind::Esm, Kind::Raw, Kind::Worker] {
        for (name, text) in javascript(&interface, b"", &Options { kind, ..Options::default() }) {
            for hostile in ["</script", "<!--", "\u{2028}", "*/ <", "*/\u{2028}"] {
                assert!(!text.contains(hostile), "{hostile:?} in {name}");
            }
        }
    }
}
