//! Native outputs: for which machine, and their bytes.

use crate::emit::Kind;
use crate::fail::Failure;
use npc::Program;

/// What `--target` asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Target {
    /// Nothing was said: whatever the outputs need.
    Any,
    /// WebAssembly.
    Wasm,
    /// Code for machines of one kind.
    Native(Machine),
}

/// A kind of machine that there is code for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Machine(#[cfg(feature = "native")] npc::Triple);

impl Target {
    /// The target with this name.
    pub fn named(name: Option<&str>) -> Result<Target, Failure> {
        match name {
            None => Ok(Target::Any),
            Some("wasm32" | "wasm32-unknown-unknown") => Ok(Target::Wasm),
            Some("native") => Machine::host().map(Target::Native),
            Some(triple) => Machine::named(triple).map(Target::Native),
        }
    }

    /// Refuses kinds of output that another target has.
    pub fn check(&self, kind: Kind) -> Result<(), Failure> {
        match (self, kind.is_native()) {
            (Target::Wasm, Some(true)) => {
                Err(Failure::usage(format!("{} is native code: add `--target native`", kind.described())))
            }
            (Target::Native(_), Some(false)) => {
                Err(Failure::usage(format!("{} belongs to `--target wasm32`", kind.described())))
            }
            _ => Ok(()),
        }
    }

    /// The machine, this one if nothing was said.
    pub fn machine(&self) -> Result<Machine, Failure> {
        match self {
            Target::Native(machine) => Ok(machine.clone()),
            _ => Machine::host(),
        }
    }
}

#[cfg(not(feature = "native"))]
impl Machine {
    fn host() -> Result<Machine, Failure> {
        Err(Failure::usage("this npc is built without native code"))
    }

    fn named(_: &str) -> Result<Machine, Failure> {
        Machine::host()
    }

    /// Nothing: there is no machine.
    pub fn bytes(&self, _: Kind, _: &Program, _: &str) -> Result<Vec<u8>, Failure> {
        Machine::host().map(|_| Vec::new())
    }
}

#[cfg(feature = "native")]
impl Machine {
    fn host() -> Result<Machine, Failure> {
        Ok(Machine(npc::Triple::host()))
    }

    fn named(triple: &str) -> Result<Machine, Failure> {
        let host = npc::Triple::host();
        triple.parse().map(Machine).map_err(|_| {
            Failure::usage(format!("there is no target `{triple}`; there are wasm32, native and this machine's {host}"))
        })
    }

    /// A native output; `name` is what the file is called.
    pub fn bytes(&self, kind: Kind, program: &Program, name: &str) -> Result<Vec<u8>, Failure> {
        let Machine(triple) = self;
        let object = || program.object(triple).map_err(|error| Failure::usage(error.to_string()));
        let listing = |form| match program.listing(triple, form) {
            Ok(text) => Ok(text.into_bytes()),
            Err(error) => Err(Failure::usage(error.to_string())),
        };
        match kind {
            Kind::Obj => object(),
            Kind::So => crate::link::shared_library(&object()?, name),
            Kind::Header => Ok(program.header().into_bytes()),
            Kind::Clif => listing(npc::Listing::Clif),
            _ => listing(npc::Listing::Asm),
        }
    }
}
