//! The messages of all sites as data, for programs that look at exceptions.

use crate::func::Module;

/// Constant bytes that stand for the table of messages until the numbers of all sites are known; no string has such bytes.
pub const SITE_TABLE: &[u8] = b"\xffsites";

/// Puts the messages of all sites where the program reads them: for each site the offset of its message in 4 bytes, then the
/// messages, each with 0xff at its end. In a message 0xf6 stands for the text in the record, and 0xf7 + k for argument k.
pub(crate) fn fill(module: &mut Module) {
    if !module.data.contains(SITE_TABLE) {
        return;
    }
    let (mut offsets, mut messages) = (Vec::new(), Vec::new());
    let start = 4 * module.sites.len();
    for site in &module.sites {
        offsets.extend(((start + messages.len()) as u32).to_le_bytes());
        template(&site.message, &mut messages);
        messages.push(0xff);
    }
    offsets.extend(messages);
    let data = std::mem::take(&mut module.data);
    module.data = data.into_iter().map(|bytes| if bytes == SITE_TABLE { offsets.clone() } else { bytes }).collect();
}

fn template(message: &str, to: &mut Vec<u8>) {
    let mut rest = message;
    while let Some(at) = rest.find(['{', '}']) {
        to.extend(&rest.as_bytes()[..at]);
        let tail = &rest[at..];
        let field = tail.strip_prefix('{').and_then(|tail| tail.split_once('}'));
        let known = field.and_then(|(name, after)| match name {
            "text" => Some((0xf6, after)),
            name => Some((0xf7 + name.parse::<u8>().ok().filter(|k| *k < 8)?, after)),
        });
        match known {
            Some((byte, after)) => {
                to.push(byte);
                rest = after;
            }
            None => {
                to.push(tail.as_bytes()[0]);
                rest = tail.strip_prefix("{{").or_else(|| tail.strip_prefix("}}")).unwrap_or(&tail[1..]);
            }
        }
    }
    to.extend(rest.as_bytes());
}
