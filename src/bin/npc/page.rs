//! `npc page`: a page that imports compiled modules becomes one offline file.

use crate::args::PageArgs;
use crate::emit;
use crate::fail::Failure;
use crate::files::{self, Output};
use crate::native::Target;
use crate::{input, report, size};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use npc::{Bindings, Kind, compile_with};
use std::cell::RefCell;
use std::fs;
use std::path::Path;

/// Fills in the template.
pub fn page(args: &PageArgs) -> Result<(), Failure> {
    let bytes = input::read(&args.template)?;
    let template =
        String::from_utf8(bytes).map_err(|_| Failure::io(format!("`{}` is not UTF-8 text", args.template.display())))?;
    let failure = RefCell::new(None);
    let resolve = |specifier: &str| match file(args, specifier) {
        Ok(text) => text,
        Err(error) => {
            failure.borrow_mut().get_or_insert(error);
            None
        }
    };
    let text = npc::page(&template, &resolve);
    if let Some(failure) = failure.into_inner() {
        return Err(failure);
    }
    let text = text.map_err(|error| Failure::io(format!("{}: {error:?}", args.template.display())))?;
    write(args, text)
}

fn write(args: &PageArgs, text: String) -> Result<(), Failure> {
    if args.output == Path::new("-") {
        return report::print(&text);
    }
    if args.output == args.template {
        return Err(Failure::usage("the page would replace its template"));
    }
    let output = Output { path: args.output.clone(), bytes: text.into_bytes() };
    files::write_all(std::slice::from_ref(&output))?;
    if args.compile.messages.quiet {
        return Ok(());
    }
    report::print(&format!("{} {}\n", output.path.display(), size::with_gzip(&output.bytes)))
}

/// The text that stands for a file: what a module such as `./kernels.js` is compiled to, the `data:` address of a
/// picture, the text of other files; `None` if there is no such file.
fn file(args: &PageArgs, specifier: &str) -> Result<Option<String>, Failure> {
    let folder = args.template.parent().unwrap_or(Path::new(""));
    let path = folder.join(specifier.trim_start_matches("./"));
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("py" | "css") => Ok(fs::read_to_string(&path).ok()),
        Some(extension @ ("png" | "jpeg" | "webp" | "gif")) => Ok(picture(&path, extension)),
        Some("jpg") => Ok(picture(&path, "jpeg")),
        Some("svg") => Ok(picture(&path, "svg+xml")),
        _ => module(args, &path),
    }
}

fn picture(path: &Path, kind: &str) -> Option<String> {
    Some(format!("data:image/{kind};base64,{}", STANDARD.encode(fs::read(path).ok()?)))
}

/// The JavaScript that a path such as `kernels.js` stands for; `None` if it is none of ours.
fn module(args: &PageArgs, path: &Path) -> Result<Option<String>, Failure> {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let given = args.files.iter().find(|file| file.file_stem().is_some_and(|given| given.to_string_lossy() == stem));
    let source = given.cloned().or_else(|| Some(path.with_extension("py")).filter(|path| path.is_file()));
    match source {
        Some(source) => compiled(args, &source).map(Some),
        None => Ok(fs::read_to_string(path).ok()),
    }
}

fn compiled(args: &PageArgs, file: &Path) -> Result<String, Failure> {
    let options = input::options(&args.compile)?;
    let messages = &args.compile.messages;
    let source = input::source(file, messages)?;
    let loader = input::Folders::of(file, &args.compile.path);
    let program = input::accepted(compile_with(&source, &loader, &options), messages)?;
    let bindings = Bindings { kind: Kind::Inline, js_int64: emit::js_int64(args.js_int64) };
    let bytes = emit::Kind::Js.bytes(&program, &bindings, &Target::Wasm, "")?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
