//! The pages of `examples/`: each `NAME.html` is what `npc page` makes of `NAME.template.html`, byte for byte
//! (`NPC_BLESS=1` writes it anew), and each works in Chromium, from a file, with the network cut: `tests/page/NAME.mjs`
//! drives it, and compares what it shows with what plain JavaScript computes.
//!
//! The browser is Debian's `chromium` (or `CHROMIUM`); playwright-core comes from npm into the target folder, once. With
//! `NPC_PICTURES=1` the pictures of the gallery are taken anew; then its page has to be blessed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

const PLAYWRIGHT: &str = "playwright-core@1.65.1";

/// The examples that have the same form: their source, their size, a race against JavaScript.
const EXAMPLES: [&str; 5] = ["mandelbrot", "heat", "life", "kmeans", "histogram"];

/// What a page of the examples may have, in bytes.
const LARGEST: usize = 60_000;

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

/// Makes a page in the target folder, under another name.
fn page(name: &str, out: &str) -> PathBuf {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(out);
    let npc = env!("CARGO_BIN_EXE_npc");
    let template = format!("examples/{name}.template.html");
    run(Command::new(npc).current_dir(root()).args(["page", "--template", &template, "-o"]).arg(&out));
    out
}

#[test]
fn the_pages_are_up_to_date() {
    let bless = std::env::var_os("NPC_BLESS").is_some();
    let mut stale = Vec::new();
    for name in EXAMPLES.into_iter().chain(["article", "gallery"]) {
        let made = fs::read(page(name, &format!("{name}.made.html"))).expect("the page is written");
        assert!(name == "article" || made.len() <= LARGEST, "{name}.html has {} bytes", made.len());
        let committed = root().join(format!("examples/{name}.html"));
        if bless {
            fs::write(committed, made).expect("the page can be written");
        } else if fs::read(committed).ok() != Some(made) {
            stale.push(name);
        }
    }
    assert!(stale.is_empty(), "not what npc makes now: {stale:?}; NPC_BLESS=1 writes them anew");
}

#[test]
fn the_article_shows_its_source() {
    let python = fs::read_to_string(root().join("examples/article.py")).expect("the example");
    let template = fs::read_to_string(root().join("examples/article.template.html")).expect("the template");
    let shown = template.split("<pre><code>").skip(1).filter_map(|rest| rest.split("</code>").next());
    let lines = shown
        .flat_map(str::lines)
        .filter(|line| line.starts_with("@jit") || line.starts_with("def ") || line.starts_with("    return np"));
    let missing: Vec<_> = lines.filter(|line| !python.lines().any(|known| known == *line)).collect();
    assert!(missing.is_empty(), "not in examples/article.py: {missing:#?}");
}

/// The folder with playwright-core in it.
static BROWSER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    if !folder.join("node_modules/playwright-core").is_dir() {
        run(Command::new("npm").args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(&folder).arg(PLAYWRIGHT));
    }
    folder
});

/// Runs the script of a page on the page; screenshots go into the target folder.
fn drive(script: &str, file: &Path, screenshot: &str) {
    let mut node = Command::new("node");
    node.arg(root().join("tests/page").join(script)).arg(file).arg(BROWSER.join(screenshot));
    if std::env::var_os("NPC_PICTURES").is_some() {
        node.env("NPC_PICTURES", root().join("examples/shared"));
    }
    println!("{}", run(node.env("NODE_PATH", BROWSER.join("node_modules"))));
}

fn example(name: &str) {
    drive(&format!("{name}.mjs"), &page(name, &format!("{name}.html")), &format!("{name}.png"));
}

#[test]
fn article_works_in_a_browser() {
    drive("browser.mjs", &page("article", "browser.html"), "article.png");
}

#[test]
fn mandelbrot_works_in_a_browser() {
    example("mandelbrot");
}

#[test]
fn heat_works_in_a_browser() {
    example("heat");
}

#[test]
fn life_works_in_a_browser() {
    example("life");
}

#[test]
fn kmeans_works_in_a_browser() {
    example("kmeans");
}

#[test]
fn histogram_works_in_a_browser() {
    example("histogram");
}

/// The committed gallery, which has the pages that it leads to beside it.
#[test]
fn gallery_works_in_a_browser() {
    drive("gallery.mjs", &root().join("examples/gallery.html"), "gallery.png");
}
