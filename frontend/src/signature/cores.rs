//! The core dimensions of a generalised ufunc: `(m,n),(n)->(m)`.

/// Names of the core dimensions of each input and output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cores {
    pub inputs: Vec<Vec<String>>,
    pub outputs: Vec<Vec<String>>,
}

impl Cores {
    /// Parses NumPy's form; the error says what is missing.
    pub fn parse(text: &str) -> Result<Cores, String> {
        let (inputs, outputs) = text.split_once("->").ok_or("there is no `->`")?;
        let cores = Cores { inputs: operands(inputs)?, outputs: operands(outputs)? };
        let unknown = cores.outputs.iter().flatten().find(|name| !cores.inputs.iter().flatten().any(|known| known == *name));
        match unknown {
            Some(name) if name.parse::<i64>().is_err() => {
                Err(format!("`{name}` stands in no input, so its extent is not known"))
            }
            _ if cores.outputs.is_empty() => Err("there is no output".to_string()),
            _ => Ok(cores),
        }
    }
}

fn operands(text: &str) -> Result<Vec<Vec<String>>, String> {
    let mut operands = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let open = rest.strip_prefix('(').ok_or_else(|| format!("`(` expected before `{rest}`"))?;
        let (inner, after) = open.split_once(')').ok_or_else(|| format!("`)` is missing after `({open}`"))?;
        operands.push(names(inner)?);
        rest = after.trim_start();
        match rest.strip_prefix(',') {
            Some(more) if !more.trim().is_empty() => rest = more.trim_start(),
            Some(_) => return Err("an operand is missing after the last `,`".to_string()),
            None if rest.is_empty() => {}
            None => return Err(format!("`,` expected before `{rest}`")),
        }
    }
    Ok(operands)
}

fn names(text: &str) -> Result<Vec<String>, String> {
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let name = |part: &str| {
        let part = part.trim();
        let plain = !part.is_empty() && part.chars().all(|c| c == '_' || c.is_alphanumeric());
        if plain { Ok(part.to_string()) } else { Err(format!("`{part}` is not the name of a dimension")) }
    };
    text.split(',').map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(cores: &Cores) -> String {
        let side = |operands: &[Vec<String>]| {
            operands.iter().map(|names| format!("({})", names.join(","))).collect::<Vec<_>>().join(",")
        };
        format!("{}->{}", side(&cores.inputs), side(&cores.outputs))
    }

    #[test]
    fn forms_of_numpy_are_read() {
        for text in ["(n),(n)->()", "()->()", "(m,n),(n,p)->(m,p)", "(n)->(n),(n)", "(3),(3)->(3)"] {
            assert_eq!(shown(&Cores::parse(text).unwrap()), text);
        }
        assert_eq!(shown(&Cores::parse(" ( m , n ) -> ( m ) ").unwrap()), "(m,n)->(m)");
    }

    #[test]
    fn wrong_forms_say_what_is_missing() {
        for (text, reason) in [
            ("(n),(n)", "there is no `->`"),
            ("(n)->", "there is no output"),
            ("(n->()", "`)` is missing after `(n`"),
            ("n->()", "`(` expected before `n`"),
            ("(n)(n)->()", "`,` expected before `(n)`"),
            ("(n),->()", "an operand is missing after the last `,`"),
            ("(n)->(m)", "`m` stands in no input, so its extent is not known"),
            ("(n+1)->()", "`n+1` is not the name of a dimension"),
        ] {
            assert_eq!(Cores::parse(text), Err(reason.to_string()), "{text}");
        }
    }
}
