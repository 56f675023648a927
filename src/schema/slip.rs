//! What is wrong with a text that is no TOML, by cause: from the parser's words and the text there.

use crate::diagnostic::problem::Problem;
use crate::schema::day_as_people_write;

/// The problem at a byte of the text. The parser's own words are English and are never shown.
pub(super) fn problem(text: &str, at: usize, message: &str) -> Problem {
    let at = at.min(text.len());
    let start = text.get(..at).and_then(|it| it.rfind('\n')).map_or(0, |it| it + 1);
    let line = text.get(start..).and_then(|it| it.lines().next()).unwrap_or_default().trim();
    let value = line.split_once('=').map_or(line, |(_, it)| it).trim();
    let (cause, right) = cause(value, message);
    let name = line.split('=').next().unwrap_or_default().trim();
    let text = if cause == "duplicate" { name } else { value };
    Problem::FrontMatterSyntax { what: cause.to_owned(), text: text.to_owned(), right }
}

fn cause(value: &str, message: &str) -> (&'static str, String) {
    let is_smart = |it: char| matches!(it, '“' | '”' | '„');
    if message.starts_with("duplicate key") {
        return ("duplicate", String::new());
    }
    if value.starts_with(is_smart) || (value.ends_with(is_smart) && value.starts_with('"')) {
        return ("smart-quotes", value.replace(is_smart, "\""));
    }
    if let Some(right) = day_as_people_write(value).or_else(|| year_first(value)) {
        return ("date-form", right.to_string());
    }
    // Three numbers are a day only with a whole year: `1.2.3` and `2/3/26` are not.
    let digits = value.split(['-', '/', '.']).any(|it| it.len() == 4)
        && value.chars().all(|it| it.is_ascii_digit() || matches!(it, '-' | '/' | '.'));
    if digits && value.split(['-', '/', '.']).count() == 3 {
        return ("date-none", String::new());
    }
    let lower = value.to_lowercase();
    if lower == "true" || lower == "false" {
        return ("boolean", lower);
    }
    let cause = if message.contains("missing comma") {
        "comma"
    } else if message.starts_with("unclosed") {
        "bracket"
    } else if message.starts_with("key with no value") || message.contains("missing assignment") {
        "equals"
    } else if message.contains("basic string") || message.contains("literal string") {
        "quote"
    } else {
        "other"
    };
    (cause, String::new())
}

/// `2026-3-2`, `2026/03/02`.
fn year_first(value: &str) -> Option<crate::date::Date> {
    let parts: Vec<_> = value.split(['/', '-', '.']).rev().collect();
    day_as_people_write(&parts.join("/"))
}
