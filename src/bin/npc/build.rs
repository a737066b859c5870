//! `npc build`: a Python file becomes a module, bindings and whatever `--emit` names.

use crate::args::{BindingsKind, BuildArgs};
use crate::emit::{self, Kind, Wanted};
use crate::fail::Failure;
use crate::files::{self, Output};
use crate::native::Target;
use crate::{input, report, size};
use npc::{Bindings, Program, compile_with};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Compiles and writes; says what was written.
pub fn build(args: &BuildArgs) -> Result<(), Failure> {
    if args.target.watch {
        return crate::watch::watch(args);
    }
    once(args, &input::Folders::of(&args.file, &args.compile.path))
}

/// Compiles and writes once.
pub fn once(args: &BuildArgs, loader: &input::Folders) -> Result<(), Failure> {
    let target = Target::named(args.target.target.as_deref())?;
    let plan = Plan::new(args, target)?;
    let mut options = input::options(&args.compile)?;
    options.module = Some(plan.stem.clone());
    options.prefix = prefix(args.target.prefix.as_deref())?;
    let messages = &args.compile.messages;
    let source = input::source(&args.file, messages)?;
    let start = Instant::now();
    let program = input::accepted(compile_with(&source, loader, &options), messages)?;
    report::remarks(&program, args.compile.remarks.as_deref())?;
    if messages.verbose {
        report::say(&format!("compiled {} in {:.1} ms", source.name(), start.elapsed().as_secs_f64() * 1e3));
    }
    if !messages.quiet && plan.wanted.iter().any(|(kind, _)| *kind == Kind::Js) {
        for (python, exported) in npc::js_renamed(program.interface()) {
            report::say(&format!(
                "warning: JavaScript keeps the name `{python}` for itself; the function is exported as `{exported}`"
            ));
        }
    }
    plan.write(&program, &emit::bindings(&args.target), messages.quiet)
}

/// `--prefix`, which must be the start of an identifier.
fn prefix(prefix: Option<&str>) -> Result<Option<String>, Failure> {
    match prefix {
        Some(text) if !npc::is_c_prefix(text) => {
            Err(Failure::usage(format!("`--prefix {text}` cannot start a name in C; take letters, digits and `_`")))
        }
        other => Ok(other.map(str::to_string)),
    }
}

/// What is written, and where.
struct Plan {
    stem: String,
    target: Target,
    wanted: Vec<(Kind, Place)>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Place {
    Stdout,
    File(PathBuf),
}

impl Plan {
    fn new(args: &BuildArgs, target: Target) -> Result<Plan, Failure> {
        let wanted = emit::parse(&args.target.emit)?;
        let stem = stem_of(&args.file);
        let plan = match args.output.as_deref() {
            None => {
                let wanted = or_defaults(wanted, args, &target);
                Plan::in_folder(args.file.parent().unwrap_or(Path::new("")), stem, wanted, target)
            }
            Some(dash) if dash == Path::new("-") => Plan::to_stdout(stem, &wanted, target)?,
            Some(path) => Plan::to_path(path, stem, wanted, args, target)?,
        };
        plan.check(&args.file)?;
        Ok(plan)
    }

    fn in_folder(folder: &Path, stem: String, wanted: Vec<Wanted>, target: Target) -> Plan {
        let place = |wanted: Wanted| {
            let default = || Place::File(folder.join(format!("{stem}.{}", wanted.kind.extension())));
            (wanted.kind, wanted.path.as_deref().map_or_else(default, place))
        };
        Plan { wanted: wanted.into_iter().map(place).collect(), stem, target }
    }

    fn to_stdout(stem: String, wanted: &[Wanted], target: Target) -> Result<Plan, Failure> {
        match wanted {
            [one] if one.kind.is_text() && one.path.is_none() => {
                Ok(Plan { stem, target, wanted: vec![(one.kind, Place::Stdout)] })
            }
            _ => Err(Failure::usage(
                "`-o -` writes one text form: add `--emit wat`, `js`, `dts`, `header`, `clif`, `asm` or `ir=PHASE`",
            )),
        }
    }

