//! Stands for the crate `unicode-normalization` in the compiler for pages. Ruff's parser brings identifiers that are not
//! ASCII into the form NFKC, in which Python compares them: `µ` and `μ` are one name. The tables for it have 100 kB, and
//! every host of wasm has them already (`String.prototype.normalize`). So the host says beforehand which words of the
//! source have another form, and which.

use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local! {
    static FORMS: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// The words whose normal form is another one, with that form; forgets those that were told before.
pub fn learn(forms: impl IntoIterator<Item = (String, String)>) {
    FORMS.set(forms.into_iter().collect());
}

/// What the parser asks of a word.
pub trait UnicodeNormalization {
    /// The characters of its normal form.
    fn nfkc(self) -> std::vec::IntoIter<char>;
}

impl UnicodeNormalization for &str {
    fn nfkc(self) -> std::vec::IntoIter<char> {
        let form = FORMS.with_borrow(|forms| forms.get(self).cloned());
        form.as_deref().unwrap_or(self).chars().collect::<Vec<_>>().into_iter()
    }
}
