//! A page with the bindings of a module in it.

mod common;

use npc_bindings::{Options, javascript, page};

const TEMPLATE: &str = r##"<!doctype html><meta charset="utf-8"><p id="p">not run</p>
<script type="module">
import { np_sum, arange } from "./kitchen.js";
import * as again from "./kitchen.js";
document.querySelector("#p").textContent = `sum ${np_sum([1, 2, 3])}, ${arange(3)}, ${again.np_sum === np_sum}`;
</script>
<script type="module">
import { npc } from "./kitchen.js";
document.querySelector("#p").textContent += `, in use ${npc.inUse}`;
</script>
"##;

#[test]
fn bindings_go_into_a_page() {
    let interface = common::kitchen();
    let files = javascript(&interface, &common::wasm(&interface), &Options::default());
    let modules = |path: &str| files.get(path.strip_prefix("./")?).cloned();
    let text = page(TEMPLATE, &modules).expect("the module is there");
    assert!(!text.contains("./kitchen.js"));
    assert_eq!(text.matches("</script>").count(), 2);
    // To look at in a browser.
    std::fs::write(concat!(env!("CARGO_TARGET_TMPDIR"), "/page.html"), text).expect("the page can be written");
}
