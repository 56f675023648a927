//! Raw HTML, as far as it must be named.

use std::ops::Range;

/// The length of a tag that Word leaves behind, `<o:p>` or `</st1:place>`: its name is none of
/// HTML's, so that Markdown takes it for words.
pub(super) fn office_tag(text: &str) -> Option<usize> {
    let name = text.strip_prefix('<')?;
    let name = name.strip_prefix('/').unwrap_or(name);
    let letters = |it: &str| it.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let prefix = letters(name);
    let rest = name[prefix..].strip_prefix(':')?;
    let is_tag = name.starts_with(|it: char| it.is_ascii_alphabetic()) && letters(rest) > 0;
    let end = text.find('>').filter(|it| !text[..*it].contains('\n'))?;
    is_tag.then_some(end + 1)
}

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
