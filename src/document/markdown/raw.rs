//! Raw HTML, as far as it must be named.

use std::ops::Range;

/// The first tag of raw HTML as a message shows it, `<br>`, and where it stands.
pub(super) fn tag(source: &str, range: Range<usize>) -> (String, Range<usize>) {
    let html = source.get(range.clone()).unwrap_or_default();
    let start = range.start + (html.len() - html.trim_start().len());
    let html = html.trim();
    if html.starts_with("<!--") {
        let line = html.lines().next().map_or(0, str::len);
        let length = html.find("-->").map_or(line, |it| it + "-->".len());
        return ("<!-- -->".to_owned(), start..start + length);
    }
    let name = |it: &char| it.is_ascii_alphanumeric() || matches!(it, '/' | '!' | '?' | '-' | ':');
    let name: String = html.chars().skip(1).take_while(name).collect();
    let line = html.lines().next().map_or(0, str::len);
    let length = html.find('>').map_or(line, |it| it + 1);
    (format!("<{}>", name.trim_end_matches('/')), start..start + length)
}
