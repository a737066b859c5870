//! Builtins over anything that a `for` goes over. The loops are in `stdlib/builtins/`, in Python.

use crate::cx::{Cx, R, Stop};
use crate::generator::Generator;
use crate::value::Val;
use npc_base::Code;
use npc_midend::types::DType;
use std::rc::Rc;

impl Cx<'_> {
    /// A builtin whose loop is in the library, for arguments that are not known item by item.
    pub fn iteration(&mut self, name: &str, args: &[Val], keywords: &[(String, Val)]) -> R<Option<Val>> {
        let call = |cx: &mut Self, function: &str, args: Vec<Val>| cx.library_call("builtins", function, args).map(Some);
        match (name, args) {
            ("any" | "all", [x]) if self.is_lazy(x) => call(self, name, vec![x.clone()]),
            ("sum", [x, rest @ ..]) if self.is_lazy(x) && rest.len() < 2 => {
                let start =
                    rest.first().or_else(|| keywords.iter().find(|(key, _)| key == "start").map(|(_, val)| val)).cloned();
                let start = start.unwrap_or_else(|| Val::weak(self.int(0), DType::I64));
                call(self, "sum", vec![x.clone(), start])
            }
            ("min" | "max", [first, rest @ ..]) => {
                let items = if rest.is_empty() { first.clone() } else { Val::Tuple(args.to_vec()) };
                self.extremum(name, items, rest.is_empty(), keywords)
            }
            ("next", [x]) => call(self, "next", vec![x.clone()]),
            ("next", [x, default]) => call(self, "next_or", vec![x.clone(), default.clone()]),
            ("iter", [x @ Val::Generator(_)]) => Ok(Some(x.clone())),
            ("iter", [x]) => call(self, "iter", vec![x.clone()]),
            ("map", [function, x]) => call(self, "map", vec![function.clone(), x.clone()]),
            ("map", [function, iterables @ ..]) if !iterables.is_empty() => {
                call(self, "map_all", vec![function.clone(), Val::Tuple(iterables.to_vec())])
            }
            ("filter", [Val::None, x]) => call(self, "filter_true", vec![x.clone()]),
            ("filter", [function, x]) => call(self, "filter", vec![function.clone(), x.clone()]),
            ("pow", [base, exponent, modulus]) => {
                call(self, "modular_power", vec![base.clone(), exponent.clone(), modulus.clone()])
            }
            ("round", [x, digits]) => self.rounded(x, digits).map(Some),
            ("round", [x]) => match keywords {
                [(key, digits)] if key == "ndigits" => self.rounded(x, digits).map(Some),
                _ => Ok(None),
            },
            _ => Ok(None),
        }
    }

    /// True if the items are not at hand: they come from a loop.
    fn is_lazy(&mut self, val: &Val) -> bool {
        match val {
            Val::Generator(_) | Val::Range(_) => true,
            Val::Array(array) => self.array_type(*array).rank == 1,
            Val::Iterate("zip" | "enumerate" | "reversed", parts) => parts.iter().any(|part| self.is_lazy(part)),
            _ => false,
        }
    }

    fn extremum(&mut self, name: &str, items: Val, one: bool, keywords: &[(String, Val)]) -> R<Option<Val>> {
        let mut key = None;
        let mut default = None;
        for (keyword, val) in keywords {
            match keyword.as_str() {
                "key" if !matches!(val, Val::None) => key = Some(val.clone()),
                "key" => {}
                "default" if one => default = Some(val.clone()),
                other => {
                    let message = format!("{name}() got an unexpected keyword argument '{other}'");
                    return Err(self.error(Code::WrongArguments, message));
                }
            }
        }
        let function = match (&key, &default) {
            (None, None) if !self.is_lazy(&items) && !matches!(items, Val::Named(..)) => {
                let (Val::Tuple(members) | Val::List(members)) = &items else { return Ok(None) };
                let numbers = members.iter().all(|member| matches!(member, Val::Scalar(_)));
                if numbers {
                    return Ok(None);
                }
                name.to_string()
            }
            (None, None) => name.to_string(),
            (None, Some(_)) => format!("{name}_or"),
            (Some(_), None) => format!("{name}_by"),
            (Some(_), Some(_)) => format!("{name}_by_or"),
        };
        let args = std::iter::once(items).chain(key).chain(default).collect();
        self.library_call("builtins", &function, args).map(Some)
    }

    /// `round(x, digits)`
    fn rounded(&mut self, x: &Val, digits: &Val) -> R<Val> {
        if matches!(digits, Val::None) {
            return crate::builtins::call(self, "round", vec![x.clone()], Vec::new());
        }
        if let Val::Array(_) = x {
            return self.library_call("numpy", "round", vec![x.clone(), digits.clone()]);
        }
        let scalar = self.scalar(x, "the argument of round()")?;
        let places = self.index_value(digits, "the number of digits")?;
        let places = Val::weak(places, DType::I64);
        if !scalar.weak {
            return self.library_call("numpy", "round", vec![x.clone(), digits.clone()]);
        }
        if scalar.dtype.is_float() {
            let rounded = self.library_call("text", "round_digits", vec![x.clone(), places])?;
            let rounded = self.scalar(&rounded, "the result")?;
            return Ok(Val::weak(rounded.value, DType::F64));
        }
        let value = self.python_int_of(scalar)?;
        let value = Val::weak(value, DType::I64);
        let Val::Scalar(digits) = &places else { return Err(Stop) };
        let zero = self.int(0);
        let tens = self.compare(npc_midend::ir::CompareOp::Lt, digits.value, zero);
        let kept = value.clone();
        self.choose(tens, |cx| cx.library_call("builtins", "round_to_tens", vec![value, places]), |_| Ok(kept))
    }

    /// `zip(…)` and its like under a name: they give their items once, as a generator does.
    pub fn as_one_iterator(&mut self, val: Val) -> R<Val> {
        match val {
            Val::Iterate("zip" | "enumerate" | "reversed", _) if self.in_user_code() => {
                self.library_call("builtins", "iter", vec![val])
            }
            val => Ok(val),
        }
    }

    /// The generator that a `for` over this has to run, if there is one.
    pub fn generator_in(&mut self, iter: &Val) -> R<Option<Rc<Generator>>> {
        let made = match iter {
            Val::Generator(generator) => return Ok(Some(generator.clone())),
            Val::Iterate("enumerate", parts) if self.generator_in(&parts[0])?.is_some() => {
                let start = match &parts[1] {
                    Val::None => Val::weak(self.int(0), DType::I64),
                    start => start.clone(),
                };
                self.library_call("builtins", "enumerate", vec![parts[0].clone(), start])?
            }
            Val::Iterate("zip", parts) => {
                let generators = parts.iter().filter(|part| matches!(part, Val::Generator(_))).count();
                if generators > 0 {
                    return Err(self.error_help(
                        Code::Unsupported,
                        "`zip` of a generator is not supported yet",
                        "make a list of the generator first",
                    ));
                }
                return Ok(None);
            }
            _ => return Ok(None),
        };
        match made {
            Val::Generator(generator) => Ok(Some(generator)),
            _ => Err(Stop),
        }
    }
}
