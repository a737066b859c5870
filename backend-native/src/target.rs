//! Which machines there is code for, and how Cranelift is set up for them.

use crate::UnsupportedTarget;
use cranelift_codegen::isa::{self, OwnedTargetIsa};
use cranelift_codegen::settings::{self, Configurable, Flags};
use target_lexicon::{Architecture, Endianness, PointerWidth, Triple};

/// This machine with all that it can do.
pub fn host() -> Result<OwnedTargetIsa, UnsupportedTarget> {
    let triple = Triple::host();
    check(&triple)?;
    let builder = cranelift_native::builder().map_err(UnsupportedTarget::new)?;
    builder.finish(flags(&[("is_pic", "false")])?).map_err(UnsupportedTarget::new)
}

/// Any machine of this kind, for an object file.
pub fn baseline(triple: &Triple) -> Result<OwnedTargetIsa, UnsupportedTarget> {
    check(triple)?;
    let mut builder = isa::lookup(triple.clone()).map_err(UnsupportedTarget::new)?;
    if triple.architecture == Architecture::X86_64 {
        // x86-64-v2, every machine since 2009: rounding would otherwise be calls of libm, which objects do not import.
        for feature in ["has_sse3", "has_ssse3", "has_sse41", "has_sse42", "has_popcnt", "has_cmpxchg16b"] {
            builder.enable(feature).map_err(UnsupportedTarget::new)?;
        }
    }
    builder.finish(flags(&[("is_pic", "true")])?).map_err(UnsupportedTarget::new)
}

fn check(triple: &Triple) -> Result<(), UnsupportedTarget> {
    let host = Triple::host();
    if (triple.architecture, triple.operating_system) != (host.architecture, host.operating_system) {
        return Err(UnsupportedTarget::new(format!("npc compiles for the machine it runs on, {host}, not for {triple}")));
    }
    if triple.pointer_width() != Ok(PointerWidth::U64) {
        return Err(UnsupportedTarget::new(format!("{triple} does not have 64-bit addresses")));
    }
    if triple.endianness() != Ok(Endianness::Little) {
        return Err(UnsupportedTarget::new(format!("{triple} is not little-endian")));
    }
    Ok(())
}

fn flags(more: &[(&str, &str)]) -> Result<Flags, UnsupportedTarget> {
    let common = [
        ("opt_level", "speed"),
        ("enable_verifier", if cfg!(debug_assertions) { "true" } else { "false" }),
        // Functions return arrays as their fields, more than registers hold.
        ("enable_multi_ret_implicit_sret", "true"),
        ("use_colocated_libcalls", "false"),
        ("probestack_strategy", "inline"),
        ("unwind_info", "false"),
    ];
    let mut builder = settings::builder();
    for (name, value) in common.iter().chain(more) {
        builder.set(name, value).map_err(UnsupportedTarget::new)?;
    }
    Ok(Flags::new(builder))
}
