//! Writes down the functions of an object on their way into it.

use crate::Listing;
use cranelift_codegen::Context;
use cranelift_codegen::control::ControlPlane;
use cranelift_codegen::ir::Signature;
use cranelift_codegen::isa::TargetIsa;
use cranelift_module::{DataDescription, DataId, FuncId, Linkage, Module, ModuleDeclarations, ModuleReloc, ModuleResult};
use cranelift_object::ObjectModule;
use std::fmt::Write;

/// An object that is only read as text.
pub struct Recorder {
    object: ObjectModule,
    form: Listing,
    text: String,
}

impl Recorder {
    /// Records what goes into this object.
    pub fn new(object: ObjectModule, form: Listing) -> Recorder {
        Recorder { object, form, text: String::new() }
    }

    /// What has been recorded.
    pub fn into_text(self) -> String {
        self.text
    }

    fn name(&self, func: FuncId) -> String {
        self.declarations().get_function_decl(func).linkage_name(func).into_owned()
    }

    /// A function refers to others by number (`u0:3`): they are named in front of it.
    fn add(&mut self, func: FuncId, context: &Context, body: &str) {
        let separator = if self.text.is_empty() { "" } else { "\n" };
        let mut text = format!("{separator}; {}\n", self.name(func));
        for name in context.func.params.user_named_funcs().values().filter(|name| name.namespace == 0) {
            // Writing to a string does not fail.
            let _ = writeln!(text, ";   u0:{} is {}", name.index, self.name(FuncId::from_u32(name.index)));
        }
        text.push_str(body.trim_end());
        text.push('\n');
        self.text.push_str(&text);
    }
}

impl Module for Recorder {
    fn isa(&self) -> &dyn TargetIsa {
        self.object.isa()
    }

    fn declarations(&self) -> &ModuleDeclarations {
        self.object.declarations()
    }

    fn declare_function(&mut self, name: &str, linkage: Linkage, signature: &Signature) -> ModuleResult<FuncId> {
        self.object.declare_function(name, linkage, signature)
    }

    fn declare_anonymous_function(&mut self, signature: &Signature) -> ModuleResult<FuncId> {
        self.object.declare_anonymous_function(signature)
    }

    fn declare_data(&mut self, name: &str, linkage: Linkage, writable: bool, tls: bool) -> ModuleResult<DataId> {
        self.object.declare_data(name, linkage, writable, tls)
    }

    fn declare_anonymous_data(&mut self, writable: bool, tls: bool) -> ModuleResult<DataId> {
        self.object.declare_anonymous_data(writable, tls)
    }

    fn define_function_with_control_plane(
        &mut self,
        func: FuncId,
        context: &mut Context,
        control: &mut ControlPlane,
    ) -> ModuleResult<()> {
        let clif = context.func.display().to_string();
        context.set_disasm(self.form == Listing::Asm);
        self.object.define_function_with_control_plane(func, context, control)?;
        match self.form {
            Listing::Clif => self.add(func, context, &clif),
            Listing::Asm => {
                let code = context.compiled_code().and_then(|code| code.vcode.clone()).unwrap_or_default();
                self.add(func, context, &code);
            }
        }
        Ok(())
    }

    fn define_function_bytes(
        &mut self,
        func: FuncId,
        alignment: u64,
        bytes: &[u8],
        relocations: &[ModuleReloc],
    ) -> ModuleResult<()> {
        self.object.define_function_bytes(func, alignment, bytes, relocations)
    }

    fn define_data(&mut self, data: DataId, description: &DataDescription) -> ModuleResult<()> {
        self.object.define_data(data, description)
    }
}
