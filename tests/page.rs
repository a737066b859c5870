//! The article's page: `examples/article.html` is what `npc page` makes, byte for byte (`NPC_BLESS=1` writes it anew), and
//! it works in Chromium, from a file, with the network cut.
//!
//! The browser is Debian's `chromium` (or `CHROMIUM`); playwright-core comes from npm into the target folder, once.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const PLAYWRIGHT: &str = "playwright-core@1.65.1";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[track_caller]
fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{command:?}\n{stdout}{stderr}");
    stdout.into_owned()
}

/// Makes the page in the target folder.
fn page(name: &str) -> PathBuf {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let npc = env!("CARGO_BIN_EXE_npc");
    run(Command::new(npc).current_dir(root()).args(["page", "--template", "examples/article.template.html", "-o"]).arg(&out));
    out
}

#[test]
fn the_page_is_up_to_date() {
    let made = fs::read(page("article.html")).expect("the page is written");
    let committed = root().join("examples/article.html");
    if std::env::var_os("NPC_BLESS").is_some() {
        fs::write(committed, made).expect("the page can be written");
        return;
    }
    let same = fs::read(committed).is_ok_and(|committed| committed == made);
    assert!(same, "examples/article.html is not what npc makes now; NPC_BLESS=1 writes it anew");
}

#[test]
fn the_page_shows_the_source() {
    let python = fs::read_to_string(root().join("examples/article.py")).expect("the example");
    let template = fs::read_to_string(root().join("examples/article.template.html")).expect("the template");
    let shown = template.split("<pre><code>").skip(1).filter_map(|rest| rest.split("</code>").next());
    let lines = shown
        .flat_map(str::lines)
        .filter(|line| line.starts_with("@jit") || line.starts_with("def ") || line.starts_with("    return np"));
    let missing: Vec<_> = lines.filter(|line| !python.lines().any(|known| known == *line)).collect();
    assert!(missing.is_empty(), "not in examples/article.py: {missing:#?}");
}

#[test]
fn the_page_works_in_a_browser() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    let modules = folder.join("node_modules");
    if !modules.join("playwright-core").is_dir() {
        run(Command::new("npm").args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(&folder).arg(PLAYWRIGHT));
    }
    let mut node = Command::new("node");
    node.arg(root().join("tests/page/browser.mjs")).arg(page("browser.html")).arg(folder.join("article.png"));
    println!("{}", run(node.env("NODE_PATH", modules)));
}
