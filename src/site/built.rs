//! Rules that need finished pages.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::diagnostic::problem::Problem;
use crate::diagnostic::{Diagnostic, Span};

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
