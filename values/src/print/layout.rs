//! Arrays as text: brackets, separators, line breaks, and `...` for the middle of large ones.
//!
//! An axis is a pair of brackets. Rows, the last axis, are broken where they would reach the end of the line; items of
//! the other axes stand below each other, with as many line breaks between them as there are axes inside.

use super::column::Column;
use super::{only_element, scalar_str, shape};
use crate::{ArrayValue, DType, Scalar};

/// Characters on a line.
const LINE_WIDTH: usize = 75;
/// Arrays with more elements are summarised.
const THRESHOLD: usize = 1000;
/// Items shown at either end of a summarised axis.
const EDGE_ITEMS: usize = 3;

/// `str(array)`
pub(crate) fn array_str(array: &ArrayValue) -> String {
    match only_element(array) {
        Some(scalar) => scalar_str(scalar),
        None => body(array, " ", 0, LINE_WIDTH),
    }
}

/// `repr(array)`
pub(crate) fn array_repr(array: &ArrayValue) -> String {
    let prefix = "array(";
    let text = prefix.to_owned() + &body(array, ", ", prefix.len(), LINE_WIDTH - ")".len());
    let extras = extras(array);
    if extras.is_empty() {
        return text + ")";
    }
    let text = text + ",";
    let last_line = text.rsplit('\n').next().unwrap_or_default().len();
    let fits = last_line + " ".len() + extras.len() + ")".len() <= LINE_WIDTH;
    let space = if fits { " ".to_owned() } else { format!("\n{:1$}", "", prefix.len()) };
    format!("{text}{space}{extras})")
}

/// What the numbers alone do not tell: `shape=(0, 3), dtype=int32`.
fn extras(array: &ArrayValue) -> String {
    let empty = array.size() == 0;
    let mut extras = vec![];
    if (empty && array.shape() != [0]) || array.size() > THRESHOLD {
        extras.push(format!("shape={}", shape(array.shape())));
    }
    let implied = matches!(array.dtype(), DType::Bool | DType::Int64 | DType::Float64 | DType::Complex128);
    if !implied || empty {
        extras.push(format!("dtype={}", array.dtype()));
    }
    extras.join(", ")
}

/// The bracketed elements, when `prefix` characters already stand on the first line.
fn body(array: &ArrayValue, separator: &'static str, prefix: usize, width: usize) -> String {
    if array.size() == 0 {
        return "[]".to_owned();
    }
    let layout = Layout::of(array, separator);
    layout.nested(&mut vec![], prefix + 1, width)
}

struct Layout<'a> {
    array: &'a ArrayValue,
    column: Column,
    separator: &'static str,
    summarised: bool,
}

impl<'a> Layout<'a> {
    fn of(array: &'a ArrayValue, separator: &'static str) -> Self {
        let column = Column::Plain { width: 0 };
        let mut layout = Self { array, column, separator, summarised: array.size() > THRESHOLD };
        let mut shown = vec![];
        layout.collect_shown(&mut vec![], &mut shown);
        layout.column = Column::fitting(array.dtype(), array.rank(), &shown);
        layout
    }

    /// The elements that the text will hold.
    fn collect_shown(&self, index: &mut Vec<usize>, shown: &mut Vec<Scalar>) {
        if index.len() == self.array.rank() {
            shown.extend(self.array.get(index));
            return;
        }
        for i in self.items(index.len()).into_iter().flatten() {
            index.push(i);
            self.collect_shown(index, shown);
            index.pop();
        }
    }

    /// The indices to show along an axis; `None` stands for the ones left out.
    fn items(&self, axis: usize) -> Vec<Option<usize>> {
        let n = self.array.shape().get(axis).copied().unwrap_or(0);
        if !self.summarised || n <= 2 * EDGE_ITEMS {
            return (0..n).map(Some).collect();
        }
        let head = (0..EDGE_ITEMS).map(Some);
        head.chain([None]).chain((n - EDGE_ITEMS..n).map(Some)).collect()
    }

    /// The part of the array at `index`, as text that starts `indent` characters from the left.
    fn nested(&self, index: &mut Vec<usize>, indent: usize, width: usize) -> String {
        match self.array.rank() - index.len() {
            0 => self.array.get(index).map(|element| self.column.format(element)).unwrap_or_default(),
            1 => self.row(index, indent, width),
            _ => self.stack(index, indent, width),
        }
    }

    fn item(&self, index: &mut Vec<usize>, item: Option<usize>, indent: usize, width: usize) -> String {
        let Some(i) = item else {
            return "...".to_owned();
        };
        index.push(i);
        let text = self.nested(index, indent + 1, width.saturating_sub("]".len()));
        index.pop();
        text
    }

    /// The last axis: as many elements on a line as fit.
    fn row(&self, index: &mut Vec<usize>, indent: usize, width: usize) -> String {
        let width = width.saturating_sub("]".len());
        let mut words = vec![];
        for item in self.items(index.len()) {
            words.push(self.item(index, item, indent, width));
        }
        let mut lines = String::new();
        let mut line = " ".repeat(indent);
        for (i, word) in words.iter().enumerate() {
            if i > 0 {
                line += self.separator;
            }
            if line.len() + word.len() > width && line.len() > indent {
                lines += line.trim_end();
                lines.push('\n');
                line = " ".repeat(indent);
            }
            line += word;
        }
        lines += &line;
        format!("[{}]", &lines[indent..])
    }

    /// Any other axis: its items below each other.
    fn stack(&self, index: &mut Vec<usize>, indent: usize, width: usize) -> String {
        let breaks = "\n".repeat(self.array.rank() - index.len() - 1);
        let between = format!("{}{breaks}{:indent$}", self.separator.trim_end(), "");
        let mut items = vec![];
        for item in self.items(index.len()) {
            items.push(self.item(index, item, indent, width));
        }
        format!("[{}]", items.join(&between))
    }
}
