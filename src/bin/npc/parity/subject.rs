//! What is compared: a compiled program, the functions chosen, and the job that the oracle is given.

use crate::args::{IntMode, ParityArgs};
use crate::fail::Failure;
use crate::{input, report};
use npc::domain::{Domain, domains};
use npc::interface::Function;
use npc::{Options, Program, Source, compile_with};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

/// A program and what is to be compared of it.
pub struct Subject {
    /// The program.
    pub program: Program,
    /// Its source.
    pub source: Source,
    /// Python's `int` wraps at 64 bits, which NumPy knows nothing of.
    pub wraps: bool,
    /// Which functions of the interface.
    pub chosen: Vec<usize>,
    options: Options,
    domains: BTreeMap<String, Domain>,
}

impl Subject {
    /// Compiles the program that the command line names.
    pub fn compile(args: &ParityArgs) -> Result<Subject, Failure> {
        let mut messages = args.compile.messages.clone();
        // A leg repeats what has been said already.
        messages.quiet |= args.leg.is_some();
        let options = input::options(&args.compile)?;
        let source = input::source(&args.file, &messages)?;
        let loader = input::Folders::of(&args.file, &args.compile.path);
        let program = input::accepted(compile_with(&source, &loader, &options), &messages)?;
        let domains = domains(&source, program.interface()).or_else(|errors| {
            report::diagnostics(&errors, &messages)?;
            Err(Failure::Program)
        })?;
        let chosen = chosen(&program, args.function.as_deref())?;
        let wraps = args.compile.int == IntMode::Wrap;
        Ok(Subject { program, source, wraps, chosen, options, domains })
    }

    /// The job for `npc_oracle.py`.
    pub fn job(&self, args: &ParityArgs) -> Result<Json, Failure> {
        let absolute = |path: &std::path::Path| {
            let path = std::path::absolute(path);
            path.map(|path| path.to_string_lossy().into_owned()).map_err(|error| Failure::io(error.to_string()))
        };
        // Where `python FILE.py` looks for modules.
        let folder = args.file.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folders = std::iter::once(folder.unwrap_or(std::path::Path::new(".")))
            .chain(args.compile.path.iter().map(|path| path.as_path()));
        Ok(json!({
            "file": absolute(&args.file)?,
            "path": folders.map(absolute).collect::<Result<Vec<_>, _>>()?,
            "limit": args.limit,
            "seed": args.seed,
            "cases": args.cases,
            "case": args.case,
            "args": args.args.as_deref().map(absolute).transpose()?,
            "functions": self.chosen.iter().map(|at| self.function(*at)).collect::<Vec<_>>(),
        }))
    }

    fn function(&self, at: usize) -> Json {
        let interface = self.program.interface().to_json();
        let described = &interface["functions"][at];
        let function = &self.program.interface().functions[at];
        let python = self.python_name(function);
        let types: Vec<_> = function.params.iter().map(|param| param.shape.name()).collect();
        let params = described["params"].as_array().into_iter().flatten().map(|param| {
            let (optional, written) = (param.get("default").is_some(), &param["written"]);
            json!({"name": param["name"], "type": param["type"], "written": written, "optional": optional})
        });
        json!({
            "index": at,
            "name": function.name,
            "python": python,
            "types": types.join(", "),
            "params": params.collect::<Vec<_>>(),
            "domain": self.domains.get(&python).map(Domain::to_json),
        })
    }

    /// The name of the `def`: exports may be renamed, and several signatures have a name each.
    fn python_name(&self, function: &Function) -> String {
        let renamed = self.options.exports.iter().find(|(_, name)| name.as_deref() == Some(&function.name));
        let name = renamed.map_or(function.name.as_str(), |(python, _)| python);
        let defined = |name: &str| self.source.text().contains(&format!("def {name}("));
        match name.rsplit_once("__") {
            Some((stem, _)) if !defined(name) && defined(stem) => stem.to_string(),
            _ => name.to_string(),
        }
    }
}

fn chosen(program: &Program, name: Option<&str>) -> Result<Vec<usize>, Failure> {
    let functions = &program.interface().functions;
    let wanted = |function: &Function| name.is_none_or(|name| function.name == name);
    let chosen: Vec<_> = (0..functions.len()).filter(|at| wanted(&functions[*at])).collect();
    match name {
        Some(name) if chosen.is_empty() => {
            let names = functions.iter().map(|function| function.name.as_str());
            let hint = npc::closest(name, names).map(|close| format!("; did you mean `{close}`?"));
            let hint = hint.unwrap_or_else(|| "; one without types needs `--sig`".to_string());
            Err(Failure::usage(format!("the file exports no function `{name}`{hint}")))
        }
        _ => Ok(chosen),
    }
}
