//! What is wrong with a text that is no TOML, by cause: from the parser's words and the text there.

mod values;

use crate::diagnostic::problem::Problem;
use crate::language::fold;
use values::Slip;

/// The problem at a byte of the text. The parser's own words are English and are never shown.
pub(super) fn problem(text: &str, at: usize, message: &str) -> Problem {
    let Slip { cause, text, right } = slip(text, at, message);
    Problem::FrontMatterSyntax { what: cause.to_owned(), text, right }
}

fn slip(text: &str, at: usize, message: &str) -> Slip {
    let at = floor(text, at);
    let start = text[..at].rfind('\n').map_or(0, |it| it + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    // The parser stands at a line's end for what is missing there.
    let place = (at - start).min(line.len());
    let key = line.split('=').next().unwrap_or_default().trim();
    let is_odd = |it: &(usize, char)| {
        it.1 != '\t' && !it.1.is_ascii() && (it.1.is_whitespace() || it.1 == '\u{200b}')
    };
    if let Some((_, space)) = values::outside_quotes(line).find(is_odd) {
        let right = line.replace([space], " ");
        return Slip::with(
            "space",
            &format!("U+{:04X}", u32::from(space)),
            right.trim().to_owned(),
        );
    }
    if message.starts_with("duplicate key") {
        return Slip::new("duplicate", key);
    }
    if let Some((opening, bracket)) = open_statement(&text[..start]) {
        let is_key = line.split_once('=').is_some_and(|(it, _)| is_bare_key(it.trim()));
        if is_key && bracket == '[' {
            // The list before was not closed, and the next key stands in it.
            return Slip::new("bracket", opening);
        }
        return values::slip(line, place, message);
    }
    match line.find('=') {
        Some(equals) if equals < place || values::is_value(key, message) => {
            values::slip(line, place, message)
        }
        _ => key_slip(text, start, line),
    }
}

/// What is wrong with a line of which no value was read.
fn key_slip(text: &str, start: usize, line: &str) -> Slip {
    let line = line.trim();
    let odd_quotes = |it: &str| it.matches('"').count() % 2 == 1;
    let before = text[..start].lines().next_back().unwrap_or_default();
    if let Some(rest) = line.strip_prefix("//") {
        return Slip::with("remark", line, format!("# {}", rest.trim()));
    }
    if line.contains('＝') {
        return Slip::with("full-width", line, line.replace('＝', "="));
    }
    if odd_quotes(line) && odd_quotes(before) {
        return Slip::with("lines", before.trim(), format!("{} {line}", before.trim()));
    }
    if let Some((key, value)) = line.split_once(':').filter(|(it, _)| is_bare_key(it.trim())) {
        return Slip::with("colon", line, format!("{} = {}", key.trim(), values::quoted(value)));
    }
    if let Some((key, _)) = line.split_once('=') {
        let key = key.trim();
        let plain = fold::slug(key, 60).replace('-', "_");
        let right = if key.is_ascii() && is_bare_key(&plain) { plain } else { String::new() };
        return Slip::with("key", key, right);
    }
    if line.starts_with('[') {
        return Slip::new("bracket", line);
    }
    Slip::new("equals", line)
}

/// The line on which a list or table begins that is still open at the end of the text, and the
/// bracket that was opened last.
fn open_statement(before: &str) -> Option<(&str, char)> {
    let mut open = Vec::new();
    for line in before.lines() {
        if open.is_empty() && !line.contains('=') {
            continue;
        }
        for it in values::outside_quotes(line) {
            match it {
                (_, bracket @ ('[' | '{')) => open.push((line.trim(), bracket)),
                (_, ']' | '}') => _ = open.pop(),
                _ => {}
            }
        }
    }
    Some((open.first()?.0, open.last()?.1))
}

fn is_bare_key(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|it| it.is_ascii_alphanumeric() || b"_-.".contains(&it))
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests;
