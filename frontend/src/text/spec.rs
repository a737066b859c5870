//! Format specifications that are known at compile time.

/// `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`; character codes, 0 for what is not there.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Spec {
    pub fill: char,
    pub align: char,
    pub sign: char,
    /// `z`: no negative zero.
    pub coerce: bool,
    pub alternate: bool,
    pub zero: bool,
    pub width: i64,
    pub group: char,
    pub precision: i64,
    pub kind: char,
}

/// Reads a specification for a value of a type; `Err` is the message of the ValueError.
pub(super) fn read(text: &str, type_name: &str) -> Result<Spec, String> {
    let chars: Vec<char> = text.chars().collect();
    let none = '\0';
    let mut spec = Spec {
        fill: none,
        align: none,
        sign: none,
        coerce: false,
        alternate: false,
        zero: false,
        width: -1,
        group: none,
        precision: -1,
        kind: none,
    };
    let mut at = 0;
    let char_at = |at: usize| chars.get(at).copied().unwrap_or(none);
    if is_align(char_at(1)) && chars.len() > 1 {
        (spec.fill, spec.align, at) = (char_at(0), char_at(1), 2);
    } else if is_align(char_at(0)) {
        (spec.align, at) = (char_at(0), 1);
    }
    let mut take = |wanted: &str| {
        let c = char_at(at);
        let found = c != none && wanted.contains(c);
        at += usize::from(found);
        if found { c } else { none }
    };
    spec.sign = take("+- ");
    spec.coerce = take("z") != none;
    spec.alternate = take("#") != none;
    spec.zero = spec.fill == none && take("0") != none;
    spec.width = number(&chars, &mut at)?;
    if matches!(char_at(at), ',' | '_') {
        spec.group = char_at(at);
        at += 1;
        match char_at(at) {
            c if c == spec.group => return Err(format!("Cannot specify '{c}' with '{c}'.")),
            ',' | '_' => return Err("Cannot specify both ',' and '_'.".to_string()),
            _ => {}
        }
    }
    if char_at(at) == '.' {
        at += 1;
        spec.precision = number(&chars, &mut at)?;
        if spec.precision < 0 {
            return Err("Format specifier missing precision".to_string());
        }
    }
    match chars.len() - at {
        0 => {}
        1 => spec.kind = char_at(at),
        _ => return Err(format!("Invalid format specifier '{text}' for object of type '{type_name}'")),
    }
    let kind = if spec.kind != none { spec.kind } else { default_kind(type_name) };
    let groups = match spec.group {
        '\0' => true,
        '_' => "deEfFgG%boxX\0".contains(kind),
        _ => "deEfFgG%\0".contains(kind),
    };
    if !groups {
        return Err(format!("Cannot specify '{}' with '{kind}'.", spec.group));
    }
    Ok(spec)
}

fn default_kind(type_name: &str) -> char {
    match type_name {
        "str" => 's',
        "int" => 'd',
        _ => '\0',
    }
}

fn is_align(c: char) -> bool {
    matches!(c, '<' | '>' | '=' | '^')
}

fn number(chars: &[char], at: &mut usize) -> Result<i64, String> {
    let digits: String = chars[*at..].iter().take_while(|c| c.is_ascii_digit()).collect();
    *at += digits.len();
    if digits.is_empty() {
        return Ok(-1);
    }
    digits.parse::<i64>().ok().filter(|n| *n < 1 << 31).ok_or_else(|| "Too many decimal digits in format string".to_string())
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn parts_of_specifications() {
        let spec = read("*^+#012,.3f", "float");
        assert!(matches!(spec, Ok(spec) if spec.fill == '*' && spec.align == '^' && spec.width == 12 && spec.precision == 3));
        assert!(matches!(read("08x", "int"), Ok(spec) if spec.zero && spec.width == 8 && spec.kind == 'x'));
        assert_eq!(read("5.q", "int"), Err("Format specifier missing precision".to_string()));
        assert_eq!(read(",x", "int"), Err("Cannot specify ',' with 'x'.".to_string()));
        assert_eq!(read("qq", "int"), Err("Invalid format specifier 'qq' for object of type 'int'".to_string()));
    }
}
