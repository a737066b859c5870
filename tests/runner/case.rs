//! One run line: a call with values, and what must come of it.

use npc::Value;
use npc::values::json::{self, bytes};
use serde_json::Value as Json;
use std::sync::Arc;

/// A call and its outcome in NumPy.
pub struct Case {
    /// Line of the run line.
    pub line: u64,
    /// The run line.
    pub text: String,
    /// The function called.
    pub function: String,
    /// Types of the arguments given.
    pub sig: String,
    /// Positional arguments.
    pub args: Vec<Value>,
    /// Keyword arguments.
    pub kwargs: Vec<(String, Value)>,
    /// What must come of it.
    pub expected: Expected,
    /// What it prints.
    pub printed: String,
    /// Array arguments after the call, positional ones, then keyword arguments; `None` where it is not compared.
    pub after: Option<Vec<Json>>,
    /// The buffers that the arrays lie in.
    pub buffers: Vec<Arc<Vec<u8>>>,
    /// The buffers after the call; `None` where they are not compared.
    pub buffers_after: Option<Vec<Vec<u8>>>,
    /// The case as the oracle wrote it, for the Node leg.
    pub json: Json,
}

/// What a call does.
pub enum Expected {
    /// It returns this.
    Result(Value),
    /// It raises this.
    Exception(Exception),
}

/// An exception in CPython.
pub struct Exception {
    /// Name of its type.
    pub name: String,
    /// Names of its bases, the type itself among them.
    pub bases: Vec<String>,
    /// Its message, where it is compared.
    pub message: Option<String>,
    /// Line and function, where they are compared.
    pub place: Option<(u64, String)>,
    /// Lines and functions of all frames in the file, the innermost last, where they are compared.
    pub frames: Option<Vec<(u64, String)>>,
}

impl Case {
    /// Reads a case from the oracle's answers.
    pub fn read(json: &Json) -> Result<Case, String> {
        let text = |key: &str| json[key].as_str().unwrap_or_default().to_string();
        let buffers: Vec<_> = list(&json["buffers"]).map(bytes).collect::<Result<_, _>>()?;
        let buffers: Vec<_> = buffers.into_iter().map(Arc::new).collect();
        let kwargs = json["kwargs"].as_object().into_iter().flatten();
        let kwargs = kwargs.map(|(name, arg)| Ok((name.clone(), json::read(arg, &buffers)?)));
        Ok(Case {
            line: json["line"].as_u64().unwrap_or(0),
            text: text("text"),
            function: text("function"),
            sig: text("sig"),
            args: list(&json["args"]).map(|arg| json::read(arg, &buffers)).collect::<Result<_, _>>()?,
            kwargs: kwargs.collect::<Result<_, String>>()?,
            expected: expected(json)?,
            printed: text("printed"),
            after: after(json),
            buffers_after: buffers_after(json, &buffers)?,
            buffers,
            json: json.clone(),
        })
    }
}

fn list(json: &Json) -> impl Iterator<Item = &Json> {
    json.as_array().into_iter().flatten()
}

fn expected(json: &Json) -> Result<Expected, String> {
    let raised = &json["exception"];
    if raised.is_null() {
        return Ok(Expected::Result(json::read(&json["result"], &[])?));
    }
    let frame = |json: &Json| json["line"].as_u64().zip(json["function"].as_str().map(str::to_string));
    let frames: Option<Vec<_>> = raised["traceback"].as_array().and_then(|frames| frames.iter().map(frame).collect());
    // The oracle has the innermost ones only.
    let frames = frames.filter(|frames| frames.len() < 20);
    let place = raised["line"].as_u64().zip(raised["function"].as_str().map(str::to_string));
    Ok(Expected::Exception(Exception {
        name: raised["type"].as_str().unwrap_or_default().to_string(),
        bases: list(&raised["bases"]).filter_map(|base| base.as_str().map(str::to_string)).collect(),
        message: raised["message"].as_str().map(str::to_string),
        place,
        frames,
    }))
}

fn after(json: &Json) -> Option<Vec<Json>> {
    let args = json["args_after"].as_array()?;
    let kwargs = json["kwargs_after"].as_object()?;
    Some(args.iter().chain(kwargs.values()).cloned().collect())
}

fn buffers_after(json: &Json, before: &[Arc<Vec<u8>>]) -> Result<Option<Vec<Vec<u8>>>, String> {
    let Some(after) = json["buffers_after"].as_array() else {
        return Ok(None);
    };
    let unchanged = |(after, before): (&Json, &Arc<Vec<u8>>)| if after.is_null() { Ok(before.to_vec()) } else { bytes(after) };
    after.iter().zip(before).map(unchanged).collect::<Result<_, _>>().map(Some)
}
