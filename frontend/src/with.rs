//! `with`: `np.errstate(...)` is accepted, for nothing here warns.

use crate::cx::{Cx, R};
use crate::value::Val;
use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

impl Cx<'_> {
    pub fn exec_with(&mut self, stmt: &ast::StmtWith) -> R<()> {
        if stmt.is_async {
            return Err(self.unsupported("`async with`"));
        }
        for item in &stmt.items {
            self.at(item.context_expr.range(), |cx| cx.check_context(item))?;
        }
        self.exec_all(&stmt.body);
        Ok(())
    }

    fn check_context(&mut self, item: &ast::WithItem) -> R<()> {
        let help = "npc knows `with np.errstate(...)`; for clean-up write `try: … finally: …`";
        let Expr::Call(call) = &item.context_expr else {
            let error = npc_base::Diagnostic::error(npc_base::Code::Unsupported, "this `with` is not supported yet").help(help);
            let error = self.here(error, "");
            return Err(self.report(error));
        };
        let known = match &*call.func {
            Expr::Attribute(attribute) if attribute.attr.id.as_str() == "errstate" => {
                matches!(self.expr(&attribute.value)?, Val::Module("numpy"))
            }
            _ => false,
        };
        if !known || item.optional_vars.is_some() {
            return Err(self.error_help(npc_base::Code::Unsupported, "this `with` is not supported yet", help));
        }
        for keyword in &call.arguments.keywords {
            match self.expr(&keyword.value)? {
                Val::Str(text) if matches!(&*text, "ignore" | "warn" | "print" | "log") => {}
                _ => {
                    let message = "`np.errstate` that makes floating point errors raise is not supported yet";
                    return Err(self.error_help(npc_base::Code::Unsupported, message, "test the values: `if x == 0: raise …`"));
                }
            }
        }
        Ok(())
    }
}
