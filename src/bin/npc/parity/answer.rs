//! A case with NumPy's answer, and the answers of the legs.

use npc::values::json;
use npc::{ArrayValue, Value};
use serde_json::Value as Json;
use std::sync::Arc;

/// A call and what NumPy makes of it.
pub struct Case {
    /// Its number.
    pub number: u64,
    /// Where the arguments come from.
    pub origin: String,
    /// Why it is not compared: a kind, and a sentence.
    pub left_out: Option<(String, String)>,
    /// The arguments.
    pub args: Vec<Value>,
    /// What came of it.
    pub outcome: Outcome,
    /// NumPy calls a cast undefined; other machines give other numbers.
    pub cast: bool,
    /// Mathematical functions were used.
    pub functions: bool,
    /// Products of matrices were used.
    pub products: bool,
    /// How far floats may be from NumPy's, by leaf of the result and the arguments; `None` where nothing can be said.
    pub allow: Option<Vec<Option<ArrayValue>>>,
    /// The case as the oracle wrote it.
    pub line: String,
}

/// What a call did.
pub struct Outcome {
    /// The result, or an exception. A result that has no form here is a sentence.
    pub result: Result<Result<Value, String>, Raised>,
    /// Every argument afterwards; what is no array is `None`.
    pub after: Vec<Value>,
}

/// An exception.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// Its type.
    pub kind: String,
    /// Its type and the bases of that.
    pub bases: Vec<String>,
    /// Its message.
    pub message: String,
    /// The line that raised it.
    pub line: Option<u64>,
}

/// What a leg says.
pub enum Answer {
    /// The call came back.
    Done {
        /// What it did.
        outcome: Outcome,
        /// Bytes in live buffers afterwards.
        in_use: u64,
        /// True if memory changed that belongs to no argument.
        stray: bool,
    },
    /// The process ended or did not answer.
    Lost(String),
}

impl Case {
    /// Reads a line of the oracle.
    pub fn read(line: String, json: &Json) -> Result<Case, String> {
        let buffers: Vec<_> = list(&json["buffers"]).map(|text| json::bytes(text).map(Arc::new)).collect::<Result<_, _>>()?;
        let args: Vec<_> = list(&json["args"]).map(|arg| json::read(arg, &buffers)).collect::<Result<_, _>>()?;
        let left_out = json["left_out"].as_array().map(|parts| {
            let text = |at: usize| parts.get(at).and_then(Json::as_str).unwrap_or_default().to_string();
            (text(0), text(1))
        });
        Ok(Case {
            number: json["case"].as_u64().unwrap_or(0),
            origin: json["origin"].as_str().unwrap_or_default().to_string(),
            left_out,
            outcome: Outcome::read(json, &args)?,
            args,
            cast: json["cast"] == true,
            functions: json["functions"] == true,
            products: json["products"] == true,
            allow: allowances(json)?,
            line,
        })
    }
}

fn allowances(json: &Json) -> Result<Option<Vec<Option<ArrayValue>>>, String> {
    let Some(leaves) = json["allow"].as_array() else {
        return Ok(None);
    };
    let leaf = |leaf: &Json| match json::read(leaf, &[]) {
        _ if leaf.is_null() => Ok(None),
        Ok(Value::Array(array)) => Ok(Some(array)),
        Ok(other) => Err(format!("an allowance that is {}", other.type_name())),
        Err(error) => Err(error),
    };
    leaves.iter().map(leaf).collect::<Result<_, _>>().map(Some)
}

impl Answer {
    /// Reads a line of a leg.
    pub fn read(json: &Json, args: &[Value]) -> Result<Answer, String> {
        let outcome = Outcome::read(json, args)?;
        Ok(Answer::Done { outcome, in_use: json["in_use"].as_u64().unwrap_or(0), stray: json["stray"] == true })
    }
}

impl Outcome {
    fn read(json: &Json, args: &[Value]) -> Result<Outcome, String> {
        let raised = &json["exception"];
        let result = if raised.is_null() { Ok(json::read(&json["result"], &[])) } else { Err(Raised::read(raised)) };
        let after = list(&json["after"]).zip(args).map(|(after, arg)| after_of(after, arg)).collect::<Result<_, _>>()?;
        Ok(Outcome { result, after })
    }
}

/// An argument after the call.
fn after_of(json: &Json, before: &Value) -> Result<Value, String> {
    match (json["kind"].as_str(), before) {
        (Some("unchanged"), _) => Ok(before.clone()),
        (Some("array"), _) => json::read(json, &[]),
        (Some("tuple"), Value::Tuple(items)) => {
            let items = list(&json["items"]).zip(items).map(|(json, item)| after_of(json, item));
            items.collect::<Result<_, _>>().map(Value::Tuple)
        }
        _ => Ok(Value::None),
    }
}

impl Raised {
    fn read(json: &Json) -> Raised {
        let text = |key: &str| json[key].as_str().unwrap_or_default().to_string();
        Raised {
            kind: text("type"),
            bases: list(&json["bases"]).filter_map(|base| base.as_str().map(str::to_string)).collect(),
            message: text("message"),
            line: json["line"].as_u64(),
        }
    }
}

fn list(json: &Json) -> impl Iterator<Item = &Json> {
    json.as_array().into_iter().flatten()
}
