//! `match`: each case is a test, then names, then a guard, then a body that leaves the statement.

use crate::cx::{Cx, Edge, R, Stop};
use crate::value::Val;
use npc_base::Code;
use npc_midend::ir::Value;
use npc_midend::types::DType;
use ruff_python_ast::{self as ast, CmpOp, Expr, Pattern, Singleton};
use ruff_text_size::Ranged;

/// What a pattern says of a value: whether it matches, and what its names are if it does.
struct Found {
    cond: Value,
    names: Vec<(String, Val)>,
}

impl Cx<'_> {
    pub fn exec_match(&mut self, stmt: &ast::StmtMatch) -> R<()> {
        let subject = self.expr(&stmt.subject)?;
        let entry = self.frame().env.clone();
        let scope = self.f.func.new_block();
        let edges = self.in_block(scope, |cx| {
            let mut edges = Vec::new();
            for case in &stmt.cases {
                if !cx.f.live {
                    break;
                }
                cx.at(case.pattern.range(), |cx| cx.exec_case(&subject, stmt, case, &mut edges))?;
            }
            if cx.f.live {
                edges.push(Edge { block: scope, env: cx.frame().env.clone() });
            }
            Ok(edges)
        })?;
        self.close_scope(scope, &entry, &edges, stmt.range)
    }

    fn exec_case(&mut self, subject: &Val, stmt: &ast::StmtMatch, case: &ast::MatchCase, edges: &mut Vec<Edge>) -> R<()> {
        let found = self.matches(&case.pattern, subject)?;
        let guard = case.guard.as_deref();
        let name = match &*stmt.subject {
            Expr::Name(name) => Some(name.id.to_string()),
            _ => None,
        };
        self.branch(
            found.cond,
            stmt.range,
            |cx| {
                if let (Some(name), Some(narrow)) = (name, cx.narrowed_by(&case.pattern, subject)) {
                    cx.narrow_name(&name, narrow);
                }
                for (name, val) in found.names {
                    cx.bind(&name, val);
                }
                let Some(guard) = guard else {
                    cx.exec_case_body(case, edges);
                    return Ok(());
                };
                let cond = cx.at(guard.range(), |cx| cx.condition(guard))?;
                cx.branch(
                    cond,
                    stmt.range,
                    |cx| {
                        cx.exec_case_body(case, edges);
                        Ok(())
                    },
                    |_| Ok(()),
                )
            },
            |_| Ok(()),
        )
    }

    fn exec_case_body(&mut self, case: &ast::MatchCase, edges: &mut Vec<Edge>) {
        self.exec_all(&case.body);
        if self.f.live && !self.inline_done() {
            edges.push(Edge { block: self.f.block, env: self.frame().env.clone() });
            self.f.live = false;
        }
    }

    /// Of an optional subject, what it is in this case.
    fn narrowed_by(&self, pattern: &Pattern, subject: &Val) -> Option<Val> {
        let Val::Optional(_, payload) = subject else { return None };
        match pattern {
            Pattern::MatchSingleton(single) if single.value == Singleton::None => Some(Val::None),
            Pattern::MatchClass(_) | Pattern::MatchValue(_) | Pattern::MatchSequence(_) => Some((**payload).clone()),
            Pattern::MatchAs(inner) => self.narrowed_by(inner.pattern.as_deref()?, subject),
            _ => None,
        }
    }

    fn always(&mut self, is: bool) -> Found {
        Found { cond: self.boolean(is), names: Vec::new() }
    }

    fn matches(&mut self, pattern: &Pattern, subject: &Val) -> R<Found> {
        if let Val::Optional(flag, payload) = subject
            && matches!(pattern, Pattern::MatchClass(_) | Pattern::MatchSequence(_))
        {
            let found = self.matches(pattern, payload)?;
            return Ok(Found { cond: self.and(*flag, found.cond), ..found });
        }
        match pattern {
            Pattern::MatchValue(value) => {
                let value = self.expr(&value.value)?;
                let equal = self.compare_op(CmpOp::Eq, subject, &value)?;
                Ok(Found { cond: self.truth_of(&equal)?, names: Vec::new() })
            }
            Pattern::MatchSingleton(single) => self.matches_singleton(single.value, subject),
            Pattern::MatchAs(inner) => {
                let mut found = match &inner.pattern {
                    Some(pattern) => self.matches(pattern, subject)?,
                    None => self.always(true),
                };
                if let Some(name) = &inner.name {
                    let whole = inner.pattern.as_deref().and_then(|pattern| self.narrowed_by(pattern, subject));
                    found.names.push((name.id.to_string(), whole.unwrap_or_else(|| subject.clone())));
                }
                Ok(found)
            }
            Pattern::MatchOr(or) => self.matches_any(&or.patterns, subject),
            Pattern::MatchSequence(sequence) => self.matches_sequence(&sequence.patterns, subject),
            Pattern::MatchClass(class) => self.matches_class(class, subject),
            Pattern::MatchMapping(_) => Err(self.unsupported("a pattern of a mapping")),
            Pattern::MatchStar(_) => Err(self.error(Code::SyntaxError, "a starred pattern stands in a sequence only")),
        }
    }

    fn matches_singleton(&mut self, single: Singleton, subject: &Val) -> R<Found> {
        let value = match single {
            Singleton::None => Val::None,
            Singleton::True => Val::weak(self.boolean(true), DType::Bool),
            Singleton::False => Val::weak(self.boolean(false), DType::Bool),
        };
        if let (Val::Scalar(scalar), Val::Scalar(_)) = (subject, &value)
            && scalar.dtype != DType::Bool
        {
            return Ok(self.always(false));
        }
        let same = self.identity(true, subject, &value)?;
        Ok(Found { cond: self.truth_of(&same)?, names: Vec::new() })
    }

    fn matches_any(&mut self, patterns: &[Pattern], subject: &Val) -> R<Found> {
        let mut all = Vec::new();
        for pattern in patterns {
            all.push(self.matches(pattern, subject)?);
        }
        let Some(mut found) = all.pop() else { return Err(Stop) };
        while let Some(first) = all.pop() {
            let mut names = Vec::new();
            for (name, val) in first.names {
                let other = found.names.iter().find(|(known, _)| *known == name).map(|(_, val)| val.clone());
                let Some(other) = other else {
                    return Err(self.error(Code::SyntaxError, "alternative patterns bind different names"));
                };
                names.push((name, self.choose(first.cond, |_| Ok(val), |_| Ok(other))?));
            }
            if self.const_bool(first.cond) == Some(false) {
                names = found.names;
            }
            found = Found { cond: self.or(first.cond, found.cond), names };
        }
        Ok(found)
    }

    fn matches_sequence(&mut self, patterns: &[Pattern], subject: &Val) -> R<Found> {
        let members = match subject {
            Val::Tuple(members) | Val::List(members) | Val::Named(_, members) => members.clone(),
            Val::Scalar(_) | Val::Array(_) | Val::None | Val::Str(_) | Val::Callable(_) | Val::Range(_) => {
                return Ok(self.always(false));
            }
            Val::Error => return Err(Stop),
            other => {
                let name = self.type_of(other).name();
                return Err(self.unsupported(&format!("a pattern of a sequence for {name}")));
            }
        };
        let star = patterns.iter().position(|pattern| matches!(pattern, Pattern::MatchStar(_)));
        let fixed = patterns.len() - usize::from(star.is_some());
        if members.len() < fixed || (star.is_none() && members.len() > fixed) {
            return Ok(self.always(false));
        }
        let rest = members.len() - fixed;
        let mut found = self.always(true);
        let mut at = 0;
        for pattern in patterns {
            if let Pattern::MatchStar(star) = pattern {
                if let Some(name) = &star.name {
                    found.names.push((name.id.to_string(), Val::List(members[at..at + rest].to_vec())));
                }
                at += rest;
                continue;
            }
            let inner = self.matches(pattern, &members[at])?;
            found = self.and_found(found, inner);
            at += 1;
        }
        Ok(found)
    }

    fn and_found(&mut self, mut a: Found, b: Found) -> Found {
        a.names.extend(b.names);
        Found { cond: self.and(a.cond, b.cond), names: a.names }
    }

    fn matches_class(&mut self, pattern: &ast::PatternMatchClass, subject: &Val) -> R<Found> {
        let class = self.expr(&pattern.cls)?;
        let cond = self.is_instance_of(subject, &class)?;
        let mut found = Found { cond, names: Vec::new() };
        if self.const_bool(cond) == Some(false) {
            return Ok(found);
        }
        let arguments = &pattern.arguments;
        let fields = self.match_fields(&class);
        for (k, inner) in arguments.patterns.iter().enumerate() {
            let member = match &fields {
                // `int(x)` matches the subject itself.
                None if k == 0 => subject.clone(),
                None => return Err(self.error(Code::TypeMismatch, "a builtin class accepts 1 positional sub-pattern")),
                Some(fields) => match fields.get(k) {
                    Some(field) => self.attribute(subject, &field.clone(), pattern.range)?,
                    None => {
                        let (count, given) = (fields.len(), arguments.patterns.len());
                        let message = format!("the class accepts {count} positional sub-patterns ({given} given)");
                        return Err(self.error(Code::TypeMismatch, message));
                    }
                },
            };
            let inner = self.matches(inner, &member)?;
            found = self.and_found(found, inner);
        }
        for keyword in &arguments.keywords {
            let member = self.attribute(subject, &keyword.attr, keyword.range)?;
            let inner = self.matches(&keyword.pattern, &member)?;
            found = self.and_found(found, inner);
        }
        Ok(found)
    }
}