    /// `-o PATH`: a file if the extension is known, otherwise a folder.
    fn to_path(
        path: &Path,
        source_stem: String,
        wanted: Vec<Wanted>,
        args: &BuildArgs,
        target: Target,
    ) -> Result<Plan, Failure> {
        let name = file_name(path);
        let known = if path.is_dir() { None } else { emit::of_file_name(&name) };
        let Some((stem, kind)) = known.filter(|(stem, _)| !stem.is_empty()) else {
            let wanted = or_defaults(wanted, args, &target);
            return Ok(Plan::in_folder(path, source_stem, wanted, target));
        };
        // C symbols come from the source, whatever file they are in; so does the name of the header that declares them.
        let stem = if kind.is_native() == Some(true) { source_stem } else { stem.to_string() };
        let wanted = if wanted.is_empty() { with_companions(kind, args.target.bindings) } else { wanted };
        let mut plan = Plan::in_folder(path.parent().unwrap_or(Path::new("")), stem, wanted, target);
        let extension = |kind: Kind| kind.extension().rsplit('.').next();
        let mut same = plan.wanted.iter_mut().filter(|(wanted, place)| {
            let by_name = matches!(place, Place::File(file) if file.parent() == path.parent());
            by_name && extension(*wanted) == extension(kind)
        });
        match same.next() {
            Some((_, place)) => *place = Place::File(path.to_path_buf()),
            None => return Err(Failure::usage(format!("`-o {}` is none of the kinds that `--emit` names", path.display()))),
        }
        Ok(plan)
    }

    /// Refuses plans that write one place twice, or over the source.
    fn check(&self, source: &Path) -> Result<(), Failure> {
        for (at, (_, place)) in self.wanted.iter().enumerate() {
            if self.wanted.iter().take(at).any(|(_, other)| other == place) {
                return Err(Failure::usage(format!("two outputs go to {}", place.name())));
            }
            if matches!(place, Place::File(path) if path == source) {
                return Err(Failure::usage(format!("the output {} would replace the source", place.name())));
            }
        }
        self.wanted.iter().try_for_each(|(kind, _)| self.target.check(*kind))?;
        match self.wanted.iter().find(|(kind, place)| *place == Place::Stdout && !kind.is_text()) {
            Some((kind, _)) => Err(Failure::usage(format!("{} is not text; give it a file", kind.described()))),
            None => Ok(()),
        }
    }

    fn write(&self, program: &Program, bindings: &Bindings, quiet: bool) -> Result<(), Failure> {
        let mut outputs = Vec::new();
        let mut text = String::new();
        for (kind, place) in &self.wanted {
            let name = place.file().map(file_name).unwrap_or_default();
            let bytes = kind.bytes(program, bindings, &self.target, &name)?;
            match place {
                Place::File(path) => outputs.push(Output { path: path.clone(), bytes }),
                Place::Stdout => text.push_str(&String::from_utf8_lossy(&bytes)),
            }
        }
        files::write_all(&outputs)?;
        let wrote = |output: &Output| format!("{} {}\n", output.path.display(), size::with_gzip(&output.bytes));
        let list: String = outputs.iter().map(wrote).collect();
        if text.is_empty() && !quiet {
            return report::print(&list);
        }
        report::print(&text)
    }
}

impl Place {
    fn file(&self) -> Option<&Path> {
        match self {
            Place::Stdout => None,
            Place::File(path) => Some(path),
        }
    }

    fn name(&self) -> String {
        match self {
            Place::Stdout => "standard output".to_string(),
            Place::File(path) => format!("`{}`", path.display()),
        }
    }
}

fn place(path: &str) -> Place {
    if path == "-" { Place::Stdout } else { Place::File(path.into()) }
}

fn or_defaults(wanted: Vec<Wanted>, args: &BuildArgs, target: &Target) -> Vec<Wanted> {
    if wanted.is_empty() { emit::defaults(args.target.bindings, target) } else { wanted }
}

/// A single file, and what it cannot do without: some forms of bindings load the module beside them, and C code needs
/// the header.
fn with_companions(kind: Kind, bindings: BindingsKind) -> Vec<Wanted> {
    let loads = matches!(bindings, BindingsKind::Esm | BindingsKind::Worker | BindingsKind::Raw);
    let kinds: &[Kind] = match kind {
        Kind::Js if loads => &[Kind::Js, Kind::Wasm],
        Kind::Obj => &[Kind::Obj, Kind::Header],
        Kind::So => &[Kind::So, Kind::Header],
        _ => std::slice::from_ref(&kind),
    };
    kinds.iter().map(|kind| Wanted { kind: *kind, path: None }).collect()
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn stem_of(file: &Path) -> String {
    let name = file_name(file);
    name.strip_suffix(".py").map(str::to_string).unwrap_or(name)
}
