//! Shared libraries: an object through the linker of this machine, `$CC` or `cc`.

use crate::fail::Failure;
use crate::input::reason;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

/// Links an object into a shared library that is called `name`.
pub fn shared_library(object: &[u8], name: &str) -> Result<Vec<u8>, Failure> {
    let folder = Temporary::new().map_err(|error| cannot(&error))?;
    let [from, to] = ["npc.o", "npc.so"].map(|file| folder.0.join(file));
    fs::write(&from, object).map_err(|error| cannot(&error))?;
    link(&from, &to, name)?;
    fs::read(&to).map_err(|error| cannot(&error))
}

fn link(from: &Path, to: &Path, name: &str) -> Result<(), Failure> {
    let chosen = env::var("CC").ok().filter(|cc| !cc.trim().is_empty());
    let compiler = chosen.unwrap_or_else(|| "cc".to_string());
    // `CC` may hold arguments: `ccache gcc`.
    let mut words = compiler.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or("cc"));
    command.args(words).arg("-shared").arg("-o").arg(to).arg(from);
    if cfg!(target_os = "linux") {
        // What is linked with the library looks for it by this name, wherever it was when it was linked.
        command.arg(format!("-Wl,-soname,{name}"));
    }
    match command.output() {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr);
            Err(Failure::io(format!("`{compiler} -shared` failed ({}):\n{}", output.status, said.trim_end())))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Failure::io(format!(
            "a shared library needs a linker, and there is no `{compiler}`: install gcc or clang, or say in CC what to use"
        ))),
        Err(error) => Err(Failure::io(format!("cannot run `{compiler}`: {}", reason(&error)))),
    }
}

fn cannot(error: &io::Error) -> Failure {
    Failure::io(format!("cannot link a shared library: {}", reason(error)))
}

/// A folder that goes away with its contents.
struct Temporary(PathBuf);

impl Temporary {
    fn new() -> io::Result<Temporary> {
        let folder = env::temp_dir().join(format!("npc-link-{}", std::process::id()));
        // One that is there already is another's.
        fs::create_dir(&folder)?;
        Ok(Temporary(folder))
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // Nothing depends on it.
        let _ = fs::remove_dir_all(&self.0);
    }
}
