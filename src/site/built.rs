//! Rules that need finished pages.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::catalogue::Item;
use crate::diagnostic::problem::Problem;
use crate::diagnostic::{Diagnostic, Span};
use crate::language::Language;
use crate::register::Register;
use crate::verify::plain;

/// What a page may weigh on the line, compressed, in bytes (content.md §10).
const LIMIT: usize = 20 * 1024;

/// No page whose text is shorter than this can be over the limit: pages compress to less than
/// two fifths. So nearly no page has to be compressed to know.
const SURELY_LIGHT: usize = LIMIT * 5 / 2;

/// `page-weight`.
pub(super) fn weight(path: &str, bytes: &[u8], span: Span) -> Option<Diagnostic> {
    if bytes.len() < SURELY_LIGHT || !path.ends_with("index.html") {
        return None;
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    let compressed = encoder.write_all(bytes).and_then(|()| encoder.finish()).ok()?.len();
    let kilobytes = |it: usize| i64::try_from(it.div_ceil(1024)).unwrap_or(i64::MAX);
    (compressed > LIMIT).then(|| Diagnostic {
        problem: Problem::PageWeight {
            page: path.to_owned(),
            kb: kilobytes(compressed),
            max: kilobytes(LIMIT),
        },
        span,
        related: None,
        fix: None,
    })
}

/// `seal-fault`, `sealed-changed`: the sealed article of a page shows the words that were sealed, and
/// nothing that hides or adds words.
pub(super) fn sealed(
    register: &Register,
    item: &Item,
    language: Language,
    bytes: &[u8],
    span: Span,
) -> Option<Diagnostic> {
    let name = item.seal.as_ref()?.article(language)?;
    let newest = register.newest(item.code()?)?;
    let mut plains = newest.entry.by_tag("plain");
    let sealed = plains.find(|(tag, _)| *tag == language.code()).map(|it| it.1);
    let page = plain::read(&String::from_utf8_lossy(bytes));
    let problem = match (page.faults.first(), page.articles.get(&name)) {
        (Some(fault), _) => Problem::SealFault { what: fault.text.clone() },
        (None, Some(article)) if Some(article.hash().as_str()) == sealed => return None,
        _ => Problem::SealedChanged { name, what: "words".to_owned() },
    };
    Some(Diagnostic { problem, span, related: None, fix: None })
}
