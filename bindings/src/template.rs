//! Text with optional parts.
//!
//! ```text
//! //#if arrays tuples      the lines up to the matching end, if one of the features is on
//! //#if !bigint            … if it is off
//! //#else
//! //#end
//! //- a note to the reader of the template, never printed
//! @name                    replaced by a value
//! ```

use std::collections::{BTreeMap, BTreeSet};

/// What is on, and what stands for the `@names`.
#[derive(Default)]
pub struct Values {
    features: BTreeSet<&'static str>,
    texts: BTreeMap<&'static str, String>,
}

impl Values {
    /// Switches a feature on if the condition holds.
    pub fn enable(&mut self, feature: &'static str, condition: bool) {
        if condition {
            self.features.insert(feature);
        }
    }

    /// Switches all of `others` on if `feature` is on.
    pub fn imply(&mut self, feature: &str, others: &[&'static str]) {
        if self.has(feature) {
            self.features.extend(others);
        }
    }

    /// Switches a feature off if the condition holds.
    pub fn disable(&mut self, feature: &str, condition: bool) {
        if condition {
            self.features.remove(feature);
        }
    }

    /// True if the feature is on.
    pub fn has(&self, feature: &str) -> bool {
        self.features.contains(feature)
    }

    /// Sets the text for `@name`.
    pub fn set(&mut self, name: &'static str, text: impl Into<String>) {
        self.texts.insert(name, text.into());
    }

    fn holds(&self, condition: &str) -> bool {
        condition.split_whitespace().any(|feature| match feature.strip_prefix('!') {
            Some(feature) => !self.has(feature),
            None => self.has(feature),
        })
    }

    /// Fills a template in.
    pub fn fill(&self, template: &str) -> String {
        let mut text = String::new();
        let mut open: Vec<bool> = Vec::new();
        for line in template.lines() {
            let words = line.trim_start();
            if let Some(condition) = words.strip_prefix("//#if ") {
                open.push(self.holds(condition));
            } else if words == "//#else" {
                if let Some(last) = open.last_mut() {
                    *last = !*last;
                }
            } else if words == "//#end" {
                open.pop();
            } else if !words.starts_with("//-") && open.iter().all(|open| *open) {
                self.fill_line(words, (line.len() - words.len()) / 2, &mut text);
            }
        }
        text
    }

    /// A line that is nothing but an empty value leaves no trace. Two blanks of indentation become one.
    fn fill_line(&self, line: &str, indent: usize, text: &mut String) {
        let mut rest = line;
        let mut filled = String::new();
        while let Some(at) = rest.find('@') {
            let name_end =
                rest[at + 1..].find(|c: char| !c.is_ascii_lowercase() && c != '_').map_or(rest.len(), |end| at + 1 + end);
            filled.push_str(&rest[..at]);
            match self.texts.get(&rest[at + 1..name_end]) {
                Some(value) => filled.push_str(value),
                None => filled.push_str(&rest[at..name_end]),
            }
            rest = &rest[name_end..];
        }
        filled.push_str(rest);
        if line.is_empty() || !filled.is_empty() {
            text.extend(std::iter::repeat_n(' ', indent));
            text.push_str(&filled);
            text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_is_on() {
        let mut values = Values::default();
        values.enable("b", true);
        values.set("x", "1");
        values.set("none", "");
        let template =
            "//- note\n//#if a b\n@x + @y\n//#if !b\nno\n//#else\nyes\n//#end\n//#end\n  @none\n//#if a\nno\n//#end\n";
        assert_eq!(values.fill(template), "1 + @y\nyes\n");
    }
}
